import { type OperatorCode, brandAs } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';

/** `E01`, `E02`, …: never used again, because journals carry it. */
export function nextOperatorCode(deps: Pick<Deps, 'store'>): OperatorCode {
  const numbers = deps.store.operators().map((one) => Number(one.code.slice(1)));
  return brandAs<OperatorCode>(
    `E${String(Math.max(0, ...numbers.filter(Number.isFinite)) + 1).padStart(2, '0')}`,
  );
}
