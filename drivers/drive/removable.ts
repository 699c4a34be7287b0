import { execFile } from 'node:child_process';
import { accessSync, constants, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Folders of USB drives that are plugged in now and can be written to. Never fails: none is an answer. */
export async function removableDrives(platform: NodeJS.Platform = process.platform): Promise<string[]> {
  const folders = await foldersOn(platform).catch(() => []);
  return folders.filter(isWritable);
}

async function foldersOn(platform: NodeJS.Platform): Promise<string[]> {
  if (platform === 'win32') return windowsDrives();
  if (platform === 'darwin') return readdirSync('/Volumes').map((name) => join('/Volumes', name));
  return linuxMounts(readFileSync('/proc/self/mounts', 'utf8'));
}

/** Desktop systems mount what is plugged in below these two folders. A space is written `\040` in the list. */
export const linuxMounts = (mounts: string): string[] =>
  mounts
    .split('\n')
    .map((line) => (line.split(' ')[1] ?? '').replace(/\\040/g, ' '))
    .filter((folder) => /^(?:\/run)?\/media\/./.test(folder));

/** DriveType 2 is "removable". */
async function windowsDrives(): Promise<string[]> {
  const ask = "Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | ForEach-Object { $_.DeviceID }";
  const { stdout } = await promisify(execFile)('powershell.exe', ['-NoProfile', '-Command', ask], {
    timeout: 10_000,
    windowsHide: true,
  });
  return stdout
    .split(/\r?\n/)
    .filter((line) => /^[A-Z]:$/.test(line))
    .map((letter) => `${letter}\\`);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
