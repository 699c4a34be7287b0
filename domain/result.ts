/** An expected refusal is a value; a bug throws. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <E>(refusal: E): { readonly ok: false; readonly refusal: E } => ({
  ok: false,
  refusal,
});

/** Ends a switch over a closed union: a new member becomes a compile error here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected member of a closed union: ${JSON.stringify(value)}`);
}
