import type { SiteCode, TillId } from '#domain/ids.ts';
import { z } from 'zod';
import { call, type } from './call.ts';
import { neededText } from './fields.ts';

export const setUpCalls = {
  enrol: call({
    role: 'nobody',
    evenWhile: ['training'],
    input: z.object({ code: neededText, url: z.string().max(300) }),
    output: type<{ readonly recoveryKey: string; readonly siteName: string }>(),
    refusals: type<
      | { kind: 'already-set-up' }
      | { kind: 'enrolment-code-unreadable' }
      | { kind: 'enrolment-code-refused' }
      | { kind: 'headquarters-unreachable' }
      | { kind: 'headquarters-not-https' }
      | { kind: 'headquarters-not-recognised' }
    >(),
  }),
  /** One more till for a point that has one, by a code of the same headquarters for the same site. */
  addTill: call({
    role: 'admin',
    input: z.object({ code: neededText }),
    output: type<{ readonly till: TillId }>(),
    refusals: type<
      | { kind: 'no-headquarters' }
      | { kind: 'enrolment-code-unreadable' }
      | { kind: 'enrolment-code-refused' }
      | { kind: 'other-site'; readonly site: SiteCode }
      | { kind: 'till-exists'; readonly till: TillId }
      | { kind: 'headquarters-unreachable' }
      | { kind: 'headquarters-not-https' }
      | { kind: 'headquarters-not-recognised' }
    >(),
  }),
} as const;
