import type { Answer, Input } from '#contract/ipc.ts';
import type { Store } from '#db/store.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import { newAgeIdentity } from '#exchange/batch-file.ts';
import {
  type EnrolmentCode,
  enrolmentRequestText,
  openEnrolmentResponse,
  readEnrolmentCode,
} from '#exchange/enrolment.ts';
import { makeTillKey } from './till-keys.ts';

export interface EnrolTools {
  readonly store: Store;
  readonly keystore: Keystore;
  readonly now: () => Instant;
}

/** Set-up by code: the till's public key goes up under a MAC by the code, keys and the first reference come back. */
export async function enrol(tools: EnrolTools, input: Input<'enrol'>): Promise<Answer<'enrol'>> {
  const { store, keystore } = tools;
  if (store.tills().length > 0) return refuse({ kind: 'already-set-up' });
  const code = readEnrolmentCode(input.code);
  if (!code) return refuse({ kind: 'enrolment-code-unreadable' });
  if (!isSafeUrl(input.url)) return refuse({ kind: 'headquarters-not-https' });
  const key = makeTillKey(keystore, code.till);
  const request = enrolmentRequestText(code, key, tools.now());
  const answered = await post(new URL('/v1/enrol', input.url), request);
  if (answered === null) return refuse({ kind: 'headquarters-unreachable' });
  if (!answered.ok) return refuse({ kind: 'enrolment-code-refused' });
  const opened = openEnrolmentResponse(answered.text, code, request);
  if (!opened.ok) return refuse({ kind: 'headquarters-not-recognised' });
  const { response, reference } = opened.value;
  const recovery = await newAgeIdentity();
  const at = tools.now();
  store.transaction(() => {
    store.insertTill({
      id: code.till,
      site: code.site,
      number: tillNumber(code),
      ...key,
      demo: false,
      enrolledAt: at,
    });
    store.insertReference({
      number: reference.number,
      publishedAt: reference.publishedAt,
      receivedAt: at,
      body: response.reference,
    });
    store.saveSetting(code.till, 'headquarters', response.hqSign);
    store.saveSetting(code.till, 'headquarters-url', input.url);
    store.saveSetting(code.till, 'recovery-recipient', recovery.recipient);
  });
  const siteName = reference.catalogue.sites.find((one) => one.code === code.site)?.name ?? code.site;
  return ok({ recoveryKey: recovery.identity, siteName });
}

const tillNumber = (code: EnrolmentCode): number => Number(code.till.slice(code.site.length + 1));

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
