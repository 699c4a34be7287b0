import type { ScannedCode } from './port.ts';

/** Scanned data report of an HID POS scanner (HID Point of Sale Usage Tables 1.02, usage page 0x8C). */
interface ScanReport {
  readonly aim: string;
  readonly data: string;
  readonly more: boolean;
}

const reportId = 2;
const longestData = 56;
const dataStart = 5;
const flagsAt = 63;

/**
 * Reads one report of 64 bytes: [0] is 2, [1] the length of the data, [2..4] the AIM identifier, [5..60] the data in
 * Latin-1, bit 0 of [63] says that the code goes on in the next one. Null for any other report.
 */
function readReport(bytes: Uint8Array): ScanReport | null {
  const length = bytes[1] ?? 0;
  if (bytes[0] !== reportId || length > longestData || bytes.length < dataStart + length) return null;
  return {
    aim: latin1(bytes.subarray(2, dataStart)),
    data: latin1(bytes.subarray(dataStart, dataStart + length)),
    more: ((bytes[flagsAt] ?? 0) & 1) === 1,
  };
}

/** Puts codes together from the reports of one scanner; a code is complete with the report that says so. */
export function scanReader(): (report: Uint8Array) => ScannedCode | null {
  let begun = '';
  return (bytes) => {
    const report = readReport(bytes);
    if (!report) return null;
    begun += report.data;
    if (report.more) return null;
    const text = begun;
    begun = '';
    // Some add the end of line they would type as a keyboard.
    const code = text.replace(/[\r\n\t\0]+$/, '');
    if (code === '') return null;
    return /^\][A-Za-z]\w$/.test(report.aim) ? { text: code, aim: report.aim } : { text: code };
  };
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
