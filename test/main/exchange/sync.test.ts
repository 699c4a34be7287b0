import { type Parts } from '#exchange/parts.ts';
import { partsOf } from '#test/exchange/parts.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AcknowledgementStatus, sealAcknowledgement } from '#exchange/acknowledgement.ts';
import { sealAnswer } from '#exchange/answer.ts';
import { decryptBatch, newAgeIdentity } from '#exchange/seal-batch.ts';
import { type SigningKey, newSigningKey, sha256Hex, signerFor, verifierAmong } from '#exchange/crypto.ts';
import { sealReference } from '#exchange/reference.ts';
import type { HeadquartersClient } from '#main/exchange/client.ts';
import { syncEvents } from '#main/exchange/events.ts';
import { syncLoop } from '#main/exchange/loop.ts';
import { brandAs } from '#domain/ids.ts';
import { closeDay, openDay, worth } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const signer = (key: SigningKey) => ({ keyId: key.keyId, sign: signerFor(key.privateKey) });

async function closedTwice(): Promise<{ readonly point: TestPoint; readonly key: SigningKey }> {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  for (let session = 0; session < 2; session += 1) {
    await openDay(point);
    await closeDay(point);
  }
  return { point, key };
}

/** A headquarters that answers every batch with `status`, and keeps what reached it. */
function fakeHeadquarters(point: TestPoint, key: SigningKey) {
  const fake = {
    status: { kind: 'accepted' } as AcknowledgementStatus,
    cut: false,
    reference: null as Parts | null,
    answers: [] as string[],
    received: [] as { readonly batchNo: number; readonly file: Uint8Array }[],
  };
  const client: HeadquartersClient = {
    pushBatch: async (site, till, batch) => {
      if (fake.cut) throw new Error('cut');
      fake.received.push(batch);
      const body = {
        v: 1 as const,
        site,
        till,
        batchNo: batch.batchNo,
        fileSha256: sha256Hex(batch.file),
        manifestSha256: point.store.batchByNo(till, batch.batchNo)?.manifestSha256 ?? null,
        status: fake.status,
        at: point.deps.now(),
        heads: null,
      };
      return sealAcknowledgement(body, signer(key));
    },
    pullReference: async () => fake.reference,
    pullAnswers: async () =>
      sealAnswer(
        {
          v: 2,
          site: brandAs('PAR13'),
          till: point.deps.till,
          at: point.deps.now(),
          acknowledgements: fake.answers,
          reference: null,
        },
        signer(key),
      ),
    aheadMs: () => 1_200,
  };
  return Object.assign(fake, { client });
}

function loopOn(
  point: TestPoint,
  key: SigningKey,
  client: HeadquartersClient | null,
  recipients: readonly string[],
) {
  return syncLoop({
    store: point.store,
    till: point.deps.till,
    site: brandAs('PAR13'),
    now: point.deps.now,
    client,
    verify: verifierAmong([key]),
    ageRecipients: () => recipients,
    ...syncEvents(() => point.deps),
    identity: point.deps.ageKey.identity,
    onReference: async () => point.deps.referenceChanged(),
    onChange: () => undefined,
    jitter: () => 0.5,
    report: (error) => {
      throw error;
    },
  });
}

const states = (point: TestPoint) =>
  point.store.batches(point.deps.till, 10).map((row) => [row.batchNo, row.state, row.tries]);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what waits is encrypted once and sent oldest first; asked twice at once it goes once', async () => {
  const { point, key } = await closedTwice();
  const age = await newAgeIdentity();
  const headquarters = fakeHeadquarters(point, key);
  const loop = loopOn(point, key, headquarters.client, [age.recipient]);
  const [first, second] = await Promise.all([loop.sendNow(), loop.sendNow()]);
  expect(first).toEqual({ ok: true, value: { sent: 2, waiting: 0 } });
  expect(second).toBe(first);
  expect(headquarters.received.map((one) => one.batchNo)).toEqual([1, 2]);
  expect(states(point)).toEqual([
    [2, 'accepted', 1],
    [1, 'accepted', 1],
  ]);
  const row = point.store.batchByNo(point.deps.till, 1);
  expect(row?.frozen).toBeNull();
  expect(await decryptBatch(row?.file ?? new Uint8Array(), age.identity)).not.toBeNull();
  expect([loop.lastContactAt(), loop.driftMs()]).toEqual([point.deps.now(), 1_200]);
  await loop.close();
});

test('a day that is closed while an exchange is under way goes with it, however far that is', async () => {
  const { point, key } = await closedTwice();
  const headquarters = fakeHeadquarters(point, key);
  const { pullReference } = headquarters.client;
  let closed = 0;
  const late = {
    ...headquarters.client,
    pullReference: async (held: Parameters<typeof pullReference>[0]) => {
      if (closed === 0) {
        closed += 1;
        await openDay(point);
        await closeDay(point);
      }
      return pullReference(held);
    },
  };
  const loop = loopOn(point, key, late, [(await newAgeIdentity()).recipient]);
  expect(await loop.sendNow()).toEqual({ ok: true, value: { sent: 3, waiting: 0 } });
  expect(headquarters.received.map((one) => one.batchNo)).toEqual([1, 2, 3]);
  await loop.close();
});

test('a cut leaves the day waiting with its error, and the very same file goes again later', async () => {
  const { point, key } = await closedTwice();
  const age = await newAgeIdentity();
  const headquarters = fakeHeadquarters(point, key);
  headquarters.cut = true;
  const loop = loopOn(point, key, headquarters.client, [age.recipient]);
  expect(await loop.sendNow()).toEqual({
    ok: false,
    refusal: { kind: 'headquarters-unreachable', detail: 'cut' },
  });
  expect(point.store.batchByNo(point.deps.till, 1)).toMatchObject({
    state: 'waiting',
    lastError: 'cut',
    tries: 1,
  });
  const file = point.store.batchByNo(point.deps.till, 1)?.file;
  headquarters.cut = false;
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect(states(point)[0]).toEqual([2, 'accepted', 1]));
  expect(Buffer.from(headquarters.received[0]?.file ?? []).equals(file ?? Buffer.alloc(0))).toBe(true);
  await loop.close();
});

test('a gap is sent again, a conflict and a quarantine wait for somebody', async () => {
  const { point, key } = await closedTwice();
  const headquarters = fakeHeadquarters(point, key);
  const loop = loopOn(point, key, headquarters.client, [(await newAgeIdentity()).recipient]);
  headquarters.status = { kind: 'gap', expected: 1 };
  await loop.sendNow();
  expect(states(point).map(([, state]) => state)).toEqual(['gap', 'gap']);
  headquarters.status = { kind: 'conflict', heldManifestSha256: 'a'.repeat(64) };
  await loop.sendNow();
  const sent = headquarters.received.length;
  await loop.sendNow();
  expect([headquarters.received.length, ...states(point).map(([, state]) => state)]).toEqual([
    sent,
    'conflict',
    'conflict',
  ]);
  await loop.close();
});

test('an answer signed by nobody known, or of another batch, is no answer', async () => {
  const { point, key } = await closedTwice();
  const headquarters = fakeHeadquarters(point, newSigningKey());
  const loop = loopOn(point, key, headquarters.client, [(await newAgeIdentity()).recipient]);
  expect(await loop.sendNow()).toMatchObject({
    ok: false,
    refusal: { detail: 'acknowledgement bad-signature' },
  });
  expect(states(point).map(([, state]) => state)).toEqual(['waiting', 'waiting']);
  await loop.close();
});

test('a newer reference is taken at the end of an exchange', async () => {
  const { point, key } = await closedTwice();
  const headquarters = fakeHeadquarters(point, key);
  const { before: _before, cardSalt, ...body } = worth(point.deps.reference().body, 'CHARGEUR', 1_800);
  const sent = { ...body, cardSalt: cardSalt ?? '', number: body.number + 1 };
  headquarters.reference = await partsOf({ catalogue: sealReference(sent, signer(key)) });
  const loop = loopOn(point, key, headquarters.client, [(await newAgeIdentity()).recipient]);
  await loop.sendNow();
  const tile = (await point.done('tiles', {}).catch(() => [])).find((one) => one.sku === 'CHARGEUR');
  expect(tile).toMatchObject({ referenceCents: 1_800 });
  await loop.close();
});

test('without a headquarters the file is made all the same, to be carried by hand', async () => {
  const { point, key } = await closedTwice();
  const loop = loopOn(point, key, null, [(await newAgeIdentity()).recipient]);
  expect(await loop.sendNow()).toEqual({ ok: false, refusal: { kind: 'no-headquarters' } });
  const file = await point.done('batchFile', { batchNo: 1 });
  expect(file.fileName).toBe('PAR13-1-000001.comptoir');
  expect(Buffer.from(file.base64, 'base64').toString('latin1')).toContain('age-encryption.org');
  await loop.close();
});

test('once closed, nothing is begun any more: what waits goes at the next start', async () => {
  const { point, key } = await closedTwice();
  const headquarters = fakeHeadquarters(point, key);
  const loop = loopOn(point, key, headquarters.client, [(await newAgeIdentity()).recipient]);
  await loop.close();
  loop.wake();
  expect(await loop.sendNow()).toMatchObject({ ok: false });
  expect(headquarters.received).toEqual([]);
  expect(states(point)).toEqual([
    [2, 'waiting', 0],
    [1, 'waiting', 0],
  ]);
});
