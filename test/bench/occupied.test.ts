import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished, expect, test } from 'vitest';
import { familyMb, residentMb } from './occupied.ts';

const heldMb = 120;
/** Holds memory, and says its own id once a child that holds as much does. */
const program = (generations: number): string => `
  const held = Buffer.alloc(${heldMb} * 1e6, 1);
  const { spawn } = require('node:child_process');
  const ready = () => console.log(held.length);
  ${generations > 1 ? `spawn(process.execPath, ['-e', ${JSON.stringify(program(generations - 1))}]).stdout.once('data', ready);` : 'ready();'}
  process.stdin.resume().on('end', () => process.exit());`;

/** Its children end with it: each reads the other's end. */
async function family(generations: number): Promise<number> {
  const child = spawn(process.execPath, ['-e', program(generations)]);
  onTestFinished(() => void child.stdin.end());
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

test('what a process holds is its own, what its family holds is also that of those who come from it', async () => {
  const pid = await family(3);
  const own = residentMb(pid);
  expect([own > heldMb, own < 2 * heldMb]).toEqual([true, true]);
  const all = familyMb(pid);
  if (all === null) return;
  // Less than three times its own: the program's pages are shared by the three, and counted once.
  expect([all > 3 * heldMb, all < 3 * own]).toEqual([true, true]);
});
