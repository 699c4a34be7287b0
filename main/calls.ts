import type { CallName } from '#contract/ipc.ts';
import { accessCalls } from './access/calls.ts';
import { archiveCalls } from './archive/calls.ts';
import { backupCalls } from './backup/calls.ts';
import { basketCalls } from './basket/calls.ts';
import { closingCalls } from './closing/calls.ts';
import { correctionCalls } from './correction/calls.ts';
import { deskCalls } from './desk/calls.ts';
import { displayCalls } from './display/calls.ts';
import { exchangeCalls } from './exchange/calls.ts';
import { inspectionCalls } from './inspection/calls.ts';
import { integrityCalls } from './integrity/calls.ts';
import { journalCalls } from './journal/calls.ts';
import { moneyCalls } from './money/calls.ts';
import { personCalls } from './person/calls.ts';
import { printingCalls } from './printing/calls.ts';
import { referralCalls } from './referral/calls.ts';
import { returnCalls } from './return/calls.ts';
import { saleCalls } from './sale/calls.ts';
import { scanningCalls } from './scanning/calls.ts';
import { sessionCalls } from './session/calls.ts';
import { setUpCalls } from './set-up/calls.ts';
import { settingsCalls } from './settings/calls.ts';
import { sheetCalls } from './sheet/calls.ts';
import { stockCalls } from './stock/calls.ts';
import { teamCalls } from './team/calls.ts';
import { ticketCalls } from './ticket/calls.ts';
import { trainingCalls } from './training/calls.ts';
import { workCalls } from './work/calls.ts';
import type { UseCase } from './deps.ts';

/** Calls that only make sense before a till is set up are answered by the set-up itself. */
export type DeskCall = Exclude<CallName, 'enrol' | 'restoreBackup'>;

/** Every call of the contract and what answers it: a call without a use case does not compile. */
export const useCases: { readonly [N in DeskCall]: UseCase<N> } = {
  ...accessCalls,
  ...archiveCalls,
  ...backupCalls,
  ...basketCalls,
  ...closingCalls,
  ...correctionCalls,
  ...deskCalls,
  ...displayCalls,
  ...exchangeCalls,
  ...inspectionCalls,
  ...integrityCalls,
  ...journalCalls,
  ...moneyCalls,
  ...personCalls,
  ...printingCalls,
  ...referralCalls,
  ...returnCalls,
  ...saleCalls,
  ...scanningCalls,
  ...sessionCalls,
  ...setUpCalls,
  ...settingsCalls,
  ...sheetCalls,
  ...stockCalls,
  ...teamCalls,
  ...ticketCalls,
  ...trainingCalls,
  ...workCalls,
};
