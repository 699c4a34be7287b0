import { rightsEventTypes } from './rights.ts';

/**
 * Every event of the technical journal, by the group it is looked up under. A type that is not here cannot be
 * journalled; one without its words in every language does not compile.
 */
export const eventsByGroup = {
  people: ['sign-in', 'sign-out', 'taking-over', 'password-changed', 'right-changed', 'handover-counted'],
  // What 0.1 wrote in the place of `window-taken-back` is still read.
  rights: [...rightsEventTypes, 'identity-seen', 'referral-corrected'],
  session: ['opening', 'closing', 'x-report'],
  sale: ['line-removed', 'basket-abandoned', 'override'],
  drawer: [
    'drawer-opened',
    'pay-in',
    'drop',
    'deposit',
    'deposit-credited',
    'credit-statement',
    'credit-settled',
  ],
  stock: ['stock-moved', 'stock-counted', 'unit-tested'],
  paper: ['printer-chosen', 'print-settled', 'scanner-chosen', 'logo-chosen'],
  headquarters: [
    'batch-sent',
    'batch-acknowledged',
    'batch-handed-over',
    'answer-imported',
    'reference-taken',
    'offline-start',
    'offline-end',
  ],
  journal: [
    'integrity-defect',
    'integrity-read',
    'integrity-checked',
    'clock-jump',
    'version',
    'baseline',
    'backup',
    'restore',
    'archive',
    'export',
    'text-erased',
    'setting-changed',
    'till-added',
    'training-on',
    'training-off',
  ],
} as const;

export type EventGroup = keyof typeof eventsByGroup;
export type EventType = (typeof eventsByGroup)[EventGroup][number];

export const eventGroups = Object.keys(eventsByGroup) as EventGroup[];
