import type { ui as fr } from '../fr/ui.ts';
import type { SameWords } from '../typeset.ts';

export const ui: SameWords<typeof fr> = {
  close: 'Close',
  back: 'Back',
  next: 'Continue',
  confirm: 'Confirm',
  cancel: 'Cancel',
  yes: 'Yes',
  no: 'No',
  loading: 'One moment…',
  marketValue: 'indicative market value',
  none: 'None',
  stepDone: 'done',
  count: {
    notes: 'Notes',
    coins: 'Coins (and rolls)',
    roll: '+ roll',
    rollOf: 'Add a roll of {{roll}} coins of {{name}}',
    emptyTitle_one: '{{count}} box is empty',
    emptyTitle_other: '{{count}} boxes are empty',
    emptyText: 'Empty is not zero. Is there really nothing in these boxes: {{names}}?',
    emptyYes: 'There is none',
    emptyNo: 'I am still counting',
  },
  approval: {
    who: 'Who approves?',
    nobody: 'No manager is registered at this till.',
    password: "Manager's password",
    reason: 'Why (a few words)',
    approve: 'Approve',
  },
  link: {
    starting: 'Comptoir is starting…',
    unlinkedTitle: 'This page is no longer linked to the till',
    unlinked: 'This page is no longer linked to the till. Open again the address given at start.',
    unreachable:
      'The till does not answer. It may be restarting: this page tries again by itself. If it lasts, close it and open Comptoir again.',
  },
  crash: {
    title: 'This screen stopped',
    text: 'Nothing that was confirmed is lost. Open the screen again; if it comes back, call a manager.',
    again: 'Open the screen again',
  },
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  months_one: '{{count}} month',
  months_other: '{{count}} months',
};
