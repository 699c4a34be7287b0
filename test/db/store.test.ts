import { expect, test } from 'vitest';
import { storeOn } from '#db/store.ts';
import { brandAs } from '#domain/ids.ts';
import { temporaryDatabase } from '#test/support/database.ts';

const record = (till: string, seq: number) => ({
  till: brandAs<never>(till),
  chain: 'event' as const,
  seq,
  type: 'sign-in',
  at: brandAs<never>('2026-11-22T09:00:00.000Z'),
  businessDay: brandAs<never>('2026-11-22'),
  bytes: '{}',
  hash: `${till}-${seq}`,
  signature: '',
});

test('whoever listens is told of each till whose journal grew, once a commit, and not of what was undone', () => {
  const store = storeOn(temporaryDatabase());
  const heard: string[] = [];
  store.onRecords((till) => heard.push(`a ${till}`));
  const stop = store.onRecords((till) => heard.push(`b ${till}`));
  store.transaction(() => {
    store.transaction(() => store.insertRecord(record('PAR13-2', 1)));
    store.insertRecord(record('PAR13-2', 2));
    expect(heard).toEqual([]);
  });
  expect(heard.splice(0)).toEqual(['a PAR13-2', 'b PAR13-2']);
  const undone = (): void =>
    store.transaction(() => {
      store.insertRecord(record('PAR13-1', 1));
      throw new Error('undone');
    });
  expect(undone).toThrow('undone');
  stop();
  store.transaction(() => store.insertRecord(record('PAR13-2', 3)));
  expect(heard).toEqual(['a PAR13-2']);
  store.close();
});
