/** One code, however it came. */
export interface Scan {
  /** The same code read in different ways, such as by key codes and by characters of a keyboard. */
  readonly readings: readonly string[];
  /** AIM identifier of the symbol, when the scanner says. */
  readonly aim?: string;
  readonly from: 'keyboard' | 'device' | 'screen';
  /** Usual time between two keys, when it was typed. */
  readonly gapMs?: number;
}

/** What the log of scans keeps of one: nothing of what is in it. */
export interface LoggedScan {
  readonly at: Date;
  readonly from: Scan['from'];
  readonly aim: string | null;
  readonly gapMs: number | null;
  /** `9` for a digit, `A` for a letter, any other sign as it is; how often when it repeats. */
  readonly form: string;
}

export const logged = (scan: Scan, at: Date): LoggedScan => ({
  at,
  from: scan.from,
  aim: scan.aim ?? null,
  gapMs: scan.gapMs ?? null,
  form: formOf(scan.readings[0] ?? ''),
});

/** `4712345678` → `9×10`; `PAR-12` → `A×3 - 9×2`. */
export function formOf(text: string): string {
  const kinds = text
    .replace(/\p{L}/gu, 'A')
    .replace(/\d/g, '9')
    .replace(/[^\x20-\x7e]/g, '·');
  const runs = kinds.match(/(.)\1*/g) ?? [];
  return runs.map((run) => (run.length > 1 ? `${run[0]}×${run.length}` : run)).join(' ');
}
