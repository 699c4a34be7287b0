import { describe, expect, test } from 'vitest';
import { noticeLanguages } from '#contract/person.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { Reason } from '#domain/reasons.ts';
import { day } from '#domain/time.ts';
import { adviceFor } from '#renderer/slip/advice.ts';
import { noticeWords } from '#renderer/slip/notice-words.ts';
import { noticePage, slipPage, spoken } from '#renderer/slip/page.ts';
import { dithered, sizeOnPaper } from '#renderer/printing/picture-from.ts';
import { formOf } from '#renderer/scanning/scan.ts';

const site = {
  code: brandAs<never>('PAR13'),
  name: 'Paris 13ᵉ',
  address: '12 rue de l’Exemple',
  phone: '01 00 00 00 13',
  openingDays: ['mon', 'sat'],
  timeZone: 'Europe/Paris',
} as const;

const quota: Reason = {
  code: 'quota-exceeded',
  family: brandAs<never>('sim'),
  leftUnits: 0,
  leftCents: cents(0),
  renewsOn: day('2026-12-01'),
};

describe('what somebody who was refused can do', () => {
  test('is to bring a new referral, and to call the structure when its number is known', () => {
    expect(
      adviceFor([{ code: 'referral-expired', expiredOn: day('2026-05-03'), prescriberPhone: '01 02' }]),
    ).toEqual({ bring: ['referral'], phone: '01 02', call: true, from: null });
    expect(adviceFor([{ code: 'entitlement-needed' }])).toEqual({
      bring: ['referral', 'identity'],
      phone: null,
      call: true,
      from: null,
    });
  });

  test('is to come back on the last of the days that stand in the way', () => {
    expect(adviceFor([quota, { code: 'entitlement-not-open', opensOn: day('2027-01-10') }])).toEqual({
      bring: [],
      phone: null,
      call: false,
      from: '2027-01-10',
    });
  });

  test('is nothing where coming back changes nothing, and warnings count for nothing', () => {
    expect(adviceFor([{ code: 'unit-blocked' }])).toBeNull();
    expect(adviceFor([{ code: 'out-of-stock' }, { code: 'walk-in', dueOn: day('2026-12-24') }])).toBeNull();
  });
});

describe('a page for the person', () => {
  test.each(noticeLanguages)('in %s says all of it in that language, and names nobody', (language) => {
    const advice = {
      bring: ['referral', 'identity'],
      phone: '01 02',
      call: true,
      from: day('2026-12-01'),
    } as const;
    const page = slipPage(advice, site, language);
    expect(page.rows.map(({ pictogram }) => pictogram)).toEqual([
      'paper',
      'identity',
      'phone',
      'calendar',
      'clock',
      'home',
      'phone',
    ]);
    const said = spoken(page);
    expect(said).toContain('01 00 00 00 13');
    expect(said).not.toMatch(/undefined|\{|\}/);
    // Days are those of the calendar that the desk uses, in whatever digits.
    expect(page.rows[3]?.text).toMatch(/2026|٢٠٢٦|۲۰۲۶|২০২৬/);
  });

  test.each(noticeLanguages)(
    'the notice in %s fills in the place and its number, sentence by sentence',
    (language) => {
      const page = noticePage(site, language);
      expect(page.rows).toHaveLength(noticeWords.fr.sentences.length);
      const said = spoken(page);
      expect(said).toContain(site.name);
      expect(said).toContain(site.phone);
      expect(said).not.toMatch(/[{}]/);
    },
  );
});

describe('a picture on paper', () => {
  test('is as wide as the narrowest paper takes, in its own proportions', () => {
    expect(sizeOnPaper({ width: 1_000, height: 500 }, 200)).toEqual({ width: 384, height: 192 });
    expect(sizeOnPaper({ width: 100, height: 1_000 }, 200)).toEqual({ width: 24, height: 200 });
    expect(sizeOnPaper({ width: 3, height: 3 }, 200)).toEqual({ width: 8, height: 6 });
  });

  test('keeps black, white, and as many dots of a grey as it is dark', () => {
    const side = 32;
    const grey = (dark: number): number => {
      const { bits } = dithered({
        width: side,
        height: side,
        dark: new Float32Array(side * side).fill(dark),
      });
      const ones = [...atob(bits)].reduce(
        (sum, byte) => sum + byte.charCodeAt(0).toString(2).replaceAll('0', '').length,
        0,
      );
      return ones / (side * side);
    };
    expect([grey(0), grey(1)]).toEqual([0, 1]);
    expect(grey(0.25)).toBeCloseTo(0.25, 1);
  });
});

test('the log of scans keeps the form of a code and none of its signs', () => {
  expect([formOf('4712345679'), formOf('PAR-12'), formOf('CR1.aé\u001d')]).toEqual([
    '9×10',
    'A×3 - 9×2',
    'A×2 9 . A×2 ·',
  ]);
});
