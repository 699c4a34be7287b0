export type PrinterFault =
  | 'unreachable'
  | 'paper-end'
  | 'cover-open'
  | 'offline'
  | 'cutter'
  | 'stalled'
  | 'error';

export type PrintOutcome =
  | { readonly kind: 'printed' }
  /** Everything was handed over, to a printer that never says what became of it. */
  | { readonly kind: 'unconfirmed' }
  /** `mayHavePrinted` is false only when nothing of the ticket was sent: printing again is then safe. */
  | { readonly kind: 'failed'; readonly reason: PrinterFault; readonly mayHavePrinted: boolean };

export interface PrinterStatus {
  readonly state: 'ready' | 'paper-near-end' | PrinterFault | 'unknown';
  /** Null when the printer does not say. */
  readonly drawerOpen: boolean | null;
}

/** One printer, whatever the cable. Calls may overlap: they are carried out one after the other. */
export interface Printer {
  /** Sends `bytes` once and never again by itself; every fault is an outcome, nothing is thrown. */
  print(bytes: Uint8Array): Promise<PrintOutcome>;
  status(): Promise<PrinterStatus>;
  /** Level of the drawer's switch as the printer reads it; null when it does not say. */
  drawerLevel(): Promise<'high' | 'low' | null>;
  /** Gives up what is under way; the printer may not be used afterwards. */
  close(): Promise<void>;
}
