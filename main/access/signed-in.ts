import type { OperatorCode } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';

/** Who is signed in. @throws when nobody is: the role check let a call through that it should not have. */
export function signedIn(deps: Deps): OperatorCode {
  if (deps.desk.operator === null) throw new Error('nobody is signed in');
  return deps.desk.operator;
}
