import { randomUUID } from 'node:crypto';
import type { CommonRefusal } from '#contract/call.ts';
import { type CallName, contract } from '#contract/ipc.ts';
import { type Result, refuse } from '#domain/result.ts';
import { may } from '#domain/roles.ts';
import { activeOperator } from './access/is-active.ts';
import { isDiskFull } from './disk-full.ts';
import type { Deps } from './deps.ts';
import { type DeskCall, useCases } from './calls.ts';

type AnyUseCase = (
  deps: Deps,
  input: unknown,
) => Result<unknown, unknown> | Promise<Result<unknown, unknown>>;

/** Calls that a locked desk still answers: what it takes to unlock it. */
const whileLocked: ReadonlySet<CallName> = new Set<CallName>([
  'deskState',
  'signInChoices',
  'unlock',
  'takeOver',
  'lock',
  'chooseLanguage',
  'stopTraining',
  'display',
]);

/** Calls that somebody answers with the password they were handed: what it takes to choose their own. */
const withHandedPassword: ReadonlySet<CallName> = new Set<CallName>([
  ...whileLocked,
  'changePassword',
  'signOut',
]);

/** Calls that would act on something true: files, drives, headquarters, the team, the printer's choice. */
const notInTraining: ReadonlySet<CallName> = new Set<CallName>([
  'archives',
  'makeArchive',
  'testDrawer',
  'makeInspection',
  'backups',
  'makeBackup',
  'chooseBackupFolder',
  'findBackups',
  'tryBackup',
  'sendNow',
  'batchFile',
  'markHandedOver',
  'importAnswer',
  'createOperator',
  'resetOperator',
  'limitOperator',
  'stopOperator',
  'changePassword',
  'choosePrinter',
  'integrity',
  'checkJournal',
  'markDefectRead',
]);

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

function refusedAccess(deps: Deps, call: CallName): CommonRefusal | null {
  const operator = activeOperator(deps);
  if (operator && deps.desk.locked && !whileLocked.has(call)) return { kind: 'locked' };
  const { role } = contract[call];
  if (role === 'nobody') return null;
  if (!operator) return { kind: 'not-signed-in' };
  if (operator.mustChange && !withHandedPassword.has(call)) return { kind: 'password-to-change' };
  if (deps.practice.state() && notInTraining.has(call)) return { kind: 'not-in-training' };
  return may(operator, role) ? null : { kind: 'role-too-low', needed: role };
}

/** Half a character, as a broken paste gives, has no form in a signed record: it becomes the replacement sign. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wellFormed(one)]));
}
