import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CardId, type PersonId, type TillId, brandAs } from '#domain/ids.ts';
import { type RightsEvent, rightsOf } from '#domain/rights.ts';
import { day, instantFromMs } from '#domain/time.ts';

const personId = brandAs<PersonId>('p-1');
const standing = (name: string) => ({ id: brandAs<CardId>(name), recipient: `age1${name}` });

/** A card given at a till at whatever hour its clock said. */
const given = (
  rank: number,
  atMs: number,
  type: 'card-given' | 'card-sealed' = 'card-given',
): RightsEvent => ({
  type,
  till: brandAs<TillId>(`PAR13-${1 + (rank % 2)}`),
  seq: 10 - rank,
  at: instantFromMs(1_700_000_000_000 + atMs),
  businessDay: day('2026-11-23'),
  operator: null,
  payload: { personId, card: standing(`card-${rank}`), rank },
});

test('the card that opens is the one given after the others, whatever the clock said and in any order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9_000, max: 9_000 }), { minLength: 1, maxLength: 5 }),
      (times) => {
        const events = times.map((atMs, rank) => given(rank, atMs));
        for (const some of [events, events.toReversed()])
          expect(rightsOf(some).cards.get(personId)).toEqual(standing(`card-${times.length - 1}`));
      },
    ),
  );
});

test('a card given before the salt was known opens once what stands for it is told', () => {
  const unknown = { ...given(0, 500), payload: { personId, card: null, rank: 0 } } as RightsEvent;
  expect(rightsOf([unknown]).cards.get(personId)).toBeNull();
  expect(rightsOf([given(0, 0, 'card-sealed'), unknown]).cards.get(personId)).toEqual(standing('card-0'));
});
