import type { Chain, RecordDefect } from '#domain/journal.ts';
import type { CallSentences, DefectSaid, DefectSentences } from '../defect-sentence.ts';

const of: Readonly<Record<Chain, string>> = {
  sale: 'sale',
  closing: 'closing',
  copy: 'duplicate',
  event: 'technical journal',
};

const whyChanged: Readonly<Record<RecordDefect, string>> = {
  'not-canonical': 'it is no longer written the way the till writes it',
  'wrong-hash': 'its content no longer goes with its fingerprint',
  'wrong-signature': 'its signature is not the one of this till',
  'wrong-sequence': 'its number does not follow the one before',
  'broken-link': 'it is no longer linked to the one before',
  'wrong-chain': 'it is filed in a place that is not its own',
};

const setTheClock =
  'If the time of the computer is wrong: right-click the time at the foot of the screen, “Adjust date and time”, then “Set time automatically”.';

/** What the till noticed about its own record: calm, without blaming anybody. */
export const defectsEn: DefectSentences = {
  'records-missing': ({ source, chain, expectedSeq, foundSeq }, say) => {
    const count = expectedSeq - foundSeq;
    const missing =
      count > 1
        ? `The last ${say.number(count)} ${of[chain]} records are missing`
        : `The last ${of[chain]} record is missing`;
    const again = chain === 'sale' ? 'Do not make these sales again. ' : '';
    return {
      text: `${missing}: the database was replaced by an older one, or its end was cut off.`,
      why:
        source === 'headquarters'
          ? 'Headquarters had received them: it keeps a copy, and nothing is lost there.'
          : 'The witness file beside the database remembers them. Without them the totals of the till are incomplete.',
      next: `${again}If a backup was just restored, this is normal: say so to headquarters.`,
      call: 'now',
    };
  },
  'records-replaced': ({ source, chain, seq }, say) => ({
    text: `The ${of[chain]} record number ${say.number(seq)} is not the one that ${
      source === 'headquarters' ? 'headquarters' : 'the witness file beside the database'
    } remembers.`,
    why: 'Two different sequences were written for the same till: often an old database was put back, then used to sell.',
    next: 'Delete nothing and restore nothing: headquarters has to compare the two.',
    call: 'now',
  }),
  'record-changed': ({ chain, seq, businessDay, why }, say) => ({
    text: `The ${of[chain]} record number ${say.number(seq)}, of ${say.day(businessDay)}, is not as it was written: ${whyChanged[why]}.`,
    why: 'A record must never change. This also happens when a disk wears out.',
    next: 'Delete nothing. Keep your paper tickets of that day, if there are any.',
    call: 'now',
  }),
  'sale-row-changed': ({ number, businessDay }, say) => ({
    text: `Ticket ${number}, of ${say.day(businessDay)}, is not the same in the list of sales and in the signed record.`,
    why: 'The signed record counts: it is what headquarters receives and what the totals add up.',
    next: 'Do not correct or refund this ticket before you have called.',
    call: 'now',
  }),
  'usage-changed': ({ number, businessDay }, say) => ({
    text:
      number === null || businessDay === null
        ? 'Things were counted as taken that no sale gives.'
        : `What sale ${number}, of ${say.day(businessDay)}, counts for the person had been changed.`,
    why: 'What each person may still take depends on it. All was counted anew from the signed records.',
    next: 'You may go on selling.',
    call: 'if-again',
  }),
  'rights-changed': () => ({
    text: 'Rights, used referrals or cards had been changed.',
    why: 'Who can be served depends on it. All was put back from the signed records.',
    next: 'You may go on selling.',
    call: 'if-again',
  }),
  'database-damaged': () => ({
    text: 'The check could not read the whole database of the till.',
    why: 'The disk of this computer may be failing. What was sent to headquarters and backed up is safe.',
    next: 'Make a backup on a USB drive now, and call headquarters: it will have to be restored on another computer.',
    call: 'now',
  }),
  'guard-missing': ({ guards }, say) => ({
    text:
      guards.length > 1
        ? `${say.number(guards.length)} protections of the database were taken away or changed.`
        : 'A protection of the database was taken away or changed.',
    why: 'They keep a recorded sale from being changed. The signed records can still be verified.',
    next: 'The till has put them back. Headquarters will find out with you who touched its files.',
    call: 'now',
  }),
  'head-missing': () => ({
    text: 'The witness file beside the database has disappeared.',
    why: 'It shows whether sales are missing. Without it the till cannot tell for the past; headquarters can.',
    next: 'There is nothing to put back: the till writes a new one by itself.',
    call: 'now',
  }),
  'head-damaged': () => ({
    text: 'The witness file beside the database is damaged, or is not of this till.',
    why: 'It shows whether sales are missing. A power cut can damage it.',
    next: 'There is nothing to put back: the till writes a new one by itself.',
    call: 'now',
  }),
  'clock-back': ({ from, to }, say) => ({
    text: `The clock of the computer went back: from ${say.moment(from)} to ${say.moment(to)}.`,
    why: 'Sales take the time of the computer. Their order stays right, but a wrong time shows on tickets.',
    next: setTheClock,
    call: 'if-again',
  }),
  'clock-jump': ({ from, to }, say) => ({
    text: `The clock of the computer jumped ahead: from ${say.moment(from)} to ${say.moment(to)}.`,
    why: 'Sales take the time of the computer. If the date of today is right, there is nothing to correct.',
    next: setTheClock,
    call: 'if-again',
  }),
};

export const callEn: CallSentences = {
  now: (number) => `Call headquarters and say number ${number}. You can go on selling.`,
  'if-again': (number) =>
    `If it comes back, call headquarters and say number ${number}. You can go on selling.`,
};

export const unknownDefectEn: DefectSaid = {
  text: 'The till noticed something unusual in its records.',
  why: 'This screen cannot tell it in detail yet; it is written in the journal.',
  next: 'Delete nothing and restore nothing.',
  call: 'now',
};
