import type { NeededRole } from '#domain/roles.ts';
import type { z } from 'zod';

declare const carried: unique symbol;

/** Carries a type and no value: outputs come from main, which is trusted; only inputs are parsed. */
export interface TypeOf<T> {
  readonly [carried]?: T;
}

export const type = <T>(): TypeOf<T> => ({});

/** One call across the boundary: who may make it, what goes in, what comes out, what may be refused. */
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown, Refusal = unknown> {
  readonly role: NeededRole;
  readonly input: Input;
  readonly output: TypeOf<Output>;
  readonly refusals: TypeOf<Refusal>;
}

export const call = <Input extends z.ZodType, Output, Refusal>(
  spec: Call<Input, Output, Refusal>,
): Call<Input, Output, Refusal> => spec;

export type InputOf<C> = C extends Call<infer I, unknown, unknown> ? z.infer<I> : never;
export type OutputOf<C> = C extends Call<z.ZodType, infer O, unknown> ? O : never;
export type RefusalOf<C> = C extends Call<z.ZodType, unknown, infer R> ? R : never;

/** Refusals that any call may answer with. */
export type CommonRefusal =
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'password-to-change' }
  | { readonly kind: 'role-too-low'; readonly needed: NeededRole }
  | { readonly kind: 'bad-input'; readonly where: readonly string[] }
  /** Makes no sense, or would touch what is true, while the desk practises. */
  | { readonly kind: 'not-in-training' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'broken'; readonly incident: string };
