import { type EventType, eventsByGroup } from '#domain/events.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import { chains } from '#domain/journal.ts';
import { day, instant } from '#domain/time.ts';
import { defectText, defectWords } from '#renderer/messages/defects.ts';
import { defectsEn } from '#renderer/messages/en/defects.ts';
import { eventWords } from '#renderer/messages/events.ts';
import type { EventNames } from '#renderer/messages/event-sentence.ts';
import { defectsFr } from '#renderer/messages/fr/defects.ts';
import { periodWords } from '#renderer/messages/period.ts';
import { formatsFor } from '#renderer/ui/format.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fr = formatsFor('fr', 'Europe/Paris');
const en = formatsFor('en', 'Europe/Paris');
const languages = [fr, en];
const on = day('2026-05-03');
const [from, to] = [instant('2026-05-03T07:02:00.000Z'), instant('2026-05-02T06:00:00.000Z')];
const narrow = '\u202F';

const sources = ['head-file', 'headquarters'] as const;
const whys = [
  'not-canonical',
  'wrong-hash',
  'wrong-signature',
  'wrong-sequence',
  'broken-link',
  'wrong-chain',
] as const;
const defects: readonly IntegrityDefect[] = [
  ...sources.flatMap((source) =>
    chains.flatMap((chain): IntegrityDefect[] => [
      { kind: 'records-missing', source, chain, expectedSeq: 1_210, foundSeq: 1_200 },
      { kind: 'records-missing', source, chain, expectedSeq: 12, foundSeq: 11 },
      { kind: 'records-replaced', source, chain, seq: 45 },
    ]),
  ),
  ...whys.map((why): IntegrityDefect => ({
    kind: 'record-changed',
    chain: 'sale',
    seq: 7,
    businessDay: on,
    why,
  })),
  { kind: 'sale-row-changed', number: 'PAR13-1-2026-000012', businessDay: on },
  { kind: 'usage-changed', number: 'PAR13-1-2026-000012', businessDay: on },
  { kind: 'usage-changed', number: null, businessDay: null },
  { kind: 'rights-changed' },
  { kind: 'database-damaged' },
  { kind: 'guard-missing', guards: ['record_no_update'] },
  { kind: 'guard-missing', guards: ['record_no_update', 'sale_no_delete'] },
  { kind: 'head-missing' },
  { kind: 'head-damaged' },
  { kind: 'clock-back', from, to },
  { kind: 'clock-jump', from: to, to: from },
];

const isSaid = (text: string): void => {
  expect(text.trim().length).toBeGreaterThan(8);
  expect(text).not.toMatch(/\{\{|undefined|null|NaN|\[object|^[a-zé]/);
};

describe.each(languages)('an anomaly in $language', (say) => {
  it.each(defects.map((defect) => [defect.kind, defect] as const))(
    '%s: what happened, why it matters, what to do, and the number to say',
    (_kind, defect) => {
      const { text, why, next } = defectWords(defect, 123, say);
      for (const part of [text, why, next]) {
        isSaid(part);
        expect(part).toMatch(/\.$/);
      }
      expect(next).toContain('123');
      expect(next).toMatch(/continuer à vendre\.$|go on selling\.$/);
      expect(defectText(defect, say)).toBe(text);
    },
  );

  it('says something for a kind that this page does not know', () => {
    const { text, next } = defectWords({ kind: 'of-tomorrow' } as unknown as IntegrityDefect, 9, say);
    isSaid(text);
    expect(next).toContain('9');
  });
});

describe('the words of an anomaly', () => {
  it('cover the same kinds in both languages, and all of them here', () => {
    const kinds = [...new Set(defects.map(({ kind }) => kind))].toSorted();
    expect(Object.keys(defectsFr).toSorted()).toEqual(kinds);
    expect(Object.keys(defectsEn).toSorted()).toEqual(kinds);
  });

  it('do not ask for missing sales to be made again', () => {
    const missing = { kind: 'records-missing', source: 'head-file', expectedSeq: 20, foundSeq: 10 } as const;
    const sale = defectWords({ ...missing, chain: 'sale' }, 123, fr);
    expect(sale.text).toBe(
      `Les 10 derniers enregistrements de vente manquent${narrow}: la base a été remplacée par une plus ancienne, ou sa fin a été coupée.`,
    );
    expect(sale.next).toMatch(/^Ne refaites pas ces ventes\. .*dites le numéro 123\. Vous pouvez continuer/);
    expect(defectWords({ ...missing, chain: 'event' }, 123, fr).next).not.toContain('ventes.');
  });

  it('tell what headquarters holds from what the file beside the database remembers', () => {
    const about = { kind: 'records-missing', chain: 'sale', expectedSeq: 2, foundSeq: 1 } as const;
    const [file, headquarters] = sources.map((source) => defectWords({ ...about, source }, 1, fr).why);
    expect(file).toContain('fichier témoin');
    expect(headquarters).toContain('Le siège les avait reçus');
  });

  it('say from when to when a clock went, and how to set it', () => {
    const { text, next } = defectWords({ kind: 'clock-back', from, to }, 5, fr);
    expect(text).toContain(`du 3 mai 2026 à 9${narrow}h${narrow}02 au 2 mai 2026 à 8${narrow}h${narrow}00`);
    expect(next).toMatch(/Régler l’heure automatiquement/);
  });
});

const names: EventNames = {
  operator: (code) => (code === 'E02' ? 'Karim' : code),
  product: (sku) => (sku === 'sim' ? 'Carte SIM' : sku),
};
const types: readonly EventType[] = Object.values(eventsByGroup).flat();
const full = {
  previous: 'E02',
  of: 'E02',
  change: 'stopped',
  role: 'seller',
  admin: true,
  countedCents: 12_000,
  expectedCents: 12_200,
  differenceCents: -200,
  businessDay: on,
  floatCents: 10_000,
  floatDifferenceCents: 0,
  number: 12,
  sku: 'sim',
  quantity: 2,
  unitKey: '8933109999900000001',
  lines: 3,
  reason: 'other',
  cents: 2_000,
  envelope: '44',
  envelopes: ['Z 12'],
  slip: 'B7',
  on,
  found: 4,
  expected: 5,
  tested: true,
  wiped: true,
  kind: 'tcp',
  title: 'Ticket',
  as: 'drop',
  batchNo: 8,
  answer: 'already-have',
  acknowledgements: 2,
  seq: 31,
  records: 12_345,
  from,
  to,
  version: '0.2.0',
  fileName: 'f.age',
  drives: 1,
  lastBusinessDay: on,
  lastRecordAt: from,
  period: '2026-11',
  what: 'inspection',
  how: 'crash',
};

describe.each(languages)('an event in $language', (say) => {
  it.each(types)('%s is said in words, with or without its details', (type) => {
    const most = type === 'version' ? { ...full, previous: '0.1.0' } : full;
    for (const detail of [most, {}, { ...most, reason: 'closing', kind: 'clock-back', cents: 1.5 }]) {
      const words = eventWords({ type, detail }, say, names);
      expect(words.trim().length).toBeGreaterThan(3);
      expect(words).not.toMatch(/\{|\}|undefined|null|NaN|\[object|^[a-zé]|E02|:\s*$|,\s*$/);
    }
  });

  it('trusts nothing that a record carries', () => {
    const fields = Object.keys(full);
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 2 })),
        (type, detail) => {
          expect(eventWords({ type, detail }, say, names)).not.toMatch(/\[object|NaN|undefined/);
        },
      ),
    );
  });

  it('says something for a type that this page does not know', () => {
    isSaid(eventWords({ type: 'of-tomorrow' as EventType, detail: full }, say, names));
  });
});

describe('the words of an event', () => {
  const words = (type: EventType, detail: Record<string, unknown>): string =>
    eventWords({ type, detail }, fr, names);

  it('name people, products and reasons, not their codes', () => {
    expect(words('right-changed', { of: 'E02', change: 'stopped', role: 'seller', admin: false })).toBe(
      `Ne peut plus entrer${narrow}: Karim, vendeur`,
    );
    expect(words('override', { sku: 'sim', reason: 'téléphone volé' })).toBe(
      `Exception accordée${narrow}: Carte SIM, «${narrow}téléphone volé${narrow}»`,
    );
    expect(words('drop', { cents: 2_000, reason: 'bank', envelope: '44' })).toBe(
      `Argent retiré du tiroir${narrow}: 20,00${narrow}€, banque, enveloppe 44`,
    );
  });

  it('tell a difference as one says it', () => {
    expect(words('handover-counted', { countedCents: 12_000, differenceCents: -200 })).toBe(
      `Tiroir compté en passant la main${narrow}: 120,00${narrow}€, il manque 2,00${narrow}€`,
    );
  });

  it('never carry who was erased', () => {
    expect(words('person-erased', { personId: 'p-1' })).toBe('Fiche d’une personne effacée');
  });
});

it('names a period', () => {
  expect(['2026-11', '2026', 'all', '2026-13'].map((period) => periodWords(period, fr, 'tout'))).toEqual([
    'novembre 2026',
    '2026',
    'tout',
    '2026-13',
  ]);
});
