import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { chainHeads } from '#main/journal/head-file.ts';
import { checkJournal } from '#main/work/check.ts';
import { bankCard, cash, credit, entitled, openDay, register, sell, sims } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// Rows are what lists, returns and the file of a person are read from; the record is what was signed.

/** A sale to somebody with a followed thing and three ways of paying, and a return of a part of it. */
async function sold(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  const to = await entitled(point);
  await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const sale = await sell(point, {
    to,
    skus: ['CHARGEUR', 'RECH-5'],
    scans: [sims[0]],
    tenders: [bankCard(200), credit(200), cash(2_000)],
  });
  const [charger] = (await point.done('ticket', { saleId: sale.saleId })).lines;
  await point.done('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: charger!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  return point;
}

/** Which sales are said to be changed after a statement by somebody with the database's key; then it is undone. */
async function foundAfter(point: TestPoint, statement: string): Promise<readonly string[]> {
  const client = point.db.$client;
  client.pragma('foreign_keys = OFF');
  client.exec('BEGIN');
  const guards = client.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of guards as { readonly name: string }[]) client.exec(`DROP TRIGGER ${name}`);
  const { changes } = client.prepare(statement).run();
  if (changes !== 1) throw new Error(`${changes} rows changed: ${statement}`);
  const { deps, store } = point;
  const { defects } = await checkJournal(
    store,
    {
      task: 'check',
      point: deps.point,
      till: deps.tillKey,
      heads: chainHeads(store, deps.till),
      share: 1,
    },
    { progress: () => undefined, share: () => 1 },
  );
  client.exec('ROLLBACK');
  return defects.map((one) => (one.kind === 'sale-row-changed' ? one.number : one.kind));
}

const ofSale = "WHERE kind = 'sale'";
const ofLine = 'WHERE position = 0 AND quantity > 0';
const ofCard = "WHERE kind = 'bankCard' AND cents > 0";
const ofCredit = "WHERE kind = 'structureCredit' AND cents > 0";

/** What a row of the sale is made to say otherwise, and how. */
const saleTampered: readonly (readonly [what: string, statement: string])[] = [
  ['whose', `UPDATE sale SET person_id = (SELECT id FROM person WHERE birth_name = 'Benali') ${ofSale}`],
  ['nobody’s', `UPDATE sale SET person_id = NULL ${ofSale}`],
  ['rights', `UPDATE sale SET entitlement_id = NULL ${ofSale}`],
  ['seller', `UPDATE sale SET operator = 'E03' ${ofSale}`],
  ['day', `UPDATE sale SET business_day = '2026-11-21' ${ofSale}`],
  ['kind', `UPDATE sale SET kind = 'return' ${ofSale}`],
  ['total', `UPDATE sale SET total_cents = total_cents - 1 ${ofSale}`],
  ['saving', `UPDATE sale SET saving_cents = saving_cents + 1 ${ofSale}`],
  ['change', `UPDATE sale SET change_cents = change_cents + 1 ${ofSale}`],
  ['record', `UPDATE sale SET record_seq = 2 ${ofSale}`],
  ['product', `UPDATE sale_line SET sku = 'ATELIER' ${ofLine}`],
  ['family', `UPDATE sale_line SET family = 'service' ${ofLine}`],
  ['label', `UPDATE sale_line SET label = 'Atelier' ${ofLine}`],
  ['quantity', `UPDATE sale_line SET quantity = 2 ${ofLine}`],
  ['price', `UPDATE sale_line SET total_cents = 1 ${ofLine}`],
  ['market value', `UPDATE sale_line SET reference_cents = 1 ${ofLine}`],
  ['line id', `UPDATE sale_line SET line_id = 'another' ${ofLine}`],
  ['unit', `UPDATE sale_line SET unit_key = '8933100004200000037' WHERE unit_key IS NOT NULL`],
  ['a line less', 'DELETE FROM sale_line WHERE quantity > 0 AND position = 1'],
  ['a tender less', `DELETE FROM sale_tender ${ofCard}`],
  ['tender', `UPDATE sale_tender SET kind = 'cash' ${ofCard}`],
  ['tender’s amount', `UPDATE sale_tender SET cents = 1 ${ofCard}`],
  ['card slip', `UPDATE sale_tender SET reference = 'T9' ${ofCard}`],
  ['structure', `UPDATE sale_tender SET prescriber_id = 'P001' ${ofCredit}`],
  ['undertaking', `UPDATE sale_tender SET commitment = 'ENG-8' ${ofCredit}`],
];

/** What would let a thing come back twice. */
const returnTampered: readonly (readonly [what: string, statement: string])[] = [
  ['of which line', 'UPDATE sale_line SET returns_line_id = NULL WHERE quantity < 0'],
  ['of no sale', "UPDATE sale SET original_id = NULL WHERE kind = 'return'"],
  ['of another sale', "UPDATE sale SET original_id = id WHERE kind = 'return'"],
];

test('a row that says otherwise than its record is found, in whatever column', async () => {
  const point = await sold();
  expect(await foundAfter(point, 'UPDATE till SET number = number')).toEqual([]);
  const found: string[][] = [];
  for (const [what, statement] of [...saleTampered, ...returnTampered])
    found.push([what, ...(await foundAfter(point, statement))]);
  expect(found).toEqual([
    ...saleTampered.map(([what]) => [what, 'PAR13-1-2026-000001']),
    ...returnTampered.map(([what]) => [what, 'PAR13-1-2026-000002']),
  ]);
});

/** What the ledger's tables are made to say otherwise than the records. */
const first = 'WHERE rowid = (SELECT min(rowid) FROM usage)';
const countedOtherwise: readonly (readonly [what: string, statement: string])[] = [
  ['for whom', `UPDATE usage SET person_id = (SELECT id FROM person WHERE birth_name = 'Benali') ${first}`],
  ['how much', `UPDATE usage SET units = 0 ${first}`],
  ['its value', `UPDATE usage SET reference_cents = 0 ${first}`],
  ['when', `UPDATE usage SET on_day = '2025-01-01' ${first}`],
  ['under which rights', `UPDATE usage SET entitlement_id = NULL ${first}`],
  ['as a walk-in', `UPDATE usage SET walk_in = 1 ${first}`],
  ['not at all', `DELETE FROM usage ${first}`],
  ['what came back', 'DELETE FROM usage WHERE units < 0'],
  ['whose it is', "INSERT INTO sale_holder SELECT id, NULL FROM sale WHERE kind = 'sale'"],
  [
    'what nobody sold',
    `INSERT INTO usage SELECT till, 999, 0, person_id, entitlement_id, sale_id, family, -units, -reference_cents,
      on_day, for_household, replacement, walk_in FROM usage ${first}`,
  ],
];

test('what people took is compared with the records too, and made anew from them', async () => {
  const point = await sold();
  for (const [what, statement] of countedOtherwise)
    expect([what, await foundAfter(point, statement)]).toEqual([what, ['usage-changed']]);
  const usage = (): unknown => point.db.$client.prepare('SELECT * FROM usage ORDER BY seq, line_no').all();
  const before = usage();
  for (const [, statement] of countedOtherwise) {
    point.db.$client.exec(statement);
    expect(await point.deps.integrity.check(1)).toBe(true);
    expect(usage()).toEqual(before);
  }
  expect(point.deps.integrity.state().defects.map((one) => one.defect.kind)).toContain('usage-changed');
  expect(await foundAfter(point, 'UPDATE till SET number = number')).toEqual([]);
});

test('what is counted without any sale is found', async () => {
  const point = await sold();
  const invented = `INSERT INTO usage SELECT till, 999, 0, person_id, NULL, 'no-sale', family, -1, 0, on_day, 0, NULL, 0
    FROM usage ${first}`;
  expect(await foundAfter(point, invented)).toEqual(['usage-changed']);
});

test('a sale that is gone, or has another number, is found, and its return with it', async () => {
  const point = await sold();
  const renumbered = `UPDATE sale SET number = 'PAR13-1-2026-000009' ${ofSale}`;
  for (const statement of [renumbered, `DELETE FROM sale ${ofSale}`])
    expect(await foundAfter(point, statement)).toEqual(['PAR13-1-2026-000001', 'PAR13-1-2026-000002']);
});
