import type { setUp as fr } from '../fr/set-up.ts';
import type { SameWords } from '../typeset.ts';

export const setUp: SameWords<typeof fr> = {
  title: 'Set up this till',
  codeTitle: 'Type the set-up code',
  codeText: 'Headquarters sent it for this till. It works once.',
  code: 'Set-up code',
  url: 'Address of headquarters',
  urlHint:
    'It is in the message of headquarters and starts with https:// (http:// only if it is on this computer).',
  noCode: 'type the code',
  noUrl: 'type the address of headquarters',
  enrol: 'Link this till to headquarters',
  enrolling: 'Calling headquarters…',
  keyTitle: 'Write down the recovery key of {{site}}',
  keyText:
    'It alone can read the backups if this computer breaks. It is never shown again. Copy it on paper and keep it away from the computer.',
  keyDone: 'Written down and put away',
  restore: {
    title: 'Restore a backup',
    offer: 'The old computer broke, or this till was installed again?',
    steps: { choose: 'The backup', key: 'The recovery key', point: 'Restore' },
    chooseTitle: 'Which backup?',
    chooseText: 'Plug in the USB stick that holds the backups. The newest is usually the right one.',
    searching: 'Looking for backups…',
    found: 'Backups found',
    none: 'No backup was found.',
    noneNext: 'Plug in the USB stick and look again, or type the folder where it is kept.',
    again: 'Look again',
    folder: 'Another folder (if you know it)',
    search: 'Look in this folder',
    noChoice: 'choose a backup',
    keyTitle: 'Type the recovery key',
    keyText:
      'It was written on paper when the till was set up and put away from the computer. Nobody else has it, not even headquarters.',
    try: 'Verify the backup',
    pointTitle: 'Is this your point?',
    pointText:
      'What was done after this backup does not come back. Headquarters has kept the days it received.',
    go: 'Restore this point',
    done: 'The point is restored.',
    doneNext: 'Sign in with your usual password.',
  },
  firstTitle: 'Who is the first manager?',
  firstText: 'This person opens the till, creates the team and sets up the printer.',
  name: 'First name and first letter of the surname',
  password: 'Password',
  passwordHint: 'At least 8 characters, with small letters, capitals and digits.',
  again: 'The same password once more',
  different: 'The two passwords are not the same.',
  create: 'Create and continue',
};
