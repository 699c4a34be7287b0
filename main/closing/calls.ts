import type { UseCases } from '../deps.ts';
import { checkCount } from './check-count.ts';
import { closeSession } from './close-session.ts';
import { closing } from './closing.ts';
import { closingState } from './closing-state.ts';
import { closings } from './closings.ts';
import { reprintClosing } from './reprint-closing.ts';

export const closingCalls = {
  checkCount,
  closeSession,
  closing,
  closingState,
  closings,
  reprintClosing,
} satisfies UseCases;
