import type { UseCases } from '../deps.ts';
import { checkJournal } from './check-journal.ts';
import { integrity } from './integrity.ts';
import { markDefectRead } from './mark-defect-read.ts';

export const integrityCalls = {
  checkJournal,
  integrity,
  markDefectRead,
} satisfies UseCases;
