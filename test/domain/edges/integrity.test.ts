import { expect, test } from 'vitest';
import { type ChainHeads, headDefects } from '#domain/integrity.ts';
import type { Chain } from '#domain/journal.ts';

const remembered: ChainHeads = {
  sale: { seq: 5, hash: 'five' },
  closing: { seq: 0, hash: 'none' },
  copy: { seq: 1, hash: 'one' },
  event: { seq: 9, hash: 'nine' },
};

/** Chains that stand at these records, with these hashes. */
const found = (last: Partial<Record<Chain, number>>, hashes: Readonly<Record<string, string>>) => ({
  last: (chain: Chain) => last[chain] ?? 0,
  at: (chain: Chain, seq: number) => hashes[`${chain} ${seq}`] ?? null,
});
const right = { 'sale 5': 'five', 'copy 1': 'one', 'event 9': 'nine' };

test('chains that stand where they were remembered, or further, are whole', () => {
  expect(headDefects(remembered, 'head-file', found({ sale: 5, copy: 1, event: 9 }, right))).toEqual([]);
  expect(headDefects(remembered, 'head-file', found({ sale: 6, copy: 7, event: 10 }, right))).toEqual([]);
});

test('a chain that ends before is missing records, one with another hash there was replaced', () => {
  const now = found({ sale: 4, closing: 3, copy: 1, event: 12 }, { 'copy 1': 'other', 'event 9': 'nine' });
  expect(headDefects(remembered, 'headquarters', now)).toEqual([
    { kind: 'records-missing', source: 'headquarters', chain: 'sale', expectedSeq: 5, foundSeq: 4 },
    { kind: 'records-replaced', source: 'headquarters', chain: 'copy', seq: 1 },
  ]);
});

test('a chain of which nothing was remembered is not looked at', () => {
  const none = { seq: 0, hash: '' };
  const nothing: ChainHeads = { sale: none, closing: none, copy: none, event: none };
  expect(headDefects(nothing, 'head-file', found({ sale: 3 }, {}))).toEqual([]);
});
