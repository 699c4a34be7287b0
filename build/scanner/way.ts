/** One way in which a scanner can be plugged in. */
export interface ScannerWay {
  /** What to do at the till so that it hears it. */
  readonly hint: string;
  readonly scan: (code: string) => Promise<void>;
  readonly close: () => void;
}
