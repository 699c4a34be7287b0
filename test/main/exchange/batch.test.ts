import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cents } from '#domain/money.ts';
import { brandAs } from '#domain/ids.ts';
import { firstPreviousHash } from '#domain/journal.ts';
import { day } from '#domain/time.ts';
import { type Acknowledgement, sealAcknowledgement } from '#exchange/acknowledgement.ts';
import { type AnswerBody, sealAnswer } from '#exchange/answer.ts';
import { type OpenedBatch, openBatch } from '#exchange/open-batch.ts';
import { type SigningKey, newSigningKey, signerFor, verifierAmong } from '#exchange/crypto.ts';
import { type ReferenceBody, sealReference } from '#exchange/reference.ts';
import {
  approval,
  bankCard,
  closeDay,
  entitled,
  hour,
  openDay,
  register,
  sell,
  sims,
  sku,
  voucherClaim,
  worth,
} from '#test/support/desk.ts';
import { type Parts } from '#exchange/parts.ts';
import { yearlyKeyOf } from '#exchange/reference.ts';
import { partsOf, peopleBy } from '#test/exchange/parts.ts';
import { blindedReferral } from '#exchange/blinded.ts';
import { type ReadEvents, readEvent } from '#exchange/event-payload.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

function openedBatch(
  point: TestPoint,
  batchNo: number,
): { readonly batch: OpenedBatch; readonly text: string } {
  const row = point.store.batchByNo(point.deps.till, batchNo);
  const [till] = point.store.tills();
  if (!row?.frozen || !till) throw new Error(`no batch ${batchNo}`);
  const opened = openBatch(row.frozen, verifierAmong([till]));
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return {
    batch: opened.value,
    text: gunzipSync(row.frozen).toString('utf8'),
  };
}

test('a closing freezes one batch with everything since the last, sealed, and no name in it', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await entitled(point);
  await point.done('giveCard', { personId, card: null });
  await point.done('verifyReferral', { claim: voucherClaim(7, '010'), personId });
  const sale = await sell(point, { to: personId, skus: ['RECH-10'], scans: [sims[0]] });
  await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  await point.done('correctTender', {
    saleId: sale.saleId,
    tenders: [bankCard(700)],
    approval: null,
  });
  await point.done('reprintTicket', { saleId: sale.saleId, reason: 'asked', to: 'printer' });
  await point.signInAs('manager');
  await point.done('createOperator', {
    name: 'Zoé Martin',
    role: 'seller',
    password: 'Zoe-20261',
    activeUntil: null,
  });
  const closed = await closeDay(point);
  expect(closed).toMatchObject({ batchNo: 1, batchFile: 'PAR13-1-000001.comptoir' });
  const { batch, text } = openedBatch(point, 1);
  const { manifest } = batch;
  expect(manifest).toMatchObject({
    site: 'PAR13',
    till: 'PAR13-1',
    batchNo: 1,
    businessDay: '2026-11-22',
    previousBusinessDay: null,
    previousManifestSha256: '0'.repeat(64),
    controls: {
      tenderCents: { cash: 0, bankCard: 2_200, structureCredit: 0 },
      familyUnits: { sim: 1, topup: 1, accessory: 1 },
    },
    chains: { sale: { firstSeq: 1, lastSeq: 3 }, closing: { firstSeq: 1, lastSeq: 2 }, copy: { lastSeq: 1 } },
  });
  const last = point.store.lastRecord(point.deps.till, 'event')?.seq;
  expect(manifest.chains.event.lastSeq).toBe(last);
  const events = <T extends keyof ReadEvents>(type: T): ReadEvents[T][] =>
    batch.journal.flatMap(({ record }) => readEvent(record, type) ?? []);
  expect(events('right-changed')).toMatchObject([{ change: 'created' }]);
  expect(events('person-registered')).toMatchObject([{ personId }]);
  expect(events('card-given')).toMatchObject([{ personId, card: { id: expect.any(String) as unknown } }]);
  const [window] = events('window-opened');
  expect(window).toMatchObject({ personId, until: '2028-05-21' });
  expect(events('referral-refused')).toMatchObject([{ proof: 'voucher', reasons: ['prescriber-suspended'] }]);
  expect(batch.referrals).toMatchObject([{ entitlementId: window?.entitlementId, verdict: 'accepted' }]);
  expect(batch.persons.at(-1)).toMatchObject({ personId, initials: 'FD', birthYear: 1988 });
  expect(window?.referral).toBe(
    blindedReferral(yearlyKeyOf(point.deps.reference().body), batch.referrals[0]?.referralKey ?? ''),
  );
  expect(text).not.toMatch(/Diallo|Fatoumata|Zoé|Martin|Awa|Nadia|1988-04-12/);
});

test('batches are numbered without a hole, each linked to the manifest before, nothing sent twice', async () => {
  const point = await testPoint();
  await openDay(point);
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await openDay(point);
  await closeDay(point);
  point.later(2 * 24 * hour);
  await openDay(point, day('2026-11-24'));
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  const [one, two, three] = [1, 2, 3].map((batchNo) => openedBatch(point, batchNo).batch);
  expect([two, three].map((batch) => batch?.manifest.previousManifestSha256)).toEqual([
    one?.manifestSha256,
    two?.manifestSha256,
  ]);
  expect(three?.manifest.previousBusinessDay).toBe('2026-11-22');
  const seqs = [one, two, three].flatMap((batch) =>
    (batch?.journal ?? []).filter(({ line }) => line.chain === 'event').map(({ line }) => line.seq),
  );
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(three?.linksTo.event).toBe(two?.manifest.chains.event.lastHash);
  expect(point.store.waitingOutbox(point.deps.till)).toEqual([]);
  expect(await point.done('batches', {})).toMatchObject([
    { batchNo: 3 },
    { batchNo: 2 },
    { batchNo: 1, state: 'waiting' },
  ]);
});

test('a batch handed over on a stick says since when it is waited for', async () => {
  const point = await testPoint();
  await openDay(point);
  await closeDay(point);
  expect(await point.done('markHandedOver', { batchNo: 1 })).toMatchObject({
    state: 'handed-over',
    handedOverOn: '2026-11-22',
  });
  expect(await point.call('markHandedOver', { batchNo: 2 })).toMatchObject({
    refusal: { kind: 'batch-unknown' },
  });
  expect(await point.call('batchFile', { batchNo: 2 })).toMatchObject({ refusal: { kind: 'batch-unknown' } });
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const signer = (key: SigningKey) => ({ keyId: key.keyId, sign: signerFor(key.privateKey) });

async function answered(): Promise<{
  readonly key: SigningKey;
  readonly point: TestPoint;
  readonly body: AnswerBody;
  readonly acknowledgement: Acknowledgement;
}> {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  await closeDay(point);
  const at = point.deps.now();
  const acknowledgement: Acknowledgement = {
    v: 1,
    site: brandAs('PAR13'),
    till: point.deps.till,
    batchNo: 1,
    fileSha256: '0'.repeat(64),
    manifestSha256: point.store.batchByNo(point.deps.till, 1)?.manifestSha256 ?? null,
    status: { kind: 'accepted' },
    at,
    heads: null,
  };
  const body: AnswerBody = {
    v: 2,
    site: brandAs('PAR13'),
    till: point.deps.till,
    at,
    acknowledgements: [sealAcknowledgement(acknowledgement, signer(key))],
    reference: null,
  };
  return { key, point, body, acknowledgement };
}

test('headquarters’ answer marks the day received, for good', async () => {
  const { key, point, body, acknowledgement } = await answered();
  const imported = (one: AnswerBody) =>
    point.call('importAnswer', { base64: base64(sealAnswer(one, signer(key))) });
  const state = async () => (await point.done('batches', {}))[0]?.state;
  const other = { ...acknowledgement, manifestSha256: 'f'.repeat(64) };
  expect(await imported({ ...body, acknowledgements: [sealAcknowledgement(other, signer(key))] })).toEqual({
    ok: true,
    value: { acknowledged: 0, referenceNumber: null },
  });
  expect(await state()).toBe('waiting');
  expect(await imported(body)).toEqual({ ok: true, value: { acknowledged: 1, referenceNumber: null } });
  expect(await state()).toBe('accepted');
  const later: Acknowledgement = { ...acknowledgement, status: { kind: 'gap', expected: 1 } };
  await imported({ ...body, acknowledgements: [sealAcknowledgement(later, signer(key))] });
  expect(await state()).toBe('accepted');
});

test('an answer of another till, touched, or by another key is refused and changes nothing', async () => {
  const { key, point, body } = await answered();
  const imported = async (text: string) => {
    const answer = await point.call('importAnswer', { base64: text });
    return answer.ok ? 'taken' : answer.refusal.kind;
  };
  const sealed = sealAnswer(body, signer(key));
  expect(await imported(base64(sealAnswer(body, signer(newSigningKey()))))).toBe('answer-bad-signature');
  expect(await imported(base64(sealed.replace('PAR13', 'PAR14')))).toBe('answer-bad-signature');
  expect(await imported(base64(sealAnswer({ ...body, till: brandAs('PAR13-2') }, signer(key))))).toBe(
    'answer-other-till',
  );
  for (const text of ['', '!!!', base64('{}'), base64('\u0000'.repeat(50)), base64(sealed.slice(0, 40))])
    expect(await imported(text), text).toBe('answer-unreadable');
  expect((await point.done('batches', {}))[0]?.state).toBe('waiting');
});

async function reference(
  point: TestPoint,
  key: SigningKey,
  change: (body: ReferenceBody) => ReferenceBody,
): Promise<Parts> {
  const { before: _before, cardSalt, ...sent } = change(structuredClone(point.deps.reference().body));
  return partsOf({ catalogue: sealReference({ ...sent, cardSalt: cardSalt ?? '' }, signer(key)) });
}

test('an answer on the stick says what headquarters holds, and whom it erased', async () => {
  const { key, point, body, acknowledgement } = await answered();
  await openDay(point);
  const personId = await register(point);
  const none = { seq: 0, hash: firstPreviousHash };
  const heads = { sale: { seq: 9, hash: 'a'.repeat(64) }, closing: none, copy: none, event: none };
  const prices = await reference(point, key, (held) => ({ ...held, number: held.number + 1 }));
  const { people } = await partsOf({ people: peopleBy(key, { erasures: [personId] }) });
  const sealed = { ...prices, people };
  const answer = sealAnswer(
    {
      ...body,
      acknowledgements: [sealAcknowledgement({ ...acknowledgement, heads }, signer(key))],
      reference: sealed,
    },
    signer(key),
  );
  for (let times = 0; times < 2; times += 1) await point.done('importAnswer', { base64: base64(answer) });
  expect(point.store.hasIdentity(personId)).toBe(false);
  const told = point.deps.integrity.state().defects.map(({ defect }) => defect.kind);
  expect(told).toEqual(['records-missing']);
  await point.signInAs('manager');
  const page = { group: null, operator: null, from: null, until: null, before: null };
  const { events } = await point.done('events', page);
  const count = (type: string): number => events.filter((one) => one.type === type).length;
  expect(['batch-acknowledged', 'reference-taken', 'person-erased', 'answer-imported'].map(count)).toEqual([
    1, 1, 1, 2,
  ]);
});

test('a reference on the stick changes prices at once and brings its units into the stock', async () => {
  const { key, point, body } = await answered();
  const sealed = await reference(point, key, (held) => {
    held.units.sims.push('8933150123456789011');
    return { ...worth(held, 'CHARGEUR', 1_800), number: held.number + 1 };
  });
  const imported = await point.done('importAnswer', {
    base64: base64(sealAnswer({ ...body, reference: sealed }, signer(key))),
  });
  expect(imported).toEqual({ acknowledged: 1, referenceNumber: 3 });
  await openDay(point);
  expect(await point.done('addProduct', { sku: sku('CHARGEUR') })).toMatchObject({ totalCents: 1_800 });
  expect(point.store.unitByKey(brandAs('8933150123456789011'))).toMatchObject({ status: 'available' });
});

test('an older reference, one of another site, or one that does not hold the site is left aside', async () => {
  const { key, point, body } = await answered();
  const number = point.deps.reference().body.number;
  for (const change of [
    (held: ReferenceBody) => ({ ...held, number: number - 1 }),
    (held: ReferenceBody) => ({ ...held, number: number + 1, site: brandAs<never>('STD') }),
    (held: ReferenceBody) => ({
      ...held,
      number: number + 1,
      catalogue: { ...held.catalogue, sites: held.catalogue.sites.filter((one) => one.code !== 'PAR13') },
    }),
  ]) {
    const sealed = sealAnswer({ ...body, reference: await reference(point, key, change) }, signer(key));
    expect(await point.done('importAnswer', { base64: base64(sealed) })).toMatchObject({
      referenceNumber: null,
    });
  }
  point.deps.referenceChanged();
  expect(await point.done('deskState', {})).toMatchObject({
    site: { code: 'PAR13' },
    exchange: { referenceNumber: number },
  });
});

test('a manager of the batch is a code: an approval carries no name either', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.done('moveCash', {
    moveId: crypto.randomUUID(),
    kind: 'pay-in',
    cents: cents(500),
    reason: 'change',
    envelope: null,
    approval,
  });
  await closeDay(point);
  expect(openedBatch(point, 1).text).not.toMatch(/Nadia|Awa/);
});
