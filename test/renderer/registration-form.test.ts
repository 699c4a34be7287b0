import { registration } from '#contract/person.ts';
import { day } from '#domain/time.ts';
import {
  emptyForm,
  formFromDraft,
  formFromText,
  isUntouched,
  problemsOf,
  registrationFrom,
} from '#renderer/person/registration-form.ts';
import { dayFromText, monthFromText } from '#renderer/ui/controls/typed-day.ts';
import { describe, expect, it } from 'vitest';

const today = day('2026-11-22');
const filled = {
  ...emptyForm,
  firstNames: 'Fatoumata',
  birthName: 'Diallo',
  birthText: '12/04/1988',
  noticeGiven: true,
};

describe('the registration form', () => {
  it('needs a first name, a name, a birth and the notice, and nothing else', () => {
    expect(problemsOf(emptyForm, today)).toEqual({
      firstNames: 'needed',
      birthName: 'needed',
      birthText: 'needed',
      noticeGiven: 'notice-needed',
    });
    expect(problemsOf(filled, today)).toEqual({});
    expect(problemsOf({ ...filled, birthKind: 'unknown', birthText: '' }, today)).toEqual({});
  });

  it('gives what the application takes', () => {
    const given = registrationFrom({ ...filled, usedName: ' Sow ', postcode: '75013' }, today);
    expect(given).toMatchObject({
      usedName: 'Sow',
      birth: { precision: 'day', day: '1988-04-12' },
      qpv: 'unknown',
      situation: null,
      contact: null,
    });
    expect(registration.safeParse(given).success).toBe(true);
  });

  it.each([
    ['month', '04/1988', { precision: 'month', month: '1988-04' }],
    ['year', '1988', { precision: 'year', year: 1988 }],
    ['declared-age', '38', { precision: 'declared-age', age: 38, on: today }],
    ['unknown', '', { precision: 'unknown' }],
  ] as const)('keeps a birth known by its %s as such', (birthKind, birthText, birth) => {
    expect(registrationFrom({ ...filled, birthKind, birthText }, today)?.birth).toEqual(birth);
  });

  it('refuses a social security number at the field where it was typed', () => {
    expect(problemsOf({ ...filled, phone: '2 88 04 75 116 005' }, today)).toEqual({
      phone: 'looks-like-nir',
    });
  });

  it('refuses a birth to come and a date that does not exist', () => {
    expect(problemsOf({ ...filled, birthText: '23/11/2026' }, today).birthText).toBe('in-future');
    expect(problemsOf({ ...filled, birthText: '31/02/1988' }, today).birthText).toBe('not-a-date');
    expect(registrationFrom({ ...filled, birthText: '31/02/1988' }, today)).toBeNull();
  });

  it('starts with what was typed in the search', () => {
    expect(formFromText('fatou diallo')).toMatchObject({ firstNames: 'Fatou', birthName: 'Diallo' });
    expect(formFromText('diallo')).toMatchObject({ firstNames: '', birthName: 'Diallo' });
  });

  it('is found again as it was left, whatever else the draft holds', () => {
    expect(formFromDraft({ ...filled, qpv: 'yes', other: 1 })).toEqual({ ...filled, qpv: 'yes' });
    expect(formFromDraft({ firstNames: 3, qpv: 'maybe' })).toEqual(emptyForm);
    expect(formFromDraft('text')).toBeNull();
    expect(isUntouched(emptyForm)).toBe(true);
  });
});

describe('a typed date', () => {
  it.each(['14/03/2026', '14 3 2026', '14.03.2026', '14032026'])('reads %s', (text) => {
    expect(dayFromText(text)).toBe('2026-03-14');
  });

  it('reads years of two digits as people write them, and guesses no missing part', () => {
    expect(['1/11/26', '14.3.26', '140326'].map((text) => dayFromText(text))).toEqual([
      '2026-11-01',
      '2026-03-14',
      '2026-03-14',
    ]);
    // A birth is never to come.
    expect(['5/4/88', '5/4/26', '5/4/27'].map((text) => dayFromText(text, 2026))).toEqual([
      '1988-04-05',
      '2026-04-05',
      '1927-04-05',
    ]);
    expect([dayFromText('14/03'), monthFromText('13/1988', 2026)]).toEqual([null, null]);
    expect([monthFromText('3/88', 2026), monthFromText('03/1988', 2026)]).toEqual(['1988-03', '1988-03']);
  });

  it('says of a year what is wrong with it', () => {
    for (const [birthKind, birthText] of [
      ['day', '01/01/1890'],
      ['month', '01/1890'],
      ['year', '1890'],
    ] as const)
      expect(problemsOf({ ...filled, birthKind, birthText }, today).birthText).toBe('too-old');
  });
});
