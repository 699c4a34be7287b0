import type { SignInRefusal } from '#contract/access.ts';
import type { OperatorRow } from '#db/queries/team.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { instantMs } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { isActive } from './is-active.ts';

export const freeTries = 5;
const longestWaitMs = 60_000;

/**
 * Checks an operator's password. After five wrong ones each further try waits, twice as long every time up to a
 * minute; a right one forgets them.
 */
export async function checkPassword(
  deps: Deps,
  code: OperatorCode,
  password: string,
): Promise<Result<OperatorRow, SignInRefusal>> {
  const waitMs = waitOf(deps, code);
  if (waitMs > 0) return refuse({ kind: 'throttled', waitSeconds: Math.ceil(waitMs / 1000) });
  const operator = deps.store.operatorByCode(code);
  if (!operator) return failed(deps, code);
  // Counted before the slow hash: many tries at once do not slip under the limit.
  const refused = failed(deps, code);
  if (!(await deps.passwords.verify(operator.passwordHash, password))) return refused;
  deps.desk.failures.delete(code);
  return isActive(deps, operator) ? ok(operator) : refuse({ kind: 'operator-stopped' });
}

function waitOf(deps: Deps, code: OperatorCode): number {
  const failure = deps.desk.failures.get(code);
  if (!failure) return 0;
  const now = instantMs(deps.now());
  // A clock set back must not turn a minute into hours: the wait starts again from where the clock stands.
  failure.until = Math.min(failure.until, now + waitAfter(failure.count));
  return Math.max(0, failure.until - now);
}

function failed(deps: Deps, code: OperatorCode): Result<never, SignInRefusal> {
  const count = (deps.desk.failures.get(code)?.count ?? 0) + 1;
  deps.desk.failures.set(code, { count, until: instantMs(deps.now()) + waitAfter(count) });
  return refuse({ kind: 'wrong-password', triesLeft: Math.max(0, freeTries - count) });
}

const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failures - freeTries));
