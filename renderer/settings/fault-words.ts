/** What a printer may report; anything else is told as a plain error. */
export const printerFaults = [
  'unreachable',
  'paper-end',
  'cover-open',
  'offline',
  'cutter',
  'stalled',
  'error',
] as const;
export type PrinterFaultName = (typeof printerFaults)[number];

export const faultNamed = (fault: string): PrinterFaultName =>
  printerFaults.find((one) => one === fault) ?? 'error';
