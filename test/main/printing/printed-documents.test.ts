import { expect, test } from 'vitest';
import type { TicketDocument } from '#paper/document.ts';
import { brandAs } from '#domain/ids.ts';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { encodeTestPage } from '#drivers/printer/test-page.ts';
import { plainText } from '#drivers/printer/plain-text.ts';
import { printerProfiles } from '#drivers/printer/profile.ts';
import { readBack } from '#test/drivers/read-back.ts';
import { approval, closeDay, credit, openDay, register, sell } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

/** Everything that a day sends to the printer, one of each. */
async function printedInADay(): Promise<{ readonly point: TestPoint; readonly documents: TicketDocument[] }> {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  const personId = await register(point);
  await point.done('giveCard', { personId, card: null });
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  await point.done('printTicket', { saleId });
  await point.done('reprintTicket', { saleId, reason: 'asked', to: 'printer' });
  const { lines } = await point.done('ticket', { saleId });
  const returnId = brandAs<never>(crypto.randomUUID());
  await point.done('returnLines', {
    saleId,
    returnId,
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: { approval, reason: 'essai' },
  });
  await point.done('printTicket', { saleId: returnId });
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const statementId = crypto.randomUUID();
  await point.done('makeStatement', { statementId, prescriberId: brandAs('P002') });
  await point.done('statement', { statementId, print: true });
  await point.done('xReport', { print: true });
  await closeDay(point);
  const jobs = point.store.printJobs(point.deps.till, ['queued']);
  return { point, documents: jobs.map((job) => job.document as TicketDocument) };
}

const words = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

test('every paper of a day is read back by another decoder, word for word, on every printer', async () => {
  const { documents } = await printedInADay();
  const titles = documents.map(({ title }) => title).filter((title) => title !== '');
  const kinds = ['47', 'PAR13-1-2026-000001', 'PAR13-1-2026-000002', 'Relevé 1', 'X 1', 'Z 1'];
  for (const kind of kinds)
    expect(
      titles.some((title) => title.startsWith(kind)),
      kind,
    ).toBe(true);
  for (const profile of printerProfiles)
    for (const document of documents.filter(({ blocks }) => blocks.length > 0)) {
      const { lines } = readBack(encodeTicket(document, profile));
      expect(words(lines), document.title).toEqual(words(plainText(document, profile.columns).split('\n')));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(profile.columns);
    }
});

test('the test page shows the accents under each number that windows-1252 may have', () => {
  for (const profile of printerProfiles) {
    const { lines } = readBack(encodeTestPage(profile));
    expect(lines.slice(0, 4).map((line) => line.trim())).toEqual(
      [16, 6, 8, 11].map((number) => `${number} : à é è ê ç ù œ — ’ €`),
    );
  }
});
