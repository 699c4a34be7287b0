import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { type Day, day } from '#domain/time.ts';
import { newSigningKey, signerFor } from '#exchange/crypto.ts';
import { issueReferral } from '#exchange/referral-issue.ts';
import { openDay, register } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

// A key of headquarters signs codes between two days, both included: one that leaked stops on its last.

const issuing = newSigningKey();
const code = issueReferral(
  {
    id: new Uint8Array(10).fill(3),
    prescriberId: brandAs('P001'),
    issuedOn: day('2026-11-20'),
    expiresOn: day('2027-02-18'),
    families: '*',
    initials: 'FD',
    birthYear: 1988,
  },
  { keyId: issuing.keyId, sign: signerFor(issuing.privateKey) },
);

/** What a code says on 22 November when its key holds from and until these days. */
async function verdict(from: Day, until: Day | null) {
  const { keyId, publicKey } = issuing;
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({ ...body, issueKeys: [...body.issueKeys, { keyId, publicKey, from, until }] }),
  });
  await openDay(point, day('2026-11-22'));
  const personId = await register(point);
  const claim = { proof: 'signed-code', code } as const;
  const told = await point.done('verifyReferral', { claim, personId });
  const opened = await point.call('openEntitlement', { personId, claim, override: null });
  return [told.verdict, told.reasons.map((reason) => reason.code), told.canOverride, opened.ok];
}

const holds = ['accepted', [], false, true];
const doesNot = ['refused', ['referral-bad-signature'], false, false];

test.each([
  ['from long ago, without an end', day('2026-01-01'), null, holds],
  ['from today', day('2026-11-22'), null, holds],
  ['from tomorrow', day('2026-11-23'), null, doesNot],
  ['until today', day('2026-01-01'), day('2026-11-22'), holds],
  ['until yesterday', day('2026-01-01'), day('2026-11-21'), doesNot],
  ['today alone', day('2026-11-22'), day('2026-11-22'), holds],
])('a code opens rights only while its key holds: %s', async (_when, from, until, expected) => {
  expect(await verdict(from, until)).toEqual(expected);
});
