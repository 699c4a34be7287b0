import type { signIn as fr } from '../fr/sign-in.ts';
import type { SameWords } from '../typeset.ts';

export const signIn: SameWords<typeof fr> = {
  title: 'Who holds the till?',
  text: 'Choose your name, then type your password.',
  password: 'Password of {{name}}',
  enter: 'Sign in',
  other: 'This is not me',
  demo: 'Demonstration, password: {{password}}',
  adminOnly: 'Settings only',
  newPassword: {
    title: 'Choose your password',
    text: 'The one you were given works once. Take one that nobody else knows.',
    current: 'Password you were given',
    done: 'It counts from now on.',
  },
};
