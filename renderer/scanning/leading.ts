import { useQueryClient } from '@tanstack/react-query';
import type { ScanOutcome } from '#contract/basket.ts';
import type { LineId } from '#domain/ids.ts';
import type { ScanCommand } from '#domain/nomenclature.ts';
import { showBasket, useDo } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useBindings } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { commandIn, keyOfCommand } from './commands.ts';
import type { Question } from './scan-question.tsx';
import type { Scan } from './scan.ts';
import type { Sounds } from './sound.ts';

/** The way of a scan that no screen took: commands here, everything else where the application says. */
export function useLeading(
  sounds: Sounds,
  ask: (question: Question) => void,
  onAdded: (line: LineId | null) => void,
): (scan: Scan) => Promise<void> {
  const client = useQueryClient();
  const bindings = useBindings();
  const { go } = useNavigation();
  const { t } = useWords();
  const { announce, announceRefusal, clear } = useAnnouncer();
  const scan = useDo('scan');
  const press = (command: ScanCommand): void => {
    const answer = bindings.press(keyOfCommand[command], performance.now());
    if (answer === 'done') return sounds.yes();
    sounds.low();
    if (answer === 'nobody')
      announce('info', { text: t('scanning.noCommand'), next: t('scanning.noCommandNext') });
    return undefined;
  };
  const follow = (outcome: ScanOutcome): void => {
    clear();
    switch (outcome.to) {
      case 'basket': {
        showBasket(client, outcome.basket);
        onAdded(outcome.added);
        // A refused line was read well: what the rules say of somebody is not for others to hear.
        sounds[outcome.again ? 'low' : 'yes']();
        if (outcome.again) announce('info', { text: t('scanning.again'), next: t('scanning.againNext') });
        return go({ at: 'till' });
      }
      case 'ask-hold':
      case 'ask-recall':
      case 'confirm-unit':
      case 'choose-product':
        sounds.yes();
        return ask(outcome);
      case 'blank-card':
        sounds.yes();
        announce('info', { text: t('scanning.blankCard'), next: t('scanning.blankCardNext') });
        return go({ at: 'persons', card: outcome.card });
      case 'referral':
        sounds.yes();
        return go({ at: 'persons', claim: outcome.claim });
      case 'ticket':
        sounds.yes();
        return go({ at: 'tickets', saleId: outcome.saleId });
      case 'command':
        return press(outcome.command);
    }
  };
  return async ({ readings, aim }) => {
    const command = commandIn(readings);
    if (command) return press(command);
    const answer = await scan.act({ readings: readings.slice(0, 4), ...(aim ? { aim } : {}) });
    if (answer.ok) return follow(answer.value);
    sounds.no();
    return announceRefusal(answer.refusal);
  };
}
