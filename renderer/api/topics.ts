import type { CallName, Topic } from '#contract/ipc.ts';

/** Which questions are asked again when the application says that something changed. */
export const questionsOf: Readonly<Record<Topic, readonly CallName[]>> = {
  desk: [
    'deskState',
    'signInChoices',
    'openingProposal',
    'closingState',
    'settings',
    'closings',
    'scannerChoice',
    'logo',
    'display',
  ],
  basket: ['basket', 'heldBaskets', 'closingState', 'handoverPending'],
  stock: ['stock', 'units', 'tiles'],
  batches: ['batches', 'deskState'],
  'print-jobs': ['printJobs', 'deskState'],
  team: ['team', 'signInChoices', 'deskState'],
  tickets: ['tickets', 'ticket', 'deskState'],
  journal: ['integrity', 'events', 'archives', 'backups', 'deskState'],
  money: ['moneyState', 'statement', 'closings', 'closing'],
  // Heard by whoever listens to scanners: nothing is asked again.
  scan: [],
  work: ['work', 'archives', 'backups', 'integrity'],
};

export const allTopics = Object.keys(questionsOf) as Topic[];

/** Calls whose answer is the basket as it now stands: shown at once, without asking again. */
export const answersWithBasket: ReadonlySet<CallName> = new Set<CallName>([
  'addProduct',
  'addUnit',
  'replaceLine',
  'removeLine',
  'markLine',
  'overrideLine',
  'choosePerson',
  'holdBasket',
  'recallBasket',
  'abandonBasket',
  'startPayment',
  'setTenders',
  'cancelPayment',
]);
