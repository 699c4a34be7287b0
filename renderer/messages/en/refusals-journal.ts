import type { RefusalSentences } from '../sentence.ts';

/** Refusals of the till's own record, of archives and backups, and of training. */
export const journalEn = {
  'text-unknown': () => ({
    text: 'These words are no longer on this till.',
    next: 'There is nothing to erase: go back to the list.',
  }),
  'defect-unknown': () => ({
    text: 'This anomaly is not in the journal.',
    next: 'Look at the list: it has changed.',
  }),
  'work-in-progress': () => ({
    text: 'Another long piece of work is already running on this till.',
    next: 'Wait for its end, or cancel it, then try again.',
  }),
  'work-cancelled': () => ({
    text: 'It was cancelled, as you asked.',
    next: 'Nothing has changed in the till. You can start again whenever you like.',
  }),
  'folder-unusable': ({ folder }) => ({
    text: `The folder “${folder}” cannot be used: it does not exist, or it is protected.`,
    next: 'Check that the USB stick is plugged in, or type another folder.',
  }),
  'unencrypted-point': () => ({
    text: 'The database of this till is not encrypted: that exists for development only.',
    next: 'Use a till that was set up as usual.',
  }),
  'journal-unchecked': () => ({
    text: 'The journal could not be read to its end: nothing was written.',
    next: 'Try again. If it goes on, look at Journal › Check and tell headquarters.',
  }),
  'period-empty': () => ({
    text: 'There is nothing to put into this file: no record for this period.',
    next: 'Choose another period.',
  }),
  'backup-unreadable': () => ({
    text: 'This file is not a backup of Comptoir, or part of it is missing.',
    next: 'Choose another one, or copy it again from the USB stick.',
  }),
  'recovery-key-wrong': () => ({
    text: 'This recovery key does not open this backup.',
    next: 'Read it again, sign by sign. If it is right, it is the key of another till: try another backup.',
  }),
  'recovery-key-needed': () => ({
    text: 'This backup opens only with the recovery key.',
    next: 'It was written on paper when the till was set up. Type it.',
  }),
  'backup-damaged': () => ({
    text: 'The key is right, but this backup is damaged: its content has changed since it was made.',
    next: 'Try another one, even a little older.',
  }),
  'backup-newer': () => ({
    text: 'This data comes from a newer version of Comptoir.',
    next: 'Install the latest version on this computer, then try again.',
  }),
  'training-already': () => ({
    text: 'You are already in training.',
    next: 'Go on, or leave training at the top of the screen.',
  }),
  'no-training': () => ({
    text: 'Training is already over.',
    next: 'Everything you do now is real.',
  }),
  'training-real-scan': () => ({
    text: 'In training, real cards and real articles do not work.',
    next: 'Touch what stands under “To practise”, or leave training.',
  }),
  'not-in-training': () => ({
    text: 'This is not done in training: it would be for real.',
    next: 'Leave training first, at the top of the screen.',
  }),
} satisfies Partial<RefusalSentences>;
