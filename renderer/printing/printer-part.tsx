import { type ReactNode, useState } from 'react';
import type { PrinterChoice } from '#contract/printing.ts';
import type { Settings } from '#contract/printing.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from '../peripherals/peripherals.module.css';
import { PrinterDetails } from './printer-details.tsx';
import { type PrinterDraft, choiceOf, draftOf, isSameChoice } from './printer-draft.ts';
import { PrinterList } from './printer-list.tsx';
import { PrinterTried } from './printer-tried.tsx';
import { type Trial, useTrial } from './use-trial.ts';

/** The button that takes a printer makes way for one that prints: its second click is not meant for that one. */
const doubleClickMs = 600;

export function PrinterPart(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('settings', {});
  if (asked.data) return <PrinterForm settings={asked.data} />;
  return (
    <Panel label={t('peripherals.parts.printer')}>
      {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
    </Panel>
  );
}

/** Two steps in one place: take a printer, then try it. Nothing is tried before it was taken. */
function PrinterForm({ settings }: { readonly settings: Settings }): ReactNode {
  const { t, refusal } = useWords();
  const choose = useDo('choosePrinter');
  const trial = useTrial();
  const [draft, setDraft] = useState<PrinterDraft>(() =>
    draftOf(settings.printer, settings.profiles[0]?.id ?? ''),
  );
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const inUse = settings.printer;
  const choice = choiceOf(draft, inUse);
  const wrong = typeof choice === 'string' ? choice : null;
  const changed = typeof choice === 'string' || !isSameChoice(choice, inUse);
  const change = (next: PrinterDraft): void => {
    trial.forget();
    setDraft(next);
  };
  const keep = async (printer: PrinterChoice): Promise<boolean> => {
    const answer = await choose.act({ printer });
    setRefused(answer.ok ? null : answer.refusal);
    return answer.ok;
  };
  const [taken, setTaken] = useState<'just' | 'before' | null>(null);
  const take = async (printer: PrinterChoice): Promise<void> => {
    if (!(await keep(printer))) return;
    setTaken('just');
    setTimeout(() => setTaken('before'), doubleClickMs);
  };
  const foot = changed ? (
    <div className={styles['acts']}>
      <Button
        big
        kind="primary"
        why={wrong && t(`peripherals.printer.${wrong}`)}
        disabled={choose.pending}
        onPress={() => void (typeof choice !== 'string' && take(choice))}
      >
        {t('peripherals.printer.save')}
      </Button>
    </div>
  ) : (
    'adjustment' in inUse && (
      <Tries trial={trial} ready={taken !== 'just'} pin={inUse.adjustment.drawerPin ?? 0} />
    )
  );
  return (
    <Panel
      label={t('peripherals.parts.printer')}
      head={<h2 className={styles['title']}>{t('peripherals.parts.printer')}</h2>}
      foot={foot}
    >
      <div className={styles['stack']}>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {!changed && 'adjustment' in inUse && (
          <PrinterTried
            trial={trial}
            codepages={settings.codepages}
            codepage={inUse.adjustment.codepageNumber ?? settings.codepages[0] ?? 0}
            onCodepage={(codepageNumber) =>
              void keep({ ...inUse, adjustment: { ...inUse.adjustment, codepageNumber } })
            }
            onDrawer={(drawerPin) => void keep({ ...inUse, adjustment: { ...inUse.adjustment, drawerPin } })}
          />
        )}
        {!trial.tried && (taken === null || changed) && <p>{t('peripherals.printer.intro')}</p>}
        {!trial.tried && taken !== null && !changed && (
          <Notice
            live
            tone="good"
            sentence={{
              text: t('peripherals.printer.taken'),
              next: t(`peripherals.printer.${'adjustment' in inUse ? 'takenTry' : 'takenNext'}`),
            }}
          />
        )}
        <PrinterList draft={draft} onAim={change} />
        <PrinterDetails
          draft={draft}
          profiles={settings.profiles}
          onChange={(to) => change({ ...draft, ...to })}
        />
      </div>
    </Panel>
  );
}

function Tries(props: { readonly trial: Trial; readonly pin: 0 | 1; readonly ready: boolean }): ReactNode {
  const { t } = useWords();
  const { trial, pin, ready } = props;
  const { busy } = trial;
  return (
    <div className={styles['acts']}>
      <Button big disabled={busy !== null || !ready} onPress={() => trial.tryDrawer(pin)}>
        {t('peripherals.printer.testDrawer')}
      </Button>
      <Button big kind="primary" disabled={busy !== null || !ready} onPress={trial.tryPage}>
        {busy === 'page' ? t('peripherals.printer.testing') : t('peripherals.printer.test')}
      </Button>
    </div>
  );
}
