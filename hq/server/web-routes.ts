import type { IncomingMessage } from 'node:http';
import { type SiteCode, brandAs } from '#domain/ids.ts';
import { type Result, assertNever, ok, refuse } from '#domain/result.ts';
import { type Day, dayIn } from '#domain/time.ts';
import { boardOf } from '../board/board.ts';
import { dayFiguresOf } from '../board/day-figures.ts';
import { pricesOf } from '../board/prices.ts';
import { workListOf } from '../board/work-list.ts';
import {
  type HqCall,
  type HqInput,
  type HqOutputs,
  type HqRefusal,
  type Session,
  hqInputs,
  isHqCall,
  openCalls,
} from '../contract/calls.ts';
import { changePrice } from '../publish/price-change.ts';
import { type AccountDeps, changePassword, sessionOf, signIn, signOut } from './accounts.ts';
import { type Reply, jsonReply, readBody } from './body.ts';

const largestCallBytes = 16_384;
const cookieName = 'comptoir-hq';
const zone = 'Europe/Paris';

/** The page's calls, `POST /api/<name>`; null for a path that is none of them. */
export async function webRoute(deps: AccountDeps, request: IncomingMessage): Promise<Reply | null> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (!path.startsWith('/api/')) return null;
  const name = path.slice('/api/'.length);
  if (!isHqCall(name)) return jsonReply(404, { error: 'no-such-call' });
  if (request.method !== 'POST') return jsonReply(405, { error: 'post-only' });
  if (!sameOrigin(request)) return jsonReply(403, { error: 'other-origin' });
  const body = await readBody(request, largestCallBytes);
  if (!body) return jsonReply(413, { error: 'too-large' }, { connection: 'close' });
  const input = hqInputs[name].safeParse(parseJson(body));
  if (!input.success) return jsonReply(400, { error: 'bad-input' });
  const token = cookieOf(request);
  const session = await sessionOf(deps, token);
  const refusal = openCalls.has(name) ? null : gate(name, session);
  if (refusal) return jsonReply(401, refuse(refusal));
  return dispatch(deps, { name, input: input.data, session, token, request });
}

function gate(name: HqCall, session: Session | null): HqRefusal | null {
  if (!session) return { kind: 'signed-out' };
  const leaves = name === 'changePassword' || name === 'signOut';
  return session.mustChange && !leaves ? { kind: 'must-change-password' } : null;
}

/** A page of another site must not speak for the one signed in here. */
function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return (request.headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    return undefined;
  }
}

function cookieOf(request: IncomingMessage): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((one) => one.trim());
  return pairs.find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? null;
}

interface Call {
  readonly name: HqCall;
  readonly input: HqInput<HqCall>;
  readonly session: Session | null;
  readonly token: string | null;
  readonly request: IncomingMessage;
}

type Answer<C extends HqCall> = Result<HqOutputs[C], HqRefusal>;

async function dispatch(deps: AccountDeps, call: Call): Promise<Reply> {
  if (call.name === 'signIn') return signInReply(deps, call);
  if (call.name === 'signOut') {
    await signOut(deps, call.token ?? '');
    return jsonReply(200, ok(null), { 'set-cookie': cookie(call.request, '', 0) });
  }
  return jsonReply(200, await answerOf(deps, call, call.name));
}

async function signInReply(deps: AccountDeps, call: Call): Promise<Reply> {
  const input = call.input as HqInput<'signIn'>;
  const from = call.request.socket.remoteAddress ?? '';
  const signed = await signIn(deps, { ...input, from });
  if (!signed.ok) return jsonReply(200, signed);
  const { session, token } = signed.value;
  return jsonReply(200, ok(session), { 'set-cookie': cookie(call.request, token, 12 * 3600) });
}

/** Behind a proxy that speaks https the cookie must never travel in clear. */
function cookie(request: IncomingMessage, token: string, seconds: number): string {
  const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
  return `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${seconds}${secure}`;
}

function answerOf(
  deps: AccountDeps,
  call: Call,
  name: Exclude<HqCall, 'signIn' | 'signOut'>,
): Promise<Answer<HqCall>> | Answer<HqCall> {
  const { db } = deps.store;
  const today = dayIn(deps.now(), zone);
  switch (name) {
    case 'session':
      return ok(call.session);
    case 'changePassword':
      return choosePassword(deps, call);
    case 'board':
      return boardOf(db, deps.now(), call.input as HqInput<'board'>).then(ok);
    case 'dayFigures':
      return figures(deps, call.input as HqInput<'dayFigures'>);
    case 'workList':
      return workListOf(db).then(ok);
    case 'prices':
      return pricesOf(db, today).then(ok);
    case 'changePrice':
      return newPrice(deps, call, today);
    default:
      return assertNever(name);
  }
}

function choosePassword(deps: AccountDeps, call: Call): Promise<Answer<'changePassword'>> {
  const { password } = call.input as HqInput<'changePassword'>;
  if (!call.session || call.token === null) return Promise.resolve(refuse({ kind: 'signed-out' }));
  return changePassword(deps, call.session, { password, token: call.token });
}

async function figures(deps: AccountDeps, input: HqInput<'dayFigures'>): Promise<Answer<'dayFigures'>> {
  const found = await dayFiguresOf(deps.store.db, brandAs<SiteCode>(input.site), input.day);
  return found ? ok(found) : refuse({ kind: 'site-unknown' });
}

async function newPrice(deps: AccountDeps, call: Call, today: Day): Promise<Answer<'changePrice'>> {
  const name = call.session?.name ?? '';
  const changed = await changePrice(deps.store, call.input as HqInput<'changePrice'>, {
    name,
    at: deps.now(),
    today,
  });
  return changed.ok ? ok({ publication: changed.value }) : changed;
}
