import { keyboardDescription, uhidDevice } from './uhid.ts';
import type { ScannerWay } from './way.ts';

type Key = readonly [character: string, press: readonly [modifier: number, usage: number]];

const leftShift = 2;
const enter = 0x28;
/** Usages of the keys of a US keyboard, without and with Shift (HID Usage Tables, page 7). */
const usages = new Map<string, readonly [modifier: number, usage: number]>([
  ...[...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter, index) => [
    [letter, [0, 0x04 + index]] as Key,
    [letter.toUpperCase(), [leftShift, 0x04 + index]] as Key,
  ]),
  ...[...'1234567890'].map((digit, index) => [digit, [0, 0x1e + index]] as Key),
  ...[...'!@#$%^&*()'].map((sign, index) => [sign, [leftShift, 0x1e + index]] as Key),
  ['-', [0, 0x2d]],
  ['_', [leftShift, 0x2d]],
  ['.', [0, 0x37]],
  ['/', [0, 0x38]],
]);

/** A scanner that types: a keyboard of US keys, as most are sold, a key every `gapMs`. */
export function keyboardScanner(gapMs: number): ScannerWay {
  const device = uhidDevice({ name: 'Comptoir wedge', vendorId: 0x1209, description: keyboardDescription });
  const press = async (modifier: number, usage: number): Promise<void> => {
    device.report(Uint8Array.of(modifier, 0, usage, 0, 0, 0, 0, 0));
    device.report(new Uint8Array(8));
    await new Promise((resolve) => setTimeout(resolve, gapMs));
  };
  return {
    hint: 'Scanner clavier branché : mettez la fenêtre de la caisse devant, il tape où l’on tape.',
    scan: async (code) => {
      for (const character of code) {
        const key = usages.get(character);
        if (key) await press(...key);
      }
      await press(0, enter);
    },
    close: device.close,
  };
}
