import type { TeamMember } from '#contract/team.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { dayFromText, typedDay } from '#renderer/ui/controls/typed-day.ts';
import { inOrder, standingOf } from '#renderer/team/members.ts';
import { isAccepted, proposedPassword } from '#renderer/team/password-rule.ts';
import { isStrong } from '#main/access/strong-password.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a password', () => {
  it('is accepted exactly when the application accepts it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 14 }), (text) => {
        expect(isAccepted(text)).toBe(isStrong(text));
      }),
    );
  });

  it('is always accepted when it was proposed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const proposed = proposedPassword((below) => (numbers.next().value ?? 0) % below);
        expect(isStrong(proposed)).toBe(true);
        expect(proposed).toMatch(/^[A-Za-z]+-[A-Za-z]+-[A-Za-z]+-\d\d$/);
      }),
    );
  });
});

describe('a last day', () => {
  it('is read as people write it', () => {
    expect(
      ['31/12/2026', '1.2.27', '01 02 2027', '2027-02-01', '31/02/2027', ''].map((text) => dayFromText(text)),
    ).toEqual(['2026-12-31', '2027-02-01', '2027-02-01', null, null, null]);
  });

  it('is written as it is read', () => {
    expect(dayFromText(typedDay(day('2026-11-05')))).toBe('2026-11-05');
  });
});

describe('the team', () => {
  const member = (name: string, activeUntil: string | null, status: TeamMember['status'] = 'active') =>
    ({
      code: name as OperatorCode,
      name,
      role: 'seller',
      admin: false,
      status,
      mustChangePassword: false,
      activeUntil,
      hasPin: false,
    }) satisfies TeamMember;
  const today = day('2026-11-22');

  it('counts the last day as a day of work', () => {
    const until = ['2026-11-21', '2026-11-22', null].map((last) => standingOf(member('A', last), today));
    expect(until).toEqual(['ended', 'active', 'active']);
    expect(standingOf(member('A', '2026-11-21', 'stopped'), today)).toBe('stopped');
  });

  it('shows who works here first', () => {
    const team = [member('Zoé', null), member('Ali', null, 'stopped'), member('Éva', null)];
    expect(inOrder(team, today).map(({ name }) => name)).toEqual(['Éva', 'Zoé', 'Ali']);
  });
});
