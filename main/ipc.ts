import { randomUUID } from 'node:crypto';
import type { CommonRefusal } from '#contract/form/call.ts';
import { contract } from '#contract/ipc.ts';
import { type Result, refuse } from '#domain/result.ts';
import { refusedAccess } from './access/guard.ts';
import { isDiskFull } from './disk-full.ts';
import type { Deps } from './deps.ts';
import { type DeskCall, useCases } from './calls.ts';

type AnyUseCase = (
  deps: Deps,
  input: unknown,
) => Result<unknown, unknown> | Promise<Result<unknown, unknown>>;

/**
 * The one door: name, role and input are checked here on every call, and what is thrown below is a bug that is
 * caught here once. The page learns an incident number, never what broke.
 */
export async function dispatch(
  deps: Deps,
  name: string,
  input: unknown,
  report: (incident: string, error: unknown) => void,
): Promise<Result<unknown, unknown>> {
  if (!Object.hasOwn(useCases, name)) return refuse<CommonRefusal>({ kind: 'bad-input', where: ['name'] });
  const call = name as DeskCall;
  const refused = refusedAccess(deps, call);
  if (refused) return refuse(refused);
  try {
    // Inside the net too: what is nested deep enough overflows the parser.
    const parsed = contract[call].input.safeParse(wellFormed(input ?? {}));
    if (!parsed.success)
      return refuse<CommonRefusal>({
        kind: 'bad-input',
        where: parsed.error.issues.map((issue) => issue.path.join('.')),
      });
    return await (useCases[call] as AnyUseCase)(deps, parsed.data);
  } catch (error) {
    if (isDiskFull(error)) return refuse<CommonRefusal>({ kind: 'disk-full' });
    const incident = randomUUID().slice(0, 8);
    report(incident, error);
    return refuse<CommonRefusal>({ kind: 'broken', incident });
  }
}

/** Half a character, as a broken paste gives, has no form in a signed record: it becomes the replacement sign. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wellFormed(one)]));
}
