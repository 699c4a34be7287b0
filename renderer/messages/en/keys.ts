import type { keys as fr } from '../fr/keys.ts';
import type { SameWords } from '../typeset.ts';

export const keys: SameWords<typeof fr> = {
  title: 'Shortcuts',
  intro: 'Each button shows its key. The scanner works on every screen.',
  names: {
    F1: 'F1',
    F2: 'F2',
    F3: 'F3',
    F4: 'F4',
    F6: 'F6',
    F7: 'F7',
    F8: 'F8',
    F9: 'F9',
    F10: 'F10',
    F12: 'F12',
    Escape: 'Esc',
    Enter: 'Enter',
  },
  does: {
    F1: 'This help',
    F2: 'Search for a person',
    F3: 'Search for a product',
    F4: 'Take payment',
    F6: 'Hold the sale',
    F7: 'Recall a held sale',
    F8: 'Open the drawer',
    F9: 'Refund or exchange',
    F10: 'Close the till',
    F12: 'Put what is offered in its place',
    Escape: 'Back',
    Enter: 'Confirm the green button',
  },
  scans: 'The sheet of codes to scan',
  commands: {
    exact: 'Cash, exact amount',
    ok: 'Confirm the green button',
    next: 'Next person',
    back: 'Back',
  },
  scanWhat:
    'Scan a member card, a SIM card, a product, the label of a device, a referral or a ticket: each goes to its place.',
};
