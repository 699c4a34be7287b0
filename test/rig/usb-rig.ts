import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, root } from '#build/paths.ts';

/** Starts a virtual machine with a USB bus, and a printer, scanners and a keyboard on it. */
export const usbRig = join(root, '../shared/rigs/usb/build');
/** Kept between runs: the kernel that the machine starts. */
export const usbRigFolder = join(outFolder, 'rig');

const needed = ['qemu-system-x86_64', 'busybox', 'cpio', 'xz', 'apt-get'];
const works = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Why that machine cannot be started here; null when it can. */
export function whyNoUsbRig(): string | null {
  if (!existsSync(usbRig)) return 'no ../shared/rigs/usb here';
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'only on 64-bit Linux';
  const missing = needed.find((name) => !works('which', name));
  if (missing !== undefined) return `no ${missing} here`;
  const hasKernel =
    existsSync(join(usbRigFolder, 'k/boot')) || works('apt-cache', 'show', 'linux-image-amd64');
  return hasKernel ? null : 'no kernel to be had from apt here';
}
