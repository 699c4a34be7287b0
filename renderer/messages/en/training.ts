import type { training as fr } from '../fr/training.ts';
import type { SameWords } from '../typeset.ts';

export const training: SameWords<typeof fr> = {
  band: 'TRAINING — nothing is real here',
  stop: 'Leave training',
  started: 'You are in training.',
  startedNext: 'Sell, make mistakes, start again: nothing counts and the drawer stays shut.',
  stopped: 'Training is over.',
  stoppedNext: 'Everything you do now is real.',
  operatorText: 'Nothing done here carries your name elsewhere. Real cards are refused.',
  tray: {
    title: 'To practise',
    text: 'Touch, as if you scanned.',
    fold: 'Fold',
    unfold: 'Unfold',
    people: 'Cards',
    articles: 'Articles',
    none: 'There is nothing to touch here: choose a product on the right.',
  },
};
