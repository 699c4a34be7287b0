import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { sampleTicket } from '#test/drivers/sample-ticket.ts';
import { privateCups } from '#test/support/cups.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { runUnderWine } from '#test/support/wine.ts';
import type { Told } from './inside.ts';

/** Prints from a program of Windows, whose queues are those of CUPS. */
async function printed(queue: string, jobs: readonly Uint8Array[]): Promise<Told> {
  const folder = temporaryFolder();
  const files = jobs.map((job, index) => {
    const file = join(folder, `${index}.bin`);
    writeFileSync(file, job);
    return `Z:${file}`;
  });
  const answer = join(folder, 'answer.json');
  await runUnderWine(join(import.meta.dirname, 'inside.ts'), [`Z:${answer}`, queue, ...files]);
  return JSON.parse(readFileSync(answer, 'utf8')) as Told;
}

const ticket = encodeTicket(sampleTicket, paper80mm);

test('a queue of Windows is listed, and hands tickets on byte for byte, none of them confirmed', async () => {
  const received = await privateCups('Caisse');
  const large = Uint8Array.from({ length: 200_000 }, (_, index) => index * 7 + (index >> 8));
  expect(await printed('Caisse', [ticket, large, ticket])).toEqual({
    platform: 'win32',
    queues: ['Caisse'],
    driverVersion: 3,
    status: { state: 'unknown', drawerOpen: null },
    outcomes: [{ kind: 'unconfirmed' }, { kind: 'unconfirmed' }, { kind: 'unconfirmed' }],
  });
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(3);
  expect(received.map((bytes, index) => bytes.equals(index === 1 ? large : ticket))).toEqual([
    true,
    true,
    true,
  ]);
});

test('a queue that Windows does not know is unreachable, and nothing was taken', async () => {
  const received = await privateCups('Caisse');
  expect(await printed('Bureau', [ticket])).toMatchObject({
    queues: ['Caisse'],
    driverVersion: null,
    status: { state: 'unreachable' },
    outcomes: [{ kind: 'failed', reason: 'unreachable', mayHavePrinted: false }],
  });
  expect(received).toEqual([]);
});
