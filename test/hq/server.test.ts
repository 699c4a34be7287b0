import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openAnswer } from '#exchange/answer.ts';
import { batchPath } from '#exchange/batch.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { enrolmentRequestText, openEnrolmentResponse, readEnrolmentCode } from '#exchange/enrolment.ts';
import { headquartersAheadMs, shifted, signRequest } from '#exchange/request.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { firstAccountName, makeFirstAccount } from '#hq/server/accounts.ts';
import { type Headquarters, startHeadquarters } from '#hq/server/start.ts';
import { instant } from '#domain/time.ts';
import { cardInHand } from '#exchange/blinded.ts';
import { openPart, partsBody } from '#exchange/parts.ts';
import { openCard, openPeople } from '#exchange/people.ts';
import { cardGiven, liveDay, newTestTill, registered } from '#test/exchange/day.ts';
import { testAge } from '#test/exchange/parts.ts';
import { memberCard } from '#test/support/desk.ts';
import {
  type TestNetwork,
  countRows,
  enrolled,
  newNetwork,
  pull,
  push,
  sealed,
  statusOf,
} from './network.ts';
import { storeKinds, testStores } from './stores.ts';

const stores = testStores();
beforeAll(stores.start, 120_000);
afterAll(stores.stop, 60_000);

const running: Headquarters[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

async function serve(kind: (typeof storeKinds)[number], largestBatchBytes?: number) {
  const deps = await newNetwork(await stores.open(kind));
  const size = largestBatchBytes === undefined ? {} : { largestBatchBytes };
  const headquarters = await startHeadquarters({ ...deps, ...size, port: 0 });
  running.push(headquarters);
  return { deps, url: headquarters.url };
}

const cardOf = await cardInHand(memberCard(1), Buffer.alloc(32, 3).toString('base64url'));
const tomorrow = instant('2026-11-03T18:30:00.000Z');

describe.each(storeKinds)('headquarters on %s', (kind) => {
  test('enrol, push, lose the answer, push again, pull the answer and the reference', async () => {
    const { deps, url } = await serve(kind);
    const till = newTestTill();
    const made = await makeEnrolmentCode(deps, till.site, till.till);
    const code = made.ok ? readEnrolmentCode(made.value.code) : null;
    if (!code) throw new Error('no code');
    const requestText = enrolmentRequestText(code, till.key, deps.now());
    const enrolment = await fetch(`${url}/v1/enrol`, { method: 'POST', body: requestText });
    const sent = { requestText, identity: testAge.identity };
    const response = await openEnrolmentResponse(await enrolment.text(), code, sent);
    if (!response.ok) throw new Error(response.refusal);
    expect(response.value.reference.catalogue.products.length).toBeGreaterThan(10);
    expect(response.value.reference.units.sims).toHaveLength(20);

    const at = deps.now();
    const frozen = liveDay(till, [{ personId: 'p-1' }], [registered('p-1'), cardGiven('p-1', cardOf)]);
    const bytes = await sealed(deps, frozen);
    const first = await push(url, till, { batchNo: 1, bytes, at });
    expect([first.status, await statusOf(deps, first)]).toEqual([200, { kind: 'accepted' }]);
    const again = await push(url, till, { batchNo: 1, bytes, at });
    expect([again.status, await statusOf(deps, again)]).toEqual([200, { kind: 'already-have' }]);

    const verify = verifierAmong([response.value.response.hqSign]);
    const answer = openAnswer(await (await pull(url, till, '/v1/answers', at)).text(), verify);
    if (!answer.ok) throw new Error(answer.refusal);
    expect(answer.value.acknowledgements.map((one) => one.body.status.kind).toSorted()).toEqual([
      'accepted',
      'already-have',
    ]);
    const held = response.value.reference.number;
    const asked = (catalogue: number, people: number): string =>
      `/v1/reference?catalogue=${catalogue}&people=${people}&to=${testAge.recipient}`;
    const pulled = await pull(url, till, asked(held, 1), at);
    const parts = partsBody.parse(await pulled.json());
    // Prices did not change; somebody with a card is new.
    expect(parts.catalogue).toBeNull();
    const text = await openPart(parts.people!, testAge.identity);
    const people = openPeople(text.ok ? text.value : '', verify);
    if (!people.ok) throw new Error(people.refusal);
    expect(people.value).toMatchObject({ since: 1, number: 2, usedReferrals: [], erasures: [] });
    const [card] = people.value.cards;
    expect(people.value.cards).toEqual([{ id: cardOf.id, sealed: expect.any(String) as unknown }]);
    expect(await openCard(card?.sealed ?? '', cardOf.identity, verify)).toMatchObject({
      networkId: 'p-1',
      initials: 'FD',
      birthYear: 1984,
      windows: [],
      usage: [{ site: 'PAR13', family: 'sim', units: 1 }],
    });
    expect((await pull(url, till, asked(held, 2), at)).status).toBe(204);
  });

  test('a code is good once: another key is refused, the same request is answered again', async () => {
    const { deps, url } = await serve(kind);
    const till = newTestTill();
    const made = await makeEnrolmentCode(deps, till.site, till.till);
    const code = made.ok ? readEnrolmentCode(made.value.code) : null;
    if (!code) throw new Error('no code');
    const post = async (body: string): Promise<number> =>
      (await fetch(`${url}/v1/enrol`, { method: 'POST', body })).status;
    const request = enrolmentRequestText(code, till.key, deps.now());
    expect(await post('{}')).toBe(400);
    expect(await post(request.replace(/"mac":"[^"]*"/, `"mac":"${'A'.repeat(43)}"`))).toBe(403);
    expect(await post(request)).toBe(200);
    expect(await post(request)).toBe(200);
    expect(await post(enrolmentRequestText(code, newTestTill().key, deps.now()))).toBe(403);
    const again = await makeEnrolmentCode(deps, till.site, till.till);
    expect(again).toEqual({ ok: false, refusal: { kind: 'till-already-enrolled' } });
  });

  test('concurrent pushes of one batch store it once', async () => {
    const { deps, url } = await serve(kind);
    const till = await enrolled(deps);
    const bytes = await sealed(deps, liveDay(till, [{}, {}, {}]));
    const responses = await Promise.all(
      Array.from({ length: 5 }, () => push(url, till, { batchNo: 1, bytes, at: deps.now() })),
    );
    const statuses = await Promise.all(responses.map((one) => statusOf(deps, one)));
    expect(statuses.filter((one) => JSON.stringify(one) === '{"kind":"accepted"}')).toHaveLength(1);
    expect(await countRows(deps.store)).toMatchObject({ batch: 1, sale: 3 });
  });

  test('a connection cut anywhere stores nothing, and the resend is whole', async () => {
    const { deps, url } = await serve(kind);
    const till = await enrolled(deps);
    const bytes = await sealed(deps, liveDay(till, [{}, {}]));
    const path = batchPath(till.site, till.till, 1);
    const signed = signRequest(
      { method: 'PUT', path, bodySha256: sha256Hex(bytes) },
      deps.now(),
      till.signer,
    );
    const head = Object.entries({ host: 'hq', ...signed, 'content-length': bytes.length })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const whole = Buffer.concat([Buffer.from(`PUT ${path} HTTP/1.1\r\n${head}\r\n`), bytes]);
    for (let cut = 1; cut < whole.length; cut += Math.ceil(whole.length / 25))
      await sendCut(url, whole.subarray(0, cut));
    expect(await countRows(deps.store)).toMatchObject({ batch: 0, journal_record: 0 });
    const response = await push(url, till, { batchNo: 1, bytes, at: deps.now() });
    expect(await statusOf(deps, response)).toEqual({ kind: 'accepted' });
  });

  test('a wrong signature, another till, a wrong body: nothing is taken', async () => {
    const { deps, url } = await serve(kind);
    const till = await enrolled(deps);
    const other = await enrolled(deps, 'STD-1');
    const bytes = await sealed(deps, liveDay(till));
    const at = deps.now();
    const stranger = newTestTill();
    expect((await push(url, stranger, { batchNo: 1, bytes, at })).status).toBe(401);
    const posing = { ...till, signer: { keyId: till.key.keyId, sign: stranger.signer.sign } };
    expect((await push(url, posing, { batchNo: 1, bytes, at })).status).toBe(401);
    const elsewhere = { ...other, site: till.site, till: till.till };
    expect((await push(url, elsewhere, { batchNo: 1, bytes, at })).status).toBe(403);
    const wrongNumber = await push(url, till, { batchNo: 7, bytes, at });
    expect([wrongNumber.status, await statusOf(deps, wrongNumber)]).toEqual([
      422,
      { kind: 'quarantined', reason: 'other-address' },
    ]);
    expect((await fetch(`${url}/v1/reference`)).status).toBe(401);
    expect(await countRows(deps.store)).toMatchObject({ batch: 0 });
  });

  test('a clock a day ahead still delivers; for a reference it learns the right time first', async () => {
    const asked = `/v1/reference?to=${testAge.recipient}`;
    const { deps, url } = await serve(kind);
    const till = await enrolled(deps);
    const bytes = await sealed(deps, liveDay(till));
    const pushed = await push(url, till, { batchNo: 1, bytes, at: tomorrow });
    expect(await statusOf(deps, pushed)).toEqual({ kind: 'accepted' });
    const refused = await pull(url, till, asked, tomorrow);
    expect([refused.status, await refused.json()]).toEqual([
      401,
      { error: 'clock-skew', serverTime: deps.now() },
    ]);
    const ahead = headquartersAheadMs(refused.headers.get('comptoir-time'), tomorrow);
    expect((await pull(url, till, asked, shifted(tomorrow, ahead))).status).toBe(200);
  });

  test('a body too large is refused before it is held', async () => {
    const { deps, url } = await serve(kind, 1000);
    const till = await enrolled(deps);
    const bytes = new Uint8Array(2000);
    expect((await push(url, till, { batchNo: 1, bytes, at: deps.now() })).status).toBe(413);
    const huge = await fetch(`${url}/v1/enrol`, { method: 'POST', body: 'x'.repeat(100_000) });
    expect(huge.status).toBe(413);
  });
});

function sendCut(url: string, part: Uint8Array): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end(part));
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.setTimeout(2000, () => socket.destroy());
    socket.resume();
  });
}

const api = (url: string, name: string, input: object, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { origin: url, ...headers },
  });
const cookieOf = (response: Response): Record<string, string> => ({
  cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
});

async function signedIn(url: string, deps: TestNetwork): Promise<Record<string, string>> {
  const once = await makeFirstAccount(deps.store, deps.now());
  const cookie = cookieOf(await api(url, 'signIn', { name: firstAccountName, password: once }));
  await api(url, 'changePassword', { password: 'Comptoir-2026' }, cookie);
  return cookie;
}

describe('the page of headquarters', () => {
  test('the one-time password opens nothing but the choice of another', async () => {
    const { deps, url } = await serve('pglite');
    const password = await makeFirstAccount(deps.store, deps.now());
    expect(await makeFirstAccount(deps.store, deps.now())).toBeNull();
    const signIn = await api(url, 'signIn', { name: firstAccountName, password });
    expect(signIn.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = cookieOf(signIn);
    const board = async (): Promise<unknown> => (await api(url, 'board', { days: 7 }, cookie)).json();
    expect(await board()).toEqual({ ok: false, refusal: { kind: 'must-change-password' } });
    const weak = await api(url, 'changePassword', { password: 'comptoir' }, cookie);
    expect(await weak.json()).toEqual({ ok: false, refusal: { kind: 'password-too-weak' } });
    await api(url, 'changePassword', { password: 'Comptoir-2026' }, cookie);
    expect(await board()).toMatchObject({ ok: true });
    await api(url, 'signOut', {}, cookie);
    expect(await board()).toEqual({ ok: false, refusal: { kind: 'signed-out' } });
  });

  test('wrong passwords are slowed down, for the right one too', async () => {
    const { deps, url } = await serve('pglite');
    const password = await makeFirstAccount(deps.store, deps.now());
    const tries: unknown[] = [];
    for (let n = 0; n < 6; n += 1)
      tries.push(await (await api(url, 'signIn', { name: firstAccountName, password: 'wrong' })).json());
    expect(tries[0]).toEqual({ ok: false, refusal: { kind: 'wrong-password' } });
    expect(tries[5]).toMatchObject({ refusal: { kind: 'throttled' } });
    const right = await api(url, 'signIn', { name: firstAccountName, password });
    expect(await right.json()).toMatchObject({ refusal: { kind: 'throttled' } });
  });

  test('a page of another site, a call without the cookie, a wrong input: refused', async () => {
    const { deps, url } = await serve('pglite');
    const cookie = await signedIn(url, deps);
    const foreign = await api(url, 'board', { days: 7 }, { ...cookie, origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect((await api(url, 'board', { days: 7 })).status).toBe(401);
    expect((await api(url, 'board', { days: 7_000 }, cookie)).status).toBe(400);
    expect((await api(url, 'constructor', {}, cookie)).status).toBe(404);
  });

  test('the board tells received, difference, gap, silence and planned closing apart', async () => {
    const { deps, url } = await serve('pglite');
    const paris = await enrolled(deps, 'PAR13-1');
    const denis = await enrolled(deps, 'STD-1');
    await enrolled(deps, 'MRS-1');
    await push(url, paris, { batchNo: 1, bytes: await sealed(deps, liveDay(paris)), at: deps.now() });
    liveDay(denis);
    const second = await sealed(deps, liveDay(denis));
    await push(url, denis, { batchNo: 2, bytes: second, at: deps.now() });
    deps.clock.now = instant('2026-11-04T18:30:00.000Z');
    const cookie = await signedIn(url, deps);
    const answer = (await (await api(url, 'board', { days: 5 }, cookie)).json()) as {
      value: { rows: { site: string; silentSince: string | null; cells: { state: string }[] }[] };
    };
    const states = Object.fromEntries(
      answer.value.rows.map((row) => [row.site, row.cells.map((cell) => cell.state)]),
    );
    expect(states).toEqual({
      PAR13: ['before', 'before', 'received', 'silent', 'expected'],
      STD: ['before', 'before', 'closed-not-received', 'gap', 'expected'],
      MRS: ['before', 'before', 'silent', 'silent', 'closed-as-planned'],
      R45: ['before', 'before', 'before', 'before', 'before'],
    });
    expect(answer.value.rows[0]?.silentSince).toBe('2026-11-03');
  });

  test('figures of a day add up from its rows', async () => {
    const { deps, url } = await serve('pglite');
    const cookie = await signedIn(url, deps);
    const till = await enrolled(deps);
    const frozen = liveDay(till, [{ personId: 'p-1' }, { cents: 400, units: 2 }], [registered('p-1')]);
    await push(url, till, { batchNo: 1, bytes: await sealed(deps, frozen), at: deps.now() });
    const answer = await api(url, 'dayFigures', { site: 'PAR13', day: '2026-11-02' }, cookie);
    expect(await answer.json()).toMatchObject({
      ok: true,
      value: {
        sales: 2,
        returns: 0,
        totalCents: 1300,
        referenceCents: 10_500,
        savingCents: 9200,
        byTender: { cash: 1300, bankCard: 0, structureCredit: 0 },
        families: [{ family: 'sim', label: 'Cartes SIM', units: 3 }],
        persons: 1,
        batches: [{ batchNo: 1, signatures: 'to-check' }],
      },
    });
  });

  test('a price changes from its day on, in the next reference', async () => {
    const { deps, url } = await serve('pglite');
    const cookie = await signedIn(url, deps);
    const change = (cents: number, from: string): Promise<Response> =>
      api(url, 'changePrice', { sku: 'CARTE-35', cents, from }, cookie);
    expect(await (await change(400, '2026-11-01')).json()).toMatchObject({
      refusal: { kind: 'day-in-past' },
    });
    expect(await (await change(4000, '2026-11-10')).json()).toMatchObject({
      refusal: { kind: 'above-market-value', marketCents: 3500 },
    });
    expect(await (await change(400, '2026-11-10')).json()).toEqual({ ok: true, value: { publication: 2 } });
    const prices = (await (await api(url, 'prices', {}, cookie)).json()) as {
      value: { products: { sku: string; priceCents: number; planned: object[] }[] };
    };
    expect(prices.value.products.find((one) => one.sku === 'CARTE-35')).toMatchObject({
      priceCents: 500,
      planned: [{ from: '2026-11-10', priceCents: 400 }],
    });
    // The list planned for December does not name the card: it must not bring the old price back.
    expect(prices.value.products.find((one) => one.sku === 'NET-20GO')?.planned).toEqual([
      { from: '2026-12-01', priceCents: 400 },
    ]);
  });
});
