import type { Result } from '#domain/result.ts';
import { accessCalls } from './access.ts';
import { archiveCalls } from './archive.ts';
import { backupCalls } from './backup.ts';
import { basketCalls } from './basket.ts';
import { closingCalls } from './closing.ts';
import { correctionCalls } from './correction.ts';
import { deskCalls } from './desk.ts';
import { displayCalls } from './display.ts';
import { exchangeCalls } from './exchange.ts';
import { inspectionCalls } from './inspection.ts';
import { integrityCalls } from './integrity.ts';
import { journalCalls } from './journal.ts';
import { moneyCalls } from './money.ts';
import { personCalls } from './person.ts';
import { printingCalls } from './printing.ts';
import { referralCalls } from './referral.ts';
import { returnCalls } from './return.ts';
import { saleCalls } from './sale.ts';
import { scanningCalls } from './scanning.ts';
import { sessionCalls } from './session.ts';
import { setUpCalls } from './set-up.ts';
import { settingsCalls } from './settings.ts';
import { sheetCalls } from './sheet.ts';
import { stockCalls } from './stock.ts';
import { teamCalls } from './team.ts';
import { ticketCalls } from './ticket.ts';
import { trainingCalls } from './training.ts';
import { workCalls } from './work.ts';
import type { CommonRefusal, InputOf, OutputOf, RefusalOf } from './call.ts';
import type { Changed } from './topics.ts';

/** Everything the page may ask of the application. One name through every layer. */
export const contract = {
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
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<N extends CallName> = InputOf<Contract[N]>;
export type Output<N extends CallName> = OutputOf<Contract[N]>;
export type Refusal<N extends CallName> = RefusalOf<Contract[N]>;
export type Answer<N extends CallName> = Result<Output<N>, Refusal<N> | CommonRefusal>;

/** The one door that a shell opens between the page and the application. */
export interface Bridge {
  readonly shell: 'electron' | 'browser';
  readonly invoke: (name: string, input: unknown) => Promise<unknown>;
  readonly onChanged: (listener: (changed: Changed) => void) => () => void;
}
