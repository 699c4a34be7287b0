import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Site } from '#domain/catalogue.ts';
import { type PersonId, type PrescriberId, type TicketNumber, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type SaleLine, type SalePayload, vatTotals } from '#domain/sale.ts';
import { memberCardTicket } from '#paper/card.ts';
import { type TicketBlock, markTraining, wordsTicket } from '#paper/document.ts';
import { type TicketInput, saleTicket } from '#paper/ticket.ts';
import { day, instant } from '#domain/time.ts';
import { catalogue, paris, policy, sold, soldLine } from '#test/support/catalogue.ts';

const site = catalogue.sites.find((one) => one.code === paris) as Site;
const print = (sale: SalePayload, change: Partial<TicketInput> = {}): readonly TicketBlock[] =>
  saleTicket({
    sale,
    at: instant('2026-11-22T09:30:00.000Z'),
    site,
    till: '1',
    mark: 'CGMS',
    guaranteeText: policy.guaranteeText,
    version: '1.0.0',
    print: 1,
    ...change,
  }).blocks;

/** What stands on the paper, a row a line, without typographic spaces. */
const rows = (blocks: readonly TicketBlock[]): string[] =>
  blocks.map((block) => {
    const text =
      block.kind === 'pair' ? `${block.left} | ${block.right}` : 'text' in block ? block.text : block.kind;
    return text.replaceAll('\u202f', ' ');
  });
const rowsOf = (sale: SalePayload, change?: Partial<TicketInput>): string[] => rows(print(sale, change));

const chargers = soldLine({
  label: 'Chargeur USB-C',
  quantity: 2,
  unitPriceCents: cents(500),
  unitReferenceCents: cents(1500),
});
const computer = soldLine({
  label: 'Ordinateur portable, catégorie A',
  unit: { key: brandAs('PASM25-0100'), text: 'PASM25-0100' },
  unitPriceCents: cents(10_500),
  unitReferenceCents: cents(35_000),
  guaranteeUntil: day('2028-11-21'),
});

test('a ticket says all that paper owes, in this order', () => {
  const sale = sold([computer, chargers], {
    tenders: [
      {
        kind: 'structureCredit',
        cents: cents(10_000),
        prescriberId: brandAs<PrescriberId>('P001'),
        commitment: 'ENG-118',
      },
      { kind: 'cash', cents: cents(2000) },
    ],
    changeCents: cents(500),
  });
  expect(rowsOf(sale)).toEqual([
    'logo',
    'Paris 13ᵉ',
    'Comptoir solidaire (association fictive)',
    '12 rue de l’Exemple, 75013 Paris',
    'SIRET 91000000900019',
    'rule',
    'PAR13-1-2026-000042 | Caisse 1',
    '22/11/2026 10:30',
    'rule',
    'Ordinateur portable, catégorie A | 105,00 €',
    '  PASM25-0100',
    '  valeur indicative 350,00 €',
    '2 × Chargeur USB-C | 10,00 €',
    '  5,00 € l’unité',
    '  valeur indicative 30,00 €',
    'rule',
    'Total | 115,00 €',
    'Économie | 265,00 €',
    'Prise en charge n° ENG-118 | 100,00 €',
    'Espèces | 20,00 €',
    'Rendu | 5,00 €',
    'TVA non applicable, art. 261-7-1° du CGI',
    'rule',
    policy.guaranteeText,
    'Garantie jusqu’au 21/11/2028 : Ordinateur portable, catégorie A',
    'rule',
    '2 lignes | Signature CGMS',
    'Comptoir 1.0.0 | Impression 1',
    'PAR13-1-2026-000042',
    'PAR13-1-2026-000042',
  ]);
});

describe('the indicative value', () => {
  const shown = (change: Partial<SaleLine>): string[] =>
    rowsOf(sold([soldLine(change)])).filter((row) => row.includes('valeur indicative'));

  test.each<[string, Partial<SaleLine>, string[]]>([
    ['under a solidarity price', {}, ['  valeur indicative 35,00 €']],
    ['under a grant', { unitPriceCents: cents(0) }, ['  valeur indicative 35,00 €']],
    ['not under what the public pays', { tariff: 'market', unitPriceCents: cents(3500) }, []],
    ['not under a thing of no value', { unitPriceCents: cents(0), unitReferenceCents: cents(0) }, []],
  ])('stands %s', (_, change, found) => {
    expect(shown(change)).toEqual(found);
  });
});

describe('the lines', () => {
  test.each([
    [1, '1 ligne | Signature CGMS'],
    [3, '3 lignes | Signature CGMS'],
  ])('are counted: %d', (count, row) => {
    const lines = Array.from({ length: count }, () => chargers);
    expect(rowsOf(sold(lines))).toContain(row);
  });

  test('show no saving where there is none', () => {
    const line = soldLine({ tariff: 'market', unitPriceCents: cents(3500) });
    expect(rowsOf(sold([line])).some((row) => row.startsWith('Économie'))).toBe(false);
  });
});

describe('the guarantee', () => {
  const found = (lines: readonly SaleLine[]): string[] =>
    rowsOf(sold(lines)).filter((row) => row.startsWith('Garantie'));

  test('stands once with its legal wording, and its end for each device', () => {
    const tablet = { ...computer, label: 'Tablette', guaranteeUntil: day('2028-02-29') };
    expect(found([computer, chargers, tablet])).toEqual([
      policy.guaranteeText,
      'Garantie jusqu’au 21/11/2028 : Ordinateur portable, catégorie A',
      'Garantie jusqu’au 29/02/2028 : Tablette',
    ]);
  });

  test('stands neither for a thing without one nor for one taken back', () => {
    expect(found([chargers])).toEqual([]);
    expect(found([soldLine({ ...computer, quantity: -1 })])).toEqual([]);
  });
});

describe('a later print', () => {
  test.each([
    [1, undefined],
    [2, 'DUPLICATA 1'],
    [3, 'DUPLICATA 2'],
    [12, 'DUPLICATA 11'],
  ])('number %d is marked %s', (number, mark) => {
    const paper = rowsOf(sold([chargers]), { print: number });
    expect(paper.find((row) => row.includes('DUPLICATA'))).toBe(mark);
    expect(paper).toContain(`Comptoir 1.0.0 | Impression ${number}`);
  });

  test('differs from the ticket by its mark and its number alone', () => {
    const [ticket, copy] = [1, 2].map((number) => rowsOf(sold([computer]), { print: number }));
    expect(copy?.filter((row) => !row.includes('DUPLICATA'))).toEqual(
      ticket?.map((row) => row.replace('Impression 1', 'Impression 2')),
    );
  });
});

test('training paper is marked at its head and its foot, once', () => {
  const paper = wordsTicket('Z 1', ['Ventes']);
  const marked = markTraining(markTraining(paper)).blocks;
  const mark = { kind: 'text', text: 'FORMATION — SANS VALEUR', align: 'center', bold: true };
  expect(marked).toEqual([mark, ...paper.blocks, mark]);
  expect(rowsOf(sold([chargers])).some((row) => row.includes('FORMATION'))).toBe(false);
});

test('a return names the ticket it takes back, with negative amounts and no change', () => {
  const back = soldLine({ quantity: -1 });
  const refund = sold([back], {
    kind: 'return',
    number: brandAs<TicketNumber>('PAR13-1-2026-000043'),
    original: brandAs<TicketNumber>('PAR13-1-2026-000042'),
  });
  expect(rowsOf(refund).slice(6, 17)).toEqual([
    'Remboursement',
    'PAR13-1-2026-000043 | Caisse 1',
    '22/11/2026 10:30',
    'Ticket d’origine PAR13-1-2026-000042',
    'rule',
    '-1 × Carte prépayée SFR | −5,00 €',
    '  valeur indicative −35,00 €',
    'rule',
    'Total | −5,00 €',
    'Espèces | −5,00 €',
    'TVA non applicable, art. 261-7-1° du CGI',
  ]);
});

test('a taxed site shows its totals per VAT code instead of the exemption', () => {
  const taxed: Site = { ...site, vatRegime: 'taxed', vatRates: { NORMAL: 2000, REDUCED: 550 } };
  const lines = [
    soldLine({ vatCode: 'NORMAL', unitPriceCents: cents(1200) }),
    soldLine({ vatCode: 'REDUCED', unitPriceCents: cents(1055) }),
  ];
  const paper = rowsOf(sold(lines, { vat: vatTotals(lines, taxed.vatRates ?? {}) }), { site: taxed });
  expect(paper.filter((row) => row.startsWith('TVA'))).toEqual([
    'TVA NORMAL 20 % sur 10,00 € | 2,00 €',
    'TVA REDUCED 5,5 % sur 10,00 € | 0,55 €',
  ]);
});

test('a ticket of nothing has no tender', () => {
  const grant = sold([soldLine({ unitPriceCents: cents(0) })]);
  expect(rowsOf(grant).some((row) => /Espèces|Carte bancaire|Rendu/.test(row))).toBe(false);
});

test('a ticket never says who bought: another person, the same paper', () => {
  const anyPerson = fc.option(fc.uuid().map((id) => brandAs<PersonId>(id)));
  fc.assert(
    fc.property(anyPerson, (personId) => {
      expect(print(sold([computer], { personId }))).toEqual(print(sold([computer])));
    }),
  );
});

test('a member card shows its number, a first name and an initial, and nothing else of the person', () => {
  expect(memberCardTicket({ card: '4711082307', firstName: 'Fatoumata', initial: 'D', site })).toMatchObject({
    title: '4711082307',
    blocks: [
      { kind: 'logo' },
      { text: 'Carte d’inscrit' },
      { text: 'Fatoumata D.' },
      { kind: 'barcode', text: '4711082307' },
      { kind: 'qr', text: '4711082307' },
      { text: 'Paris 13ᵉ — 01 00 00 00 13' },
      { text: 'Gardez cette carte : elle suffit pour revenir.' },
    ],
  });
});

test('words are laid out a row a line', () => {
  expect(rows(wordsTicket('Z n° 12', ['Ventes', '', ['Total', '12,00 €']]).blocks)).toEqual([
    'Z n° 12',
    'rule',
    'Ventes',
    'space',
    'Total | 12,00 €',
  ]);
});
