import { useWords } from '../messages/use-words.ts';
import { faultNamed } from '../printing/fault-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import type { Sentence } from '../messages/sentence.ts';
import { useDesk } from './desk.tsx';

/** Says that something comes out, or that it waits for the printer and what to do about that. */
export function useAnnouncePrinted(): (comesOut: Sentence) => void {
  const { t } = useWords();
  const { fault } = useDesk().printer;
  const { announce } = useAnnouncer();
  return (comesOut) => {
    if (fault === null) return announce('good', comesOut);
    const next = t(`peripherals.printer.faultNext.${faultNamed(fault)}`);
    return announce('warn', { text: t('peripherals.queue.waits'), next });
  };
}
