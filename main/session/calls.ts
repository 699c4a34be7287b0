import type { UseCases } from '../deps.ts';
import { countHandover } from './count-handover.ts';
import { moveCash } from './move-cash.ts';
import { openDrawer } from './open-drawer.ts';
import { openSession } from './open-session.ts';
import { openingProposal } from './opening-proposal.ts';
import { xReport } from './x-report.ts';

export const sessionCalls = {
  countHandover,
  moveCash,
  openDrawer,
  openSession,
  openingProposal,
  xReport,
} satisfies UseCases;
