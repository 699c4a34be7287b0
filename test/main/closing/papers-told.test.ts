import { expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { SalePayload } from '#domain/sale.ts';
import { day, instant } from '#domain/time.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { periodsEnding } from '#main/closing/long.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  codeOf,
  countOf,
  credit,
  entitled,
  hour,
  openDay,
  passwordOf,
  payloadsOf,
  phones,
  sell,
  sku,
} from '#test/support/desk.ts';
import { read } from '#test/support/paper.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What papers and pages say of a sale, a day and a debt, word for word.

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

test('a Z reads word for word', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [bankCard(1_500), credit(1_500)] });
  const { document } = await closeDay(point);
  const { site } = point.deps.reference();
  expect(read(document)).toEqual([
    'Z 1',
    site.name,
    site.legalName,
    `SIRET ${site.siret}`,
    'Caisse | PAR13-1',
    'Journée du | 22/11/2026',
    'Fait le | 22/11/2026 10:00',
    'Ventes | 2',
    'Remboursements | 0',
    'Corrections | 0',
    'Total | 45,00 €',
    'Valeur indicative | 45,00 €',
    'Économie | 0,00 €',
    'Espèces | 15,00 € | 1.00',
    'Carte bancaire | 15,00 € | 1.00',
    'Prises en charge | 15,00 € | 1.00',
    '10 h | 45,00 € | 1.00',
    site.vatWording,
    'Premier ticket | PAR13-1-2026-000001',
    'Dernier ticket | PAR13-1-2026-000002',
    'Vendu | 45,00 €',
    'Remboursé | 0,00 €',
    'Fond de caisse | 50,00 €',
    'Entrées | 0,00 €',
    'Sorties | 0,00 €',
    'Écart espèces | 0,00 €',
    'Écart carte | 0,00 €',
    'Écart prises en charge | 0,00 €',
    'Fond laissé | 50,00 €',
    'Mis de côté | 15,00 €',
    'Ouverte par | E01',
    'Fermée par | E01',
    `Comptoir | ${point.deps.version}`,
    'Total perpétuel | 45,00 €',
    'Total perpétuel absolu | 45,00 €',
  ]);
});

test('past months and years stand in the list by their period, with a paper of their own', async () => {
  const point = await testPoint({ at: instant('2026-12-31T09:00:00.000Z') });
  await openDay(point, day('2026-12-31'));
  await sell(point, { skus: ['CHARGEUR'] });
  expect(periodsEnding(point.deps, day('2026-12-31'))).toEqual([]);
  await closeDay(point);
  expect(periodsEnding(point.deps, day('2026-12-31'))).toEqual([]);
  expect(periodsEnding(point.deps, day('2027-01-02'))).toEqual(['2026-12', '2026']);
  point.later(48 * hour);
  await openDay(point, day('2027-01-02'));
  expect(periodsEnding(point.deps, day('2027-01-02'))).toEqual([]);
  await closeDay(point);
  const closings = await point.done('closings', {});
  expect(closings.map(({ type, label, differenceCents }) => [type, label, differenceCents])).toEqual([
    ['day', '2027-01-02', null],
    ['session', 'Z 2', 0],
    ['year', '2026', null],
    ['month', '2026-12', null],
    ['day', '2026-12-31', null],
    ['session', 'Z 1', 0],
  ]);
  await point.signInAs('manager');
  const papers = [];
  for (const { seq, type } of closings) {
    if (type === 'session') continue;
    const { document } = await point.done('closing', { seq });
    papers.push(read(document).filter((one) => /^(Clôture|Période|Journée|Total \||\d+ h)/.test(one)));
  }
  expect(papers).toEqual([
    ['Clôture de la journée', 'Journée du | 02/01/2027', 'Total | 0,00 €'],
    ['Clôture de l’année', 'Période | 2026', 'Total | 15,00 €'],
    ['Clôture du mois', 'Période | 2026-12', 'Total | 15,00 €'],
    ['Clôture de la journée', 'Journée du | 31/12/2026', 'Total | 15,00 €', '10 h | 15,00 € | 1.00'],
  ]);
});

test('clues: a card without its slip for a card that differs, an opened drawer for cash, never a pay-in', async () => {
  const point = await opened();
  const noSlip = await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500, null)] });
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [bankCard(3_000, 'T7')] });
  await point.done('moveCash', {
    moveId: crypto.randomUUID(),
    kind: 'pay-in',
    cents: cents(500),
    reason: 'bank',
    envelope: null,
    approval,
  });
  await point.done('openDrawer', { reason: 'check' });
  const card = { cardCents: cents(4_400), creditCount: null };
  const ofCard = await point.done('checkCount', { cash: countOf(5_500), ...card });
  expect(ofCard.clues).toEqual([
    { kind: 'card-without-reference', saleId: noSlip.saleId, number: noSlip.number, cents: 1_500 },
  ]);
  const ofCash = await point.done('checkCount', {
    cash: countOf(5_400),
    cardCents: cents(4_500),
    creditCount: null,
  });
  expect(ofCash.clues).toEqual([{ kind: 'drawer-opened', at: point.deps.now(), reason: 'check' }]);
});

test('a thing without a guarantee has no last day of one, a phone has it after two years', async () => {
  const point = await opened();
  await sell(point, { to: await entitled(point), skus: ['CHARGEUR'], scans: [phones[0]] });
  const [sale] = payloadsOf<SalePayload>(point, 'sale', 'sale');
  expect(sale?.lines.map((line) => [line.sku, line.guaranteeUntil])).toEqual([
    ['CHARGEUR', null],
    ['TEL-A', '2028-11-21'],
  ]);
});

test('a ticket says whose it still is, what may come back of it, and what came back for another reason than its price', async () => {
  const point = await opened();
  const personId = await entitled(point);
  const { saleId } = await sell(point, { to: personId, skus: ['CHARGEUR', 'RECH-5'] });
  const before = await point.done('ticket', { saleId });
  expect(before.lines.map((line) => [line.sku, line.mayReturn, line.returnAs])).toEqual([
    ['CHARGEUR', 'unopened', 'refund'],
    ['RECH-5', 'never', 'refund'],
  ]);
  await point.done('correctTender', { saleId, tenders: [bankCard(before.totalCents)], approval: null });
  await point.done('returnLines', {
    saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [
      {
        lineId: before.lines[0]!.lineId,
        quantity: 1,
        condition: 'unopened',
        as: 'refund',
        newUnit: null,
      },
    ],
    override: null,
  });
  const after = await point.done('ticket', { saleId });
  expect(after).toMatchObject({ personId, personName: 'Fatoumata D.', returns: [{ ofPrice: false }] });
  point.store.saveOperator({ code: codeOf('seller'), name: 'Awa' });
  expect((await point.done('ticket', { saleId })).returns[0]?.by).toBe('Awa');
});

test('each structure is told its own debt alone, with the wording of a site without tax', async () => {
  const point = await opened();
  await point.signInAs('manager');
  const other = { ...credit(700, 'ENG-9'), prescriberId: brandAs<PrescriberId>('P001') };
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  await sell(point, { skus: ['CHARGEUR'], tenders: [other, cash(800)] });
  const claim = async (prescriberId: string) =>
    point.done('makeStatement', {
      statementId: crypto.randomUUID(),
      prescriberId: brandAs<PrescriberId>(prescriberId),
    });
  const { document } = await claim('P002');
  await claim('P001');
  const { structures } = await point.done('moneyState', {});
  expect(Object.fromEntries(structures.map((one) => [one.prescriberId, one.claimedCents]))).toEqual({
    P001: 700,
    P002: 1_500,
  });
  const { site } = point.deps.reference();
  const lines = read(document);
  expect(lines.slice(-1)).toEqual([site.vatWording]);
  expect(lines).toContain('Total à régler | 15,00 €');
  expect(lines.join('\n')).not.toContain('ENG-9');
});

test('a site that is taxed names no exemption on its statements', async () => {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        sites: body.catalogue.sites.map((site) => ({
          ...site,
          vatRegime: 'taxed' as const,
          vatRates: { EXEMPT: 0 },
        })),
      },
    }),
  });
  await openDay(point);
  await point.signInAs('manager');
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500)] });
  const made = await point.done('makeStatement', {
    statementId: crypto.randomUUID(),
    prescriberId: brandAs('P002'),
  });
  expect(read(made.document).join('\n')).not.toContain(point.deps.reference().site.vatWording);
});

test('a password changed without a PIN keeps the PIN', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  const current = passwordOf('seller');
  await point.done('changePassword', { current, next: 'Bonsoir-13', pin: '4711' });
  await point.done('changePassword', { current: 'Bonsoir-13', next: 'Bonjour-14' });
  await point.done('lock', {});
  expect(await point.call('unlock', { secret: '4711' })).toMatchObject({ ok: true });
});

test('without an open session nobody counts a handover; a payment that is nobody’s is not taken back', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  expect(await point.call('countHandover', { cash: { 1000: 5 } })).toEqual({
    ok: false,
    refusal: { kind: 'no-session' },
  });
  await openDay(point);
  const unknown = { saleId: brandAs<never>(crypto.randomUUID()) };
  expect(await point.call('cancelPayment', unknown)).toMatchObject({ refusal: { kind: 'line-unknown' } });
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('holdBasket', {});
  expect(await point.call('cancelPayment', { saleId })).toMatchObject({
    refusal: { kind: 'line-unknown' },
  });
});
