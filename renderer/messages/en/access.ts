import type { access as fr } from '../fr/access.ts';
import type { SameWords } from '../typeset.ts';

export const access: SameWords<typeof fr> = {
  title: 'Who holds the till?',
  forgotten: 'Forgotten? A manager gives you another one, under “Team”.',
  text: 'Choose your name, then type your password.',
  password: 'Password of {{name}}',
  enter: 'Sign in',
  other: 'This is not me',
  demo: 'Demonstration, password: {{password}}',
  adminOnly: 'Settings only',
  drawerCount: {
    offer: 'Count the drawer while handing over',
    offerHint: 'Optional.',
    title: 'Count the drawer',
    text: 'Count together what is in the drawer. Nothing is closed, the day goes on.',
    total: 'Cash counted',
    check: 'Check the drawer',
    skip: 'Go on without counting',
    same: 'The drawer is exact: {{counted}}.',
    less: '{{amount}} is missing from the drawer.',
    more: 'There is {{amount}} too much in the drawer.',
    next: 'It is recorded. Now choose who takes the till.',
  },
  newPassword: {
    title: 'Choose your password',
    text: 'The one you were given works once. Take one that nobody else knows.',
    current: 'Password you were given',
    done: 'It counts from now on.',
  },
};
