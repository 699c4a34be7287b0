import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { addDays, day, instantFromMs, instantMs } from '#domain/time.ts';
import { enrolmentRequestText, readEnrolmentCode } from '#exchange/enrolment.ts';
import { codeLifeMs, enrolTill, makeEnrolmentCode } from '#hq/enrol.ts';
import { issueReferralFor } from '#hq/issue-referral.ts';
import { currentCatalogue } from '#hq/publish/publications.ts';
import { newTestTill } from '#test/exchange/day.ts';
import { type TestNetwork, newNetwork } from './network.ts';
import { testStores } from './stores.ts';

// What headquarters gives out holds to its last moment and not beyond.

const stores = testStores();
let deps: TestNetwork;
beforeAll(() => stores.start());
afterAll(() => stores.stop());
beforeEach(async () => {
  deps = await newNetwork(await stores.open('pglite'));
});

test('an enrolment code is good for seven days to the millisecond', async () => {
  const enrolled = async (name: string, afterMs: number) => {
    const till = newTestTill(name);
    const made = await makeEnrolmentCode(deps, till.site, till.till);
    const code = made.ok ? readEnrolmentCode(made.value.code) : null;
    if (!code) throw new Error('no code');
    const before = deps.clock.now;
    deps.clock.now = instantFromMs(instantMs(before) + afterMs);
    const answer = await enrolTill(deps, enrolmentRequestText(code, till.key, deps.now()));
    deps.clock.now = before;
    return answer.ok || answer.refusal.kind;
  };
  expect(await enrolled('PAR13-1', codeLifeMs)).toBe(true);
  expect(await enrolled('PAR13-2', codeLifeMs + 1)).toBe('code-expired');
});

test('a code is issued from the first to the last day of the structure’s agreement', async () => {
  const catalogue = await currentCatalogue(deps.store.db);
  const prescriber = catalogue?.prescribers.find((one) => one.status === 'active');
  if (!prescriber) throw new Error('no structure');
  const { from, until } = prescriber.agreement;
  const issued = async (on: string) => {
    const order = { initials: 'FD', birthYear: 1988, families: '*' as const, issuedOn: day(on) };
    const answer = await issueReferralFor(deps, { ...order, prescriberId: prescriber.id }, 'test');
    return answer.ok ? answer.value.expiresOn : answer.refusal.kind;
  };
  expect(await issued(addDays(from, -1))).toBe('agreement-not-running');
  expect(await issued(from)).toBe(addDays(from, 90));
  expect(await issued(until)).toBe(addDays(until, 90));
  expect(await issued(addDays(until, 1))).toBe('agreement-not-running');
});

test.each([
  ['', 'initials-unreadable'],
  ['F', true],
  ['FDJM', true],
  ['FDJMA', 'initials-unreadable'],
  ['fd', 'initials-unreadable'],
  ['F1', 'initials-unreadable'],
])('initials %j on a code: %s', async (initials, expected) => {
  const answer = await issueReferralFor(
    deps,
    {
      prescriberId: brandAs('P001'),
      initials,
      birthYear: 1988,
      families: [brandAs('sim')],
      issuedOn: day('2026-11-02'),
    },
    'test',
  );
  expect(answer.ok || answer.refusal.kind).toBe(expected);
});
