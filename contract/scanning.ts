import { z } from 'zod';
import { call, type } from './call.ts';
import { baudRates, serialPort } from './printing.ts';

/** How the keyboard scanner of a desk types. */
export const wedgeChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('usual') }),
  /** As slow as a fast typist: only digits are taken for a scan. */
  z.object({ kind: z.literal('slow') }),
  /** Set to send some characters first: they tell a scan from typing at any speed. */
  z.object({ kind: z.literal('prefix'), prefix: z.string().min(1).max(6) }),
]);

export type WedgeChoice = z.infer<typeof wedgeChoice>;

export const scannerChoice = z.object({
  wedge: wedgeChoice,
  serial: z
    .object({ path: serialPort, baudRate: z.union(baudRates.map((one) => z.literal(one))) })
    .nullable(),
});

export type ScannerChoice = z.infer<typeof scannerChoice>;

/** A scanner that types nothing: found by itself (HID POS), or on the port that was chosen. */
export interface ScannerDevice {
  readonly kind: 'hid' | 'serial';
  readonly name: string;
  /** `no-access`: plugged in, but the system does not let the till read it. */
  readonly state: 'ready' | 'missing' | 'no-access';
}

export const scanningCalls = {
  /** The oldest code that a scanner sent and no page has taken; each is given once. */
  takeScan: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({}),
    output: type<{ readonly text: string; readonly aim: string | null } | null>(),
    refusals: type<never>(),
  }),
  /** What is set, and serial ports that a scanner may be on. */
  scannerChoice: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['desk'],
    input: z.object({}),
    output: type<{ readonly choice: ScannerChoice; readonly ports: readonly string[] }>(),
    refusals: type<never>(),
  }),
  chooseScanner: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ scanner: scannerChoice }),
    output: type<null>(),
    refusals: type<never>(),
  }),
} as const;
