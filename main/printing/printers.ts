import type { PrinterChoice } from '#contract/settings.ts';
import type { Printer } from '#drivers/printer/port.ts';
import type { PrinterProfile } from '#drivers/printer/profile.ts';
import { tcpPrinter } from '#drivers/printer/tcp.ts';
import { virtualPrinter } from '#drivers/printer/virtual.ts';

/** The printer that was chosen in the settings; null for none. */
export function printerFor(choice: PrinterChoice, profile: PrinterProfile): Printer | null {
  switch (choice.kind) {
    case 'none':
      return null;
    case 'virtual':
      return virtualPrinter({});
    case 'tcp':
      return tcpPrinter({ host: choice.host, port: choice.port, profile });
  }
}
