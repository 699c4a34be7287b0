import type { Answer, Input } from '#contract/ipc.ts';
import type { Store } from '#db/store.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { type SigningKey, newSigningKey, verifierAmong } from '#exchange/crypto.ts';
import {
  type EnrolmentCode,
  enrolmentRequestText,
  type OpenedEnrolment,
  openEnrolmentResponse,
  readEnrolmentCode,
} from '#exchange/enrolment.ts';
import { takePeople } from '../network/take-people.ts';
import { type AgeKey, keepAgeKey, keepTillKey } from './till-keys.ts';

export interface EnrolTools {
  readonly store: Store;
  readonly keystore: Keystore;
  readonly now: () => Instant;
}

/** Set-up by code: the till's public key goes up under a MAC by the code, keys and the first reference come back. */
export async function enrol(tools: EnrolTools, input: Input<'enrol'>): Promise<Answer<'enrol'>> {
  const { store } = tools;
  if (store.tills().length > 0) return refuse({ kind: 'already-set-up' });
  const code = readEnrolmentCode(input.code);
  if (!code) return refuse({ kind: 'enrolment-code-unreadable' });
  const answered = await askHeadquarters(tools, code, input.url);
  if (!answered.ok) return answered;
  const recovery = await newAgeIdentity();
  const { reference } = answered.value;
  const at = tools.now();
  store.transaction(() =>
    insertEnrolled(tools, { ...answered.value, at, url: input.url, recovery: recovery.recipient }),
  );
  await takeFirstPeople(store, answered.value);
  const siteName = reference.catalogue.sites.find((one) => one.code === code.site)?.name ?? code.site;
  return ok({ recoveryKey: recovery.identity, siteName });
}

export interface Enrolled extends OpenedEnrolment {
  readonly code: EnrolmentCode;
  readonly key: SigningKey;
  readonly ageKey: AgeKey;
}

export type EnrolmentRefusal =
  | { readonly kind: 'headquarters-not-https' }
  | { readonly kind: 'headquarters-unreachable' }
  | { readonly kind: 'enrolment-code-refused' }
  | { readonly kind: 'headquarters-not-recognised' };

/**
 * Makes a key for the code's till and tells headquarters of it; the code is used up when it answers. Nothing is kept
 * yet: a code used twice at once must not put another key in the place of the one that was taken.
 */
export async function askHeadquarters(
  { now }: Pick<EnrolTools, 'now'>,
  code: EnrolmentCode,
  url: string,
): Promise<Result<Enrolled, EnrolmentRefusal>> {
  if (!isSafeUrl(url)) return refuse({ kind: 'headquarters-not-https' });
  const key = newSigningKey();
  const ageKey = await newAgeIdentity();
  const request = enrolmentRequestText(code, { ...key, recipient: ageKey.recipient }, now());
  const answered = await post(new URL('/v1/enrol', url), request);
  if (answered === null) return refuse({ kind: 'headquarters-unreachable' });
  if (!answered.ok) return refuse({ kind: 'enrolment-code-refused' });
  const sent = { requestText: request, identity: ageKey.identity };
  const opened = await openEnrolmentResponse(answered.text, code, sent);
  return opened.ok
    ? ok({ ...opened.value, code, key, ageKey })
    : refuse({ kind: 'headquarters-not-recognised' });
}

/** Keeps the key of a till that was enrolled, then its rows and the reference that came with it if it is newer. */
export function insertEnrolled(
  { store, keystore }: Pick<EnrolTools, 'store' | 'keystore'>,
  enrolled: Enrolled & { readonly at: Instant; readonly url: string; readonly recovery: unknown },
): void {
  const { code, key, response, reference, at } = enrolled;
  keepAgeKey(keystore, code.till, enrolled.ageKey);
  store.insertTill({
    id: code.till,
    site: code.site,
    number: Number(code.till.slice(code.site.length + 1)),
    ...keepTillKey(keystore, code.till, key),
    demo: false,
    enrolledAt: at,
  });
  if (reference.number > (store.latestReference()?.number ?? 0))
    store.insertReference({
      number: reference.number,
      publishedAt: reference.publishedAt,
      receivedAt: at,
      body: enrolled.catalogueText,
    });
  store.saveSetting(code.till, 'headquarters', response.hqSign);
  store.saveSetting(code.till, 'headquarters-url', enrolled.url);
  store.saveSetting(code.till, 'recovery-recipient', enrolled.recovery);
}

/** The people that came with an enrolment; a till added to a point may bring newer ones. */
export const takeFirstPeople = (store: Store, { code, response, peopleText }: Enrolled): Promise<unknown> =>
  takePeople(store, peopleText, { verify: verifierAmong([response.hqSign]), site: code.site });

/** https everywhere except on this machine itself. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}

async function post(url: URL, body: string): Promise<{ readonly ok: boolean; readonly text: string } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
    return { ok: response.ok, text: await response.text() };
  } catch {
    return null;
  }
}
