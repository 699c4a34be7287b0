import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { and, eq, gt, lt } from 'drizzle-orm';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Instant, instantFromMs, instantMs } from '#domain/time.ts';
import { encodeBase32 } from '#exchange/base32.ts';
import { sha256Hex } from '#exchange/crypto.ts';
import { type HqRefusal, type Session, isStrongPassword } from '../contract/calls.ts';
import { accounts, webSessions } from '../store/network-schema.ts';
import type { Store } from '../store/store.ts';
import type { Throttle } from './throttle.ts';

export interface AccountDeps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly throttle: Throttle;
}

export const firstAccountName = 'siege';
const sessionMs = 12 * 3_600_000;

/** The first account, on an empty store: its one-time password, to print once; null when there is one already. */
export async function makeFirstAccount(store: Store, at: Instant): Promise<string | null> {
  const known = await store.db.select({ name: accounts.name }).from(accounts).limit(1);
  if (known.length > 0) return null;
  const password = encodeBase32(randomBytes(10)).replace(/(.{4})(?=.)/g, '$1-');
  await store.db
    .insert(accounts)
    .values({ name: firstAccountName, passwordHash: await hash(password), mustChange: true, createdAt: at });
  return password;
}

export interface SignedIn {
  readonly session: Session;
  /** What the cookie holds; only its SHA-256 is kept. */
  readonly token: string;
}

/** Signs in by name and password. Refusals: `wrong-password`, `throttled`. */
export async function signIn(
  deps: AccountDeps,
  input: { readonly name: string; readonly password: string; readonly from: string },
): Promise<Result<SignedIn, HqRefusal>> {
  const nowMs = instantMs(deps.now());
  const keys = [`name ${input.name}`, `from ${input.from}`];
  const waitSeconds = Math.max(...keys.map((key) => deps.throttle.waitSeconds(key, nowMs)));
  if (waitSeconds > 0) return refuse({ kind: 'throttled', waitSeconds });
  // Counted before the slow check, so that tries made at the same time do not all pass.
  for (const key of keys) deps.throttle.failed(key, nowMs);
  const [account] = await deps.store.db.select().from(accounts).where(eq(accounts.name, input.name));
  const holds = await verify(account?.passwordHash ?? (await hash('')), input.password);
  if (!account || !holds) return refuse({ kind: 'wrong-password' });
  for (const key of keys) deps.throttle.succeeded(key);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = instantFromMs(nowMs + sessionMs);
  await deps.store.db.delete(webSessions).where(lt(webSessions.expiresAt, deps.now()));
  await deps.store.db
    .insert(webSessions)
    .values({ tokenSha256: sha256Hex(token), account: account.name, expiresAt });
  return ok({ session: { name: account.name, mustChange: account.mustChange }, token });
}

export async function sessionOf(deps: AccountDeps, token: string | null): Promise<Session | null> {
  if (token === null) return null;
  const [row] = await deps.store.db
    .select({ name: accounts.name, mustChange: accounts.mustChange })
    .from(webSessions)
    .innerJoin(accounts, eq(accounts.name, webSessions.account))
    .where(and(eq(webSessions.tokenSha256, sha256Hex(token)), gt(webSessions.expiresAt, deps.now())));
  return row ?? null;
}

/** Chooses a password; every other session of the account ends. Refusal: `password-too-weak`. */
export async function changePassword(
  deps: AccountDeps,
  session: Session,
  input: { readonly password: string; readonly token: string },
): Promise<Result<Session, HqRefusal>> {
  if (!isStrongPassword(input.password)) return refuse({ kind: 'password-too-weak' });
  const passwordHash = await hash(input.password);
  await deps.store.transaction(async ({ db }) => {
    await db.update(accounts).set({ passwordHash, mustChange: false }).where(eq(accounts.name, session.name));
    const [own] = await db
      .select()
      .from(webSessions)
      .where(eq(webSessions.tokenSha256, sha256Hex(input.token)));
    await db.delete(webSessions).where(eq(webSessions.account, session.name));
    if (own) await db.insert(webSessions).values(own);
  });
  return ok({ name: session.name, mustChange: false });
}

export const signOut = async (deps: AccountDeps, token: string): Promise<void> => {
  await deps.store.db.delete(webSessions).where(eq(webSessions.tokenSha256, sha256Hex(token)));
};
