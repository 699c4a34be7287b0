import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openReader } from '#db/open.ts';
import { type CardId, brandAs } from '#domain/ids.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { openAnswer } from '#exchange/answer.ts';
import { cardInHand } from '#exchange/blinded.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { openPart } from '#exchange/parts.ts';
import { openCard } from '#exchange/people.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { answerFor } from '#hq/server/till-routes.ts';
import { form, memberCard, sell, voucherClaim } from '#test/support/desk.ts';
import { proxyTo } from '#test/world/proxy.ts';
import { type TwoPoints, twoPoints } from '#test/world/two-points.ts';

vi.setConfig({ testTimeout: 120_000 });

const card = memberCard(31);

/** Somebody of the first point: their card, their rights, what they took; all of it told to every other point. */
async function known(points: TwoPoints) {
  const { first, other } = points;
  for (const page of [first, points.beside, other]) await points.open(page);
  const registration = form({ birthName: 'Zyzzogeton', firstNames: 'Quetzal', municipality: 'Trifouillis' });
  const { personId } = await first.done('registerPerson', { registration, notTheSame: [] });
  await first.done('giveCard', { personId, card });
  const claim = voucherClaim(11);
  await first.done('openEntitlement', { personId, claim, override: null });
  await sell(first, { to: personId, skus: ['RECH-5'] });
  await points.exchange(first);
  return { personId, voucher: claim.number };
}

/** Everything that stands in the second point's database, by whoever holds its key. */
function everythingIn(folder: string): { readonly text: string; readonly rows: Record<string, unknown[]> } {
  const keystore = fileKeystore(join(folder, 'keys'));
  const opened = openReader({
    file: join(folder, 'point.db'),
    key: keystore.read('database'),
    allowPlain: false,
  });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const client = opened.value.$client;
  const tables = client
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(
    tables.map((name) => [name, client.prepare(`SELECT * FROM "${name}"`).all()]),
  );
  client.close();
  return { text: JSON.stringify(rows), rows };
}

test('who holds a till with its keys reads nothing of another point’s people without their card', async () => {
  const points = await twoPoints();
  const { personId, voucher } = await known(points);
  const folder = points.otherFolder;
  const { text, rows } = everythingIn(folder);
  const [told] = rows['network_card'] as { readonly id: string; readonly sealed: string }[];
  expect(told?.sealed.length).toBeGreaterThan(100);
  for (const word of [personId, card, voucher, 'Zyzzogeton', 'Quetzal', 'Trifouillis', '1988'])
    expect([word, text.includes(word)]).toEqual([word, false]);
  // Whatever key lies on the machine, none opens the entry.
  const { publicKey, keyId } = points.hq.keys.sign;
  const verify = verifierAmong([{ publicKey, keyId }]);
  const secrets = readdirSync(join(folder, 'keys')).map((name) =>
    readFileSync(join(folder, 'keys', name))
      .toString('utf8')
      .trim(),
  );
  const identities = secrets.filter((one) => one.startsWith('AGE-SECRET-KEY-'));
  expect(identities.length).toBeGreaterThan(0);
  for (const identity of identities) expect(await openCard(told?.sealed ?? '', identity, verify)).toBeNull();
  // With the card in hand it says all of it.
  const inHand = await cardInHand(card, points.hq.keys.cardSalt);
  expect(inHand.id).toBe(brandAs<CardId>(told?.id ?? ''));
  expect(await openCard(told?.sealed ?? '', inHand.identity, verify)).toMatchObject({
    networkId: personId,
    initials: 'QZ',
    windows: [{ site: 'PAR13' }],
    usage: [{ site: 'PAR13', family: 'topup', units: 1 }],
  });
});

test('a hostile proxy and a lost stick read neither prices nor people', async () => {
  const seen: Buffer[] = [];
  const points = await twoPoints({ through: (url) => proxyTo(url, { seen: (bytes) => seen.push(bytes) }) });
  const { personId, voucher } = await known(points);
  const passed = Buffer.concat(seen).toString('latin1');
  expect(passed.length).toBeGreaterThan(10_000);
  const stick = await answerFor(points.hq, { till: brandAs('STD-1'), site: brandAs('STD') });
  const secrets = [personId, card, voucher, 'Zyzzogeton', 'Chargeur', 'RECH-5', 'priceLists', 'windows'];
  for (const word of secrets)
    expect([word, passed.includes(word), stick.includes(word)]).toEqual([word, false, false]);
  const { publicKey, keyId } = points.hq.keys.sign;
  const answer = openAnswer(stick, verifierAmong([{ publicKey, keyId }]));
  if (!answer.ok) throw new Error(answer.refusal);
  const { catalogue, people } = answer.value.reference ?? {};
  const { identity } = await newAgeIdentity();
  for (const part of [catalogue, people])
    expect(part && (await openPart(part, identity))).toEqual({ ok: false, refusal: 'not-ours' });
});
