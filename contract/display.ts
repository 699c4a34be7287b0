import type { Cents } from '#domain/money.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';

/** What the person served sees: what is bought and what it costs. No name, no number of a unit, no reason of a refusal. */
export type DisplayView =
  | { readonly state: 'welcome' }
  | {
      readonly state: 'basket';
      readonly lines: readonly {
        readonly label: string;
        readonly quantity: number;
        readonly totalCents: Cents;
        readonly referenceCents: Cents;
      }[];
      readonly totalCents: Cents;
      readonly savingCents: Cents;
      /** Still to pay; null before the payment begins. */
      readonly remainingCents: Cents | null;
    }
  | {
      readonly state: 'thanks';
      readonly totalCents: Cents;
      readonly savingCents: Cents;
      readonly changeCents: Cents;
    };

export const displayCalls = {
  display: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    askedAgainOn: ['desk'],
    input: z.object({}),
    output: type<{
      readonly siteName: string;
      readonly language: 'fr' | 'en';
      /** Opened by itself at every start, where a second screen is plugged in. */
      readonly wanted: boolean;
      readonly view: DisplayView;
    }>(),
    refusals: type<never>(),
  }),
  chooseDisplay: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ wanted: z.boolean() }),
    output: type<null>(),
    refusals: type<never>(),
  }),
} as const;
