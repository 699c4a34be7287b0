import type { PrinterChoice } from '#contract/printing.ts';
import { deviceLink } from '#drivers/printer/link/device.ts';
import type { OpenLink } from '#drivers/printer/link/port.ts';
import { serialLink } from '#drivers/printer/link/serial.ts';
import { tcpLink } from '#drivers/printer/link/tcp.ts';
import { linkedPrinter } from '#drivers/printer/linked.ts';
import type { Printer, PrinterStatus } from '#drivers/printer/port.ts';
import type { PrinterProfile } from '#drivers/printer/profile.ts';
import { cupsSpooler } from '#drivers/printer/spool/cups.ts';
import { spooledPrinter } from '#drivers/printer/spool/spooled.ts';
import { windowsSpooler } from '#drivers/printer/spool/winspool.ts';
import { virtualPrinter } from '#drivers/printer/virtual.ts';

/** The printer that was chosen in the settings; null for none. */
export function printerFor(
  choice: PrinterChoice,
  profile: PrinterProfile,
  onStatus: (status: PrinterStatus) => void,
): Printer | null {
  const linked = (open: OpenLink): Printer => linkedPrinter({ open, profile, onStatus });
  switch (choice.kind) {
    case 'none':
      return null;
    case 'virtual':
      return virtualPrinter({});
    case 'tcp':
      return linked(tcpLink(choice.host, choice.port));
    case 'serial':
      return linked(serialLink(choice));
    case 'device':
      return linked(deviceLink(choice.path));
    case 'cups':
      return spooledPrinter(cupsSpooler(choice.queue));
    case 'windows':
      return spooledPrinter(windowsSpooler(choice.queue));
  }
}

/** What a printer is called where it is spoken of. */
export function printerLabel(choice: PrinterChoice): string {
  switch (choice.kind) {
    case 'none':
    case 'virtual':
      return '';
    case 'tcp':
      return `${choice.host}:${choice.port}`;
    case 'serial':
    case 'device':
      return choice.path;
    case 'cups':
    case 'windows':
      return choice.queue;
  }
}
