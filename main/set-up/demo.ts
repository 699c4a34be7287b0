import { randomBytes } from 'node:crypto';
import type { Store } from '#db/store.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { type Instant, dayIn } from '#domain/time.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { readPublication } from '#exchange/catalogue.ts';
import { newSigningKey, signerFor } from '#exchange/crypto.ts';
import demonstration from '#exchange/demonstration.json' with { type: 'json' };
import { sealReference } from '#exchange/reference.ts';
import { demoTeam } from './demo-team.ts';
import type { Passwords } from '../deps.ts';
import { makeTillKey } from './till-keys.ts';

const site = brandAs<SiteCode>('PAR13');
const till = brandAs<TillId>('PAR13-1');

/**
 * Sets up the demonstration point without a code: its own headquarters' keys, which no real till accepts, the
 * fictitious catalogue, a team whose passwords are shown.
 */
export async function setUpDemo(
  store: Store,
  tools: { readonly keystore: Keystore; readonly passwords: Passwords; readonly now: () => Instant },
): Promise<void> {
  const at = tools.now();
  const publication = readPublication(JSON.stringify(demonstration));
  if (!publication.ok) throw new Error('the demonstration catalogue does not hold');
  const headquarters = newSigningKey();
  const issuing = newSigningKey();
  const { recipient } = await newAgeIdentity();
  const recovery = await newAgeIdentity();
  const hashes = await Promise.all(demoTeam.map((one) => tools.passwords.hash(one.password)));
  const { catalogue, units } = publication.value;
  const body = sealReference(
    {
      v: 2,
      site,
      number: 1,
      publication: 1,
      publishedAt: at,
      catalogue: structuredClone(catalogue),
      issueKeys: [
        { keyId: issuing.keyId, publicKey: issuing.publicKey, from: dayIn(at, 'UTC'), until: null },
      ],
      revocations: [],
      operators: [],
      units: structuredClone(units.get(site)) ?? { sims: [], devices: [], phones: [] },
      cardSalt: randomBytes(32).toString('base64url'),
      yearlyKeys: [{ year: Number(at.slice(0, 4)), key: randomBytes(32).toString('base64url') }],
      spares: [],
      ageRecipients: [recipient],
      hqSignKeyId: headquarters.keyId,
    },
    { keyId: headquarters.keyId, sign: signerFor(headquarters.privateKey) },
  );
  const key = makeTillKey(tools.keystore, till);
  tools.keystore.write('demo-recovery', Buffer.from(recovery.identity));
  tools.keystore.write('demo-issue', Buffer.from(JSON.stringify(issuing)));
  store.transaction(() => {
    store.insertTill({ id: till, site, number: 1, ...key, demo: true, enrolledAt: at });
    store.insertReference({ number: 1, publishedAt: at, receivedAt: at, body });
    const { keyId, publicKey } = headquarters;
    store.saveSetting(till, 'headquarters', { keyId, publicKey });
    store.saveSetting(till, 'recovery-recipient', recovery.recipient);
    demoTeam.forEach(({ code, name, role, admin }, index) => {
      store.insertOperator({
        code,
        name,
        role,
        admin,
        passwordHash: hashes[index] ?? '',
        mustChange: false,
        status: 'active',
        createdAt: at,
      });
    });
  });
}
