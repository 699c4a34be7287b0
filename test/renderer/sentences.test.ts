import { cents } from '#domain/money.ts';
import type { Reason } from '#domain/reasons.ts';
import { day } from '#domain/time.ts';
import type { AllRefusals } from '#renderer/api/client.ts';
import { reasonsEn } from '#renderer/messages/en/reasons.ts';
import { refusalsEn } from '#renderer/messages/en/refusals.ts';
import { reasonsFr } from '#renderer/messages/fr/reasons.ts';
import { refusalsFr } from '#renderer/messages/fr/refusals.ts';
import { reasonSentence, refusalSentence } from '#renderer/messages/sentences.ts';
import type { Sentence } from '#renderer/messages/sentence.ts';
import { formatsFor } from '#renderer/ui/format.ts';
import { describe, expect, it } from 'vitest';

const on = day('2028-03-14');
/** Every parameter that any sentence takes. */
const full = {
  issuedOn: on,
  expiredOn: on,
  usedOn: on,
  agreementUntil: on,
  possibleOn: on,
  endedOn: on,
  opensOn: on,
  dueOn: on,
  renewsOn: on,
  soldOn: on,
  lastBusinessDay: on,
  depositedOn: on,
  businessDay: on,
  handedOverOn: on,
  prescriberPhone: '01 00 00 00 13',
  sites: ['Paris 13ᵉ'],
  max: 1,
  family: 'topup',
  families: ['sim', 'topup'],
  vat: 'REDUIT',
  approver: 'Nadia',
  leftUnits: null,
  leftCents: cents(500),
  needed: 'manager',
  where: ['code'],
  incident: 'i-1',
  triesLeft: 2,
  waitSeconds: 30,
  text: '8933',
  what: 'iccid',
  number: 'PAR13-1-2026-000001',
  site: 'Lyon',
  till: 'PAR13-2',
  folder: '/media/cle',
  card: '4711',
  label: 'Recharge 5 €',
  missingCents: cents(200),
  givenCents: cents(200_000),
  changeCents: cents(199_500),
  excessCents: cents(200),
  count: 2,
  left: 1,
  available: 3,
  totalCents: cents(1200),
  cents: cents(1200),
  countedCents: cents(1200),
  unitPriceCents: cents(500),
  persons: [1, 2],
  act: 'override',
  why: 'wrong-password',
  field: 'name',
  reason: { code: 'renewal-too-many', max: 1 },
  tender: 'cash',
  status: 'sold',
  detail: 'x',
  referral: null,
};
/** The same with everything that may be missing. */
const bare = { ...full, usedOn: null, soldOn: null, renewsOn: null, leftCents: null, prescriberPhone: null };
const one = { ...bare, count: 1, triesLeft: 0, left: 0, persons: [1], leftUnits: 1 };

const languages = [formatsFor('fr', 'Europe/Paris'), formatsFor('en', 'Europe/Paris')];

function isSpoken({ text, next }: Sentence): void {
  for (const part of [text, next]) {
    expect(part.trim().length).toBeGreaterThan(5);
    expect(part).not.toMatch(/\{\{|undefined|null|NaN|\[object|^[a-z]/);
    expect(part).toMatch(/[.?!]$/);
  }
}

describe.each(languages)('sentences in $language', (say) => {
  it.each(Object.keys(reasonsFr))('says %s, why and what next', (code) => {
    for (const values of [full, bare, one])
      isSpoken(reasonSentence({ ...values, code } as unknown as Reason, say));
  });

  it.each(Object.keys(refusalsFr))('says refusal %s and what next', (kind) => {
    for (const values of [full, one])
      isSpoken(refusalSentence({ ...values, kind } as unknown as AllRefusals, say));
  });

  it('says something for what this page does not know', () => {
    isSpoken(refusalSentence({ kind: 'of-tomorrow' } as unknown as AllRefusals, say));
  });
});

describe('both languages', () => {
  it('know the same reasons and refusals', () => {
    expect(Object.keys(reasonsEn).toSorted()).toEqual(Object.keys(reasonsFr).toSorted());
    expect(Object.keys(refusalsEn).toSorted()).toEqual(Object.keys(refusalsFr).toSorted());
  });

  it('promise to go on without headquarters only to a till that is set up', () => {
    const kind = 'headquarters-unreachable' as const;
    for (const say of languages) {
      const going = refusalSentence({ kind, detail: 'fetch failed' }, say);
      expect(going.next).toMatch(/continuer sans|works without/);
      expect(refusalSentence({ kind }, say).next).not.toBe(going.next);
    }
  });

  it('write days and money as people do', () => {
    const expired = { code: 'referral-expired', expiredOn: on, prescriberPhone: '01 00 00 00 13' } as const;
    const [fr, en] = languages;
    expect(fr && reasonSentence(expired, fr)).toEqual({
      text: 'Cette orientation a expiré le 14 mars 2028.',
      next: 'Proposez d’appeler la structure\u202F: 01 00 00 00 13. Elle peut en faire une nouvelle.',
    });
    expect(en && reasonSentence(expired, en).text).toBe('This referral expired on 14 March 2028.');
  });
});
