import type { EntitlementId, MemberCard, PersonId } from '#domain/ids.ts';
import type { ReferralProof } from '#domain/referral.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import type { PersonPanel } from './basket.ts';
import { call, type } from './form/call.ts';
import { dayField, neededText, personId, shortText } from './form/fields.ts';

const birth = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('day'), day: dayField }),
  z.object({ precision: z.literal('month'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.object({ precision: z.literal('year'), year: z.number().int().min(1900).max(2100) }),
  z.object({ precision: z.literal('declared-age'), age: z.number().int().min(0).max(120), on: dayField }),
  z.object({ precision: z.literal('unknown') }),
]);

export const qpvAnswers = ['yes', 'no', 'unknown', 'domiciled'] as const;

export const situations = [
  'job-seeker',
  'employed',
  'student',
  'retired',
  'asylum',
  'homeless',
  'other',
] as const;

export const contactWays = ['phone', 'sms', 'structure', 'none'] as const;

export const noticeLanguages = ['fr', 'en', 'ar', 'es', 'pt', 'ru', 'uk', 'fa', 'bn', 'zh'] as const;

/** What the registration form holds. Everything but a name may be left unsaid. */
export const registration = z.object({
  birthName: neededText.max(80),
  usedName: shortText.max(80),
  firstNames: neededText.max(80),
  birth,
  phone: z.string().trim().max(20),
  language: z.string().trim().max(8),
  postcode: z
    .string()
    .trim()
    .regex(/^(\d{5})?$/),
  municipality: z.string().trim().max(80),
  qpv: z.enum(qpvAnswers),
  situation: z.enum(situations).nullable(),
  contact: z.enum(contactWays).nullable(),
  notice: z.object({ version: neededText, language: z.enum(noticeLanguages) }),
});

export type Registration = z.infer<typeof registration>;

export interface PersonFound {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear: number | null;
  readonly card: MemberCard | null;
  readonly standing: PersonPanel['standing']['kind'];
}

export interface PersonFile {
  readonly personId: PersonId;
  readonly registration: Registration;
  readonly registeredOn: Day;
  readonly cards: readonly {
    readonly card: MemberCard;
    readonly givenAt: Instant;
    readonly active: boolean;
  }[];
  readonly entitlements: readonly {
    readonly id: EntitlementId;
    readonly from: Day;
    readonly until: Day;
    readonly proof: ReferralProof;
    readonly prescriber: string;
    readonly underReserve: boolean;
  }[];
  readonly sales: readonly {
    readonly saleId: string;
    readonly number: string;
    readonly on: Day;
    readonly labels: readonly string[];
    readonly totalCents: number;
  }[];
}

export type FieldRefusal =
  | { readonly kind: 'looks-like-nir'; readonly field: string }
  | { readonly kind: 'birth-in-future' };

export const personCalls = {
  /** A trainee searches by name and birth year; from seller on, the name is enough. */
  searchPersons: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ text: z.string().trim().min(1).max(80), birthYear: z.number().int().nullable() }),
    /** The best twenty, and how many there are. */
    output: type<{ readonly persons: readonly PersonFound[]; readonly total: number }>(),
    refusals: type<{ kind: 'birth-year-needed' }>(),
  }),
  personFile: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ personId, act: z.enum(['sale', 'registration', 'referral', 'card', 'request']) }),
    output: type<PersonFile>(),
    refusals: type<{ kind: 'person-unknown' }>(),
  }),
  /** People who may be the same; `probablySame` are shown side by side before anything is created. */
  likePersons: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ registration }),
    output: type<{ readonly probablySame: readonly PersonFound[]; readonly maybe: readonly PersonFound[] }>(),
    refusals: type<FieldRefusal>(),
  }),
  registerPerson: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      registration,
      /** People shown as perhaps the same and dismissed by the operator. */
      notTheSame: z.array(personId).max(50),
    }),
    output: type<{ readonly personId: PersonId }>(),
    refusals: type<FieldRefusal | { kind: 'perhaps-the-same'; readonly persons: readonly PersonFound[] }>(),
  }),
  registrationDraft: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({}),
    output: type<unknown>(),
    refusals: type<never>(),
  }),
  keepRegistrationDraft: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ draft: z.json().nullable() }),
    output: type<null>(),
    refusals: type<{ kind: 'draft-too-long' }>(),
  }),
  giveCard: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ personId, card: z.string().max(12).nullable() }),
    output: type<{ readonly card: MemberCard; readonly document: TicketDocument | null }>(),
    refusals: type<{ kind: 'person-unknown' } | { kind: 'card-unreadable' } | { kind: 'card-taken' }>(),
  }),
} as const;
