import { closeSync, constants, openSync, writeSync } from 'node:fs';

// The Linux kernel's HID devices of programs (linux/uhid.h): what is written to them comes out as of a USB device.
const eventSize = 4_376;
const create = 11;
const input = 12;
const usb = 3;

/** A HID device that this program plays. @throws where the kernel has none, or lets only its administrator make one. */
export function uhidDevice(device: {
  readonly name: string;
  readonly vendorId: number;
  readonly description: Uint8Array;
}): { readonly report: (bytes: Uint8Array) => void; readonly close: () => void } {
  const file = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK);
  const tell = (type: number, fill: (event: Buffer) => void): void => {
    const event = Buffer.alloc(eventSize);
    event.writeUInt32LE(type, 0);
    fill(event);
    writeSync(file, event);
  };
  tell(create, (event) => {
    event.write(device.name, 4);
    event.writeUInt16LE(device.description.length, 260);
    event.writeUInt16LE(usb, 262);
    event.writeUInt32LE(device.vendorId, 264);
    event.set(device.description, 280);
  });
  return {
    report: (bytes) =>
      tell(input, (event) => {
        event.writeUInt16LE(bytes.length, 4);
        event.set(bytes, 6);
      }),
    close: () => closeSync(file),
  };
}

/** An HID POS barcode scanner: report 2 of 64 bytes (usage page 0x8C). */
export const scannerDescription = Uint8Array.from(
  Buffer.from(
    '058c0902a10185020912a102150026ff00750895010501093b81029503058c09fb09fc09fd8102953809fe820201950281017501950125010' +
      '9ff8102750795018101c0c0',
    'hex',
  ),
);

/** A boot keyboard: reports of 8 bytes. */
export const keyboardDescription = Uint8Array.from(
  Buffer.from(
    '05010906a101050719e029e7150025017501950881029501750881039505750105081901290591029501750391039506750815002565050719' +
      '0029658100c0',
    'hex',
  ),
);
