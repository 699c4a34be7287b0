import { expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { approval, closeDay, credit, openDay, payloadsOf, rowsOf, sell } from '#test/support/desk.ts';
import { read } from '#test/support/paper.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  return point;
}

const prescriber = (id: string): PrescriberId => brandAs<PrescriberId>(id);

async function claimed(point: TestPoint, prescriberId = 'P002') {
  const asked = { statementId: crypto.randomUUID(), prescriberId: prescriber(prescriberId) };
  return { statementId: asked.statementId, ...(await point.done('makeStatement', asked)) };
}

test('what was taken out for the bank lies in the safe; change and expenses do not, nor does a day without takings', async () => {
  const point = await opened();
  for (const reason of ['bank', 'envelope', 'change', 'expense', 'other'] as const) {
    const move = { moveId: crypto.randomUUID(), kind: 'drop', cents: cents(100), reason } as const;
    await point.done('moveCash', { ...move, envelope: reason, approval });
    point.later(60_000);
  }
  await closeDay(point);
  const { envelopes, envelopesCents } = await point.done('moneyState', {});
  expect(envelopes.map((one) => [one.from, one.label])).toEqual([
    ['drop', 'bank'],
    ['drop', 'envelope'],
  ]);
  expect(envelopesCents).toBe(200);
});

test('the journal says which deposit the bank credited, and by how much it differs', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  const depositId = crypto.randomUUID();
  await point.done('makeDeposit', { depositId, envelopes: ['Z 1'], slip: 'BR-0042' });
  const on = day('2026-11-22');
  await point.done('creditDeposit', { depositId, on, cents: cents(1_495) });
  expect(payloadsOf(point, 'event', 'deposit-credited')).toEqual([
    { operator: 'E03', depositId, slip: 'BR-0042', on, cents: 1_495, differenceCents: -5 },
  ]);
});

test('the journal says what a statement asks for, ticket by ticket', async () => {
  const point = await opened();
  const { number } = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  await claimed(point);
  const owed = { number, businessDay: '2026-11-22', commitment: 'ENG-1', cents: 1_500 };
  expect(payloadsOf(point, 'event', 'credit-statement')).toEqual([
    { operator: 'E03', number: 1, prescriberId: 'P002', cents: 1_500, credits: [owed] },
  ]);
});

test('a statement reads word for word', async () => {
  const point = await opened();
  const first = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const second = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [credit(3_000, 'ENG-2')] });
  const { document, statement } = await claimed(point);
  const { site } = point.deps.reference();
  expect(read(document)).toEqual([
    'Relevé 1',
    site.name,
    site.address,
    `SIRET ${site.siret}`,
    `À : ${statement.name}`,
    'Fait le | 22/11/2026',
    'Caisse | PAR13-1',
    'Prises en charge à régler :',
    '22/11/2026 n° ENG-1 | 15,00 €',
    `  ticket ${first.number}`,
    '22/11/2026 n° ENG-2 | 30,00 €',
    `  ticket ${second.number}`,
    'Total à régler | 45,00 €',
    site.vatWording,
  ]);
});

test('the statement that was asked for is shown and printed again, not the last one; an unknown one is refused', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const other = { ...credit(1_500, 'ENG-9'), prescriberId: prescriber('P001') };
  await sell(point, { skus: ['CHARGEUR'], tenders: [other] });
  const { statementId, ...first } = await claimed(point);
  await claimed(point, 'P001');
  const jobs = "SELECT title FROM print_job WHERE title LIKE 'Relevé%'";
  expect(await point.done('statement', { statementId, print: false })).toEqual(first);
  expect(rowsOf(point, jobs)).toEqual([]);
  expect(await point.done('statement', { statementId, print: true })).toEqual(first);
  expect(rowsOf(point, jobs)).toEqual([{ title: 'Relevé 1' }]);
  expect(await point.call('statement', { statementId: crypto.randomUUID(), print: true })).toEqual({
    ok: false,
    refusal: { kind: 'statement-unknown' },
  });
});
