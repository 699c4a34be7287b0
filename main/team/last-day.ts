import type { CommonRefusal } from '#contract/call.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Day, parseDay } from '#domain/time.ts';

/** Somebody's last day as typed. What is not a day is refused: read as "none" it would lift the limit. */
export function lastDayTyped(
  text: string | null,
): Result<Day | null, Extract<CommonRefusal, { kind: 'bad-input' }>> {
  if (text === null) return ok(null);
  const day = parseDay(text);
  return day === null ? refuse({ kind: 'bad-input', where: ['activeUntil'] }) : ok(day);
}
