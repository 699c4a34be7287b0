import { scannerDescription, uhidDevice } from './uhid.ts';
import type { ScannerWay } from './way.ts';

const longestPart = 56;
/** AIM identifiers by the form of a code, as a scanner tells them from the symbol it saw. */
const aimOf = (code: string): string => (/^\d{8}$|^\d{12,13}$/.test(code) ? ']E0' : ']C0');

/** Reports of one code: 64 bytes each, numbered 2, the last says that nothing follows. */
export function scanReports(code: string, aim = aimOf(code)): Uint8Array[] {
  const parts = code.match(new RegExp(`.{1,${longestPart}}`, 'gs')) ?? [];
  return parts.map((part, index) => {
    const report = Buffer.alloc(64);
    report[0] = 2;
    report[1] = part.length;
    report.write(aim + part, 2, 'latin1');
    report[63] = index < parts.length - 1 ? 1 : 0;
    return report;
  });
}

/** A scanner that types nothing (HID POS). */
export function hidScanner(): ScannerWay {
  const device = uhidDevice({ name: 'Comptoir HID POS', vendorId: 0x1209, description: scannerDescription });
  return {
    hint: 'Scanner HID POS branché : la caisse le trouve seule en deux secondes.',
    scan: async (code) => {
      for (const report of scanReports(code)) device.report(report);
    },
    close: device.close,
  };
}
