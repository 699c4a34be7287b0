import type { TillId } from '#domain/ids.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';

import { pictureUpTo } from './form/picture.ts';
import type { PdfView } from './sheet.ts';

export interface Settings {
  readonly printer: PrinterChoice;
  readonly profiles: readonly { readonly id: string; readonly label: string }[];
  /** Numbers under which a printer may hold the signs of French; the test page shows each. */
  readonly codepages: readonly number[];
  readonly language: 'fr' | 'en';
  readonly headquartersUrl: string | null;
  /** Of the point. */
  readonly tills: readonly TillId[];
  readonly dataFolder: string;
  readonly encrypted: boolean;
}

/** What was found out about a printer by trying it, on top of its profile. */
const adjustment = z.object({
  codepageNumber: z.number().int().min(0).max(255).optional(),
  cutter: z.boolean().optional(),
  drawerPin: z.union([z.literal(0), z.literal(1)]).optional(),
  drawerOpenWhen: z.enum(['high', 'low']).optional(),
  nativeBarcodes: z.boolean().optional(),
});

const paper = { profile: z.string().max(40), adjustment: adjustment.default({}) };

const queue = z.string().min(1).max(220);

/** Device files of printers and nothing else: bytes written to another one could be the end of a disk. */
const deviceFile = z.string().regex(/^\/dev\/(?:usb\/)?lp\d{1,2}$/);

/** Names of serial ports, under every system; nothing else is opened as one. */
export const serialPort = z
  .string()
  .max(200)
  .regex(/^(?:COM\d{1,3}|\/dev\/(?:tty|cu\.|rfcomm|serial\/|pts\/)[\w./:-]+)$/)
  .refine((path) => !path.includes('..'));

export const baudRates = [9_600, 19_200, 38_400, 57_600, 115_200] as const;

export const printerChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('virtual') }),
  z.object({
    kind: z.literal('tcp'),
    host: z.string().trim().min(1).max(120),
    port: z.number().int().min(1).max(65_535),
    ...paper,
  }),
  z.object({ kind: z.literal('windows'), queue, ...paper }),
  z.object({ kind: z.literal('cups'), queue, ...paper }),
  z.object({ kind: z.literal('device'), path: deviceFile, ...paper }),
  z.object({
    kind: z.literal('serial'),
    path: serialPort,
    baudRate: z.union(baudRates.map((one) => z.literal(one))),
    flowControl: z.boolean(),
    ...paper,
  }),
]);

export type PrinterChoice = z.infer<typeof printerChoice>;

/** A printer, or a cable that may lead to one, that this machine knows of. */
export type FoundPrinter =
  | { readonly kind: 'windows' | 'cups'; readonly queue: string }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'serial'; readonly path: string; readonly maker: string | null }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** `waiting`: somebody has to look whether a ticket came out. `trouble`: `fault` says which. */
export type PrinterState = 'ready' | 'none' | 'working' | 'waiting' | 'paper-near-end' | 'trouble';

export interface PrinterView {
  readonly state: PrinterState;
  /** What it is called in the settings; empty for none. */
  readonly label: string;
  /** Why it prints nothing now. */
  readonly fault: string | null;
  /** Null when the printer does not say. */
  readonly drawerOpen: boolean | null;
}

export interface PrintJobView {
  readonly id: string;
  readonly title: string;
  /** Of a sale: another one of it is a DUPLICATA. */
  readonly isTicket: boolean;
  readonly createdAt: Instant;
  readonly state: 'queued' | 'printing' | 'printed' | 'unconfirmed' | 'failed' | 'ask' | 'dropped';
  readonly fault: string | null;
  /** The printer it was sent to in place of this desk's. */
  readonly printer: string | null;
  readonly document: TicketDocument;
}

export interface TestOutcome {
  readonly outcome: 'printed' | 'unconfirmed' | 'failed';
  readonly fault: string | null;
}

/** A page for a person is as long as ten sentences in the widest script need. */
const highestPage = 2_400;

type NoPrinter = { readonly kind: 'no-printer' };

export const printingCalls = {
  /** With `network`, also printers of the local network, which are asked one by one: some seconds. */
  findPrinters: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ network: z.boolean() }),
    output: type<readonly FoundPrinter[]>(),
    refusals: type<never>(),
  }),
  testPrinter: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({}),
    output: type<TestOutcome>(),
    refusals: type<NoPrinter>(),
  }),
  /** Opens the drawer and looks which level its switch has when it is open; the answer is kept. */
  testDrawer: call({
    role: 'seller',
    input: z.object({ pin: z.union([z.literal(0), z.literal(1)]) }),
    output: type<TestOutcome & { readonly openWhen: 'high' | 'low' | null }>(),
    refusals: type<NoPrinter>(),
  }),
  printJobs: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['print-jobs'],
    input: z.object({}),
    output: type<readonly PrintJobView[]>(),
    refusals: type<never>(),
  }),
  settlePrintJob: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ id: z.uuid(), as: z.enum(['print-again', 'consider-printed', 'drop']) }),
    output: type<null>(),
    refusals: type<{ kind: 'job-unknown' }>(),
  }),
  /** Prints one job on another printer; nothing else changes. */
  redirectPrintJob: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ id: z.uuid(), printer: printerChoice }),
    output: type<null>(),
    refusals: type<{ kind: 'job-unknown' } | NoPrinter>(),
  }),
  choosePrinter: call({
    role: 'seller',
    input: z.object({ printer: printerChoice }),
    output: type<Settings>(),
    refusals: type<never>(),
  }),
  /** A page for the person, drawn by the page in their language: what to come back with, or what is kept of them. */
  printPage: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      kind: z.enum(['slip', 'notice']),
      picture: pictureUpTo(highestPage),
      alt: z.string().max(2_000),
      to: z.enum(['printer', 'pdf']),
    }),
    output: type<{ readonly pdf: PdfView | null }>(),
    refusals: type<{ kind: 'no-printer' }>(),
  }),
} as const;
