import type { NeededRole } from '#domain/roles.ts';
import type { z } from 'zod';
import type { Topic } from './topics.ts';

declare const carried: unique symbol;

/** Carries a type and no value: outputs come from main, which is trusted; only inputs are parsed. */
export interface TypeOf<T> {
  readonly [carried]?: T;
}

export const type = <T>(): TypeOf<T> => ({});

/** States of the desk in which a call is refused unless it says otherwise. */
export type DeskCondition =
  /** Whoever sold went away. */
  | 'locked'
  /** Somebody is there with the password they were handed, and has to choose their own. */
  | 'handed-password'
  /** Somebody practises: nothing true may be acted on. */
  | 'training';

/**
 * One call across the boundary, with its whole policy: who may make it and when, what goes in, what comes out, what
 * may be refused, and when the page asks it again. What is not said is closed.
 */
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown, Refusal = unknown> {
  /** Least role that may make it; `nobody` needs nobody signed in. */
  readonly role: NeededRole;
  readonly evenWhile?: readonly DeskCondition[];
  /** A question whose answer is another one once something of these has changed. */
  readonly askedAgainOn?: readonly Topic[];
  /** Its answer is the basket as it now stands: shown at once, without asking again. */
  readonly answersWith?: 'basket';
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
