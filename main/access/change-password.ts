import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { checkPassword } from './check-password.ts';
import { isStrong } from './strong-password.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from './signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/** A new password, and a PIN for unlocking if wanted. */
export async function changePassword(
  deps: Deps,
  input: Input<'changePassword'>,
): Promise<Answer<'changePassword'>> {
  const checked = await checkPassword(deps, signedIn(deps), input.current);
  if (!checked.ok) return checked;
  // The one that was handed over is known to whoever handed it over: kept, it would be nobody's own.
  const unchanged = checked.value.mustChange && input.next === input.current;
  if (unchanged || !isStrong(input.next)) return refuse({ kind: 'password-too-weak' });
  const passwordHash = await deps.passwords.hash(input.next);
  const pinHash = input.pin === undefined ? checked.value.pinHash : await deps.passwords.hash(input.pin);
  deps.store.transaction(() => {
    deps.store.saveOperator({ code: checked.value.code, passwordHash, pinHash, mustChange: false });
    appendEvent(deps, 'password-changed');
  });
  deps.changed('team');
  return ok(null);
}
