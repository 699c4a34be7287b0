/** What a printer may report, or what keeps its queue; anything else is told as a plain error. */
const printerFaults = [
  'unreachable',
  'paper-end',
  'cover-open',
  'offline',
  'cutter',
  'stalled',
  'error',
  'disk-full',
] as const;
type PrinterFaultName = (typeof printerFaults)[number];

export const faultNamed = (fault: string): PrinterFaultName =>
  printerFaults.find((one) => one === fault) ?? 'error';
