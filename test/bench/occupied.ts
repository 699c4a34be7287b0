import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const megabytes = (kilobytes: number): number => (kilobytes * 1024) / 1_000_000;

/** Memory of one process: all that it holds, what it shares with others included. */
export function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return megabytes(kilobytesIn(status, 'VmRSS'));
  return megabytes(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })));
}

/**
 * Memory of a process and all that come from it. Processes of one program share most of what they hold: each page
 * counts in parts (PSS), where adding up what each holds would count it once a process. Null where the system does
 * not tell.
 */
export function familyMb(pid: number): number | null {
  if (!existsSync(`/proc/${pid}/smaps_rollup`)) return null;
  const parents = parentsOfAll();
  const family = new Set([pid]);
  // Ids do not tell who came first: until nobody is added.
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family].reduce(
    (sum, one) => sum + megabytes(kilobytesIn(`/proc/${one}/smaps_rollup`, 'Pss')),
    0,
  );
}

function parentsOfAll(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = /^PPid:\s+(\d+)$/m.exec(textOf(`/proc/${name}/status`));
    if (parent) parents.set(Number(name), Number(parent[1]));
  }
  return parents;
}

const kilobytesIn = (file: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(textOf(file))?.[1] ?? 0);

/** Empty for a process that has just ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
