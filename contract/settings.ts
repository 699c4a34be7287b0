import type { TicketDocument } from '#domain/ticket.ts';
import type { Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './call.ts';

export const printerChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('virtual') }),
  z.object({
    kind: z.literal('tcp'),
    host: z.string().trim().min(1).max(120),
    port: z.number().int().min(1).max(65_535),
    profile: z.string().max(40),
  }),
]);
export type PrinterChoice = z.infer<typeof printerChoice>;

export interface Settings {
  readonly printer: PrinterChoice;
  readonly profiles: readonly { readonly id: string; readonly label: string }[];
  readonly language: 'fr' | 'en';
  readonly headquartersUrl: string | null;
  readonly dataFolder: string;
  readonly encrypted: boolean;
}

export interface PrintJobView {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Instant;
  readonly state: 'queued' | 'printing' | 'printed' | 'unconfirmed' | 'failed' | 'ask' | 'dropped';
  readonly fault: string | null;
  readonly document: TicketDocument;
}

export const settingsCalls = {
  settings: call({ role: 'seller', input: z.object({}), output: type<Settings>(), refusals: type<never>() }),
  choosePrinter: call({
    role: 'seller',
    input: z.object({ printer: printerChoice }),
    output: type<Settings>(),
    refusals: type<never>(),
  }),
  testPrinter: call({
    role: 'seller',
    input: z.object({}),
    output: type<{ readonly outcome: 'printed' | 'unconfirmed' | 'failed'; readonly fault: string | null }>(),
    refusals: type<{ kind: 'no-printer' }>(),
  }),
  chooseLanguage: call({
    role: 'nobody',
    input: z.object({ language: z.enum(['fr', 'en']) }),
    output: type<null>(),
    refusals: type<never>(),
  }),
  printJobs: call({
    role: 'trainee',
    input: z.object({}),
    output: type<readonly PrintJobView[]>(),
    refusals: type<never>(),
  }),
  settlePrintJob: call({
    role: 'trainee',
    input: z.object({ id: z.uuid(), as: z.enum(['print-again', 'consider-printed', 'drop']) }),
    output: type<null>(),
    refusals: type<{ kind: 'job-unknown' }>(),
  }),
} as const;
