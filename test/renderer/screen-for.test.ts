import type { DeskState } from '#contract/desk.ts';
import type { OperatorView } from '#contract/access.ts';
import type { SessionView } from '#contract/session.ts';
import { type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day, instant } from '#domain/time.ts';
import { isOffered, screenFor } from '#renderer/app/screen-for.ts';
import { describe, expect, it } from 'vitest';

const operator = (role: OperatorView['role'], admin = false): OperatorView => ({
  code: brandAs('OP1'),
  name: 'Awa',
  role,
  admin,
});
const session = (stale: boolean): SessionView => ({
  id: brandAs('s1'),
  number: 1,
  businessDay: day('2026-11-22'),
  openedAt: instant('2026-11-22T08:04:00.000Z'),
  openedBy: 'Awa',
  floatCents: cents(10_000),
  stale,
});
const desk = (change: Partial<DeskState>): DeskState => ({
  setUp: true,
  demo: false,
  site: {
    code: brandAs<SiteCode>('PAR13'),
    name: 'Paris 13ᵉ',
    address: '',
    phone: '',
    openingDays: [],
    timeZone: 'Europe/Paris',
  },
  families: [],
  till: brandAs<TillId>('PAR13-1'),
  operator: operator('seller'),
  mustChangePassword: false,
  locked: false,
  idleLockMinutes: 5,
  session: session(false),
  printer: { state: 'none', label: '', fault: null, drawerOpen: null, waitingJobs: 0 },
  scanner: { devices: [], wedge: { kind: 'usual' } },
  exchange: {
    waiting: 0,
    oldestDay: null,
    referenceNumber: 1,
    referencePublishedAt: null,
    lastContactAt: null,
  },
  heldBaskets: 0,
  integrity: { unread: 0 },
  backupProblem: null,
  training: null,
  warnings: [],
  language: 'fr',
  now: instant('2026-11-22T09:00:00.000Z'),
  version: '0.1.0',
  ...change,
});

describe('the screen that a desk shows', () => {
  it('sets up a new till before anything', () => {
    expect(screenFor(desk({ setUp: false, operator: null }), 'till')).toBe('set-up');
  });

  it('asks who is there', () => {
    expect(screenFor(desk({ operator: null }), 'stock')).toBe('sign-in');
  });

  it('opens the till before selling', () => {
    expect(screenFor(desk({ session: null }), 'till')).toBe('opening');
  });

  it('asks for a password of one’s own before anything else', () => {
    for (const place of ['till', 'persons', 'settings', 'team'] as const)
      expect(screenFor(desk({ mustChangePassword: true }), place)).toBe('new-password');
    expect(screenFor(desk({ mustChangePassword: true, operator: null }), 'till')).toBe('sign-in');
  });

  it('explains at the till a day that was left open, and lets it be closed', () => {
    expect(screenFor(desk({ session: session(true) }), 'till')).toBe('till');
    expect(screenFor(desk({ session: session(true) }), 'closing')).toBe('closing');
  });

  it('lets a trainee reach their own password', () => {
    expect(screenFor(desk({ operator: operator('trainee') }), 'settings')).toBe('settings');
  });

  it('stays on the closing once the session is closed, for its last words', () => {
    expect(screenFor(desk({ session: null }), 'closing')).toBe('closing');
  });

  it('reaches people, tickets and days without a session', () => {
    expect(screenFor(desk({ session: null }), 'persons')).toBe('persons');
    expect(screenFor(desk({ session: null }), 'batches')).toBe('batches');
  });

  it('sells where all is well', () => {
    expect(screenFor(desk({}), 'till')).toBe('till');
  });

  it('brings back to the till whoever may not be where they wished', () => {
    expect(screenFor(desk({ operator: operator('trainee') }), 'stock')).toBe('till');
    expect(screenFor(desk({}), 'team')).toBe('till');
    expect(screenFor(desk({ operator: operator('manager') }), 'team')).toBe('team');
  });

  it('keeps the journal for managers', () => {
    expect(screenFor(desk({}), 'journal')).toBe('till');
    expect(screenFor(desk({ operator: operator('manager') }), 'journal')).toBe('journal');
  });

  it('offers in training what can be practised, and nothing that is about the real point', () => {
    const training = { since: instant('2026-11-22T09:00:00.000Z'), tray: { people: [], articles: [] } };
    const practising = desk({ operator: operator('manager'), training });
    const places = [
      'till',
      'persons',
      'tickets',
      'stock',
      'team',
      'closing',
      'batches',
      'accounts',
      'journal',
      'settings',
    ] as const;
    expect(places.filter((place) => isOffered(practising, place))).toEqual([
      'till',
      'persons',
      'tickets',
      'stock',
      'closing',
    ]);
    for (const place of ['journal', 'settings'] as const) expect(screenFor(practising, place)).toBe('till');
  });
});
