import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from './append.ts';

/** What is longer may hold a name, or somebody's story: the record keeps its digest alone, and it can be erased. */
const longestSigned = 64;

/** A reason as it is signed: the words, or the digest of words that are kept apart. */
export interface SignedReason {
  readonly reason: string | null;
  readonly reasonDigest?: string;
}

/** Signs a reason that somebody typed. In the transaction of what it is the reason of. */
export function signedReason(deps: Deps, text: string): SignedReason {
  if (text.length <= longestSigned) return { reason: text };
  // Salted: once it is erased, nobody can try what it might have said.
  const salt = Buffer.from(deps.random(16)).toString('base64url');
  const digest = deps.sha256(`comptoir/text/1\n${salt}\n${text}`);
  deps.store.insertTypedText({ digest, salt, text, at: deps.now() });
  return { reason: null, reasonDigest: digest };
}

/** Erases words that somebody typed; that they were there stays signed. */
export function eraseTypedText(deps: Deps, { digest }: Input<'eraseTypedText'>): Answer<'eraseTypedText'> {
  const known = deps.store.typedText(digest);
  if (!known) return refuse({ kind: 'text-unknown' });
  // Pressed twice: it is erased once.
  if (known.text !== null)
    deps.store.transaction(() => {
      deps.store.forgetTypedText(digest);
      appendEvent(deps, 'text-erased', { digest });
    });
  deps.changed('journal');
  return ok(null);
}
