import type { session as fr } from '../fr/session.ts';
import type { SameWords } from '../typeset.ts';

export const session: SameWords<typeof fr> = {
  title: 'Open the till',
  day: 'Day of',
  how: 'Count what is in the drawer. Enter goes to the next box. Type 0 where there is none.',
  total: 'Float',
  left: 'Left at the last closing',
  same: 'The count is the same: perfect.',
  more: '{{amount}} more than what was left.',
  less: '{{amount}} less than what was left.',
  differenceText: 'Count once more. If the difference stays, open anyway: it will be noted.',
  noLeft: 'This is the first opening: nothing to compare with.',
  notCounted: 'Not counted yet',
  none: 'The drawer is empty',
  open: 'Open the till',
  dayTitle: 'Is today really {{day}}?',
  dayText: 'The last day recorded is {{last}}. A day opened on a wrong date cannot be corrected.',
  dayFirst: 'A day opened on a wrong date cannot be corrected.',
  dayYes: 'Yes, today is {{day}}',
  dayNo: 'No, the date of the computer is wrong',
  waitTitle: 'The till is not open yet',
  waitText: 'Ask a seller or a manager to open it. Meanwhile you can register people.',
  waitPersons: 'Go to people',
  adminText: 'Your role is for settings. A seller or a manager opens the till.',
  differs: 'Float different by {{amount}}.',
  differsNext: 'It is noted. You can sell.',
};
