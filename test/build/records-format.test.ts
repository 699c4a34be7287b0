import { describe, expect, test } from 'vitest';
import type {
  CopyPayload,
  DayClosingPayload,
  Difference,
  LongClosingPayload,
  PeriodTotals,
  SessionClosingPayload,
} from '#domain/closing.ts';
import { eventsByGroup } from '#domain/events.ts';
import type { JournalRecord } from '#domain/journal.ts';
import type { CorrectionPayload, SaleLine, SalePayload, VatTotal } from '#domain/sale.ts';
import { read } from '../support/documents.ts';
import { fieldsIn, fieldsOf, missing, section } from '../support/format-pages.ts';

describe('the journal', () => {
  const page = read('docs/formats/records.md');

  test('has exactly the record of its page', () => {
    const record = fieldsOf<JournalRecord>({
      v: true,
      chain: true,
      seq: true,
      at: true,
      businessDay: true,
      till: true,
      type: true,
      payload: true,
      previousHash: true,
      keyId: true,
    });
    const inBytes = fieldsIn(section(page, 'A record as it is carried'));
    expect(record.filter((field) => !inBytes.includes(field))).toEqual([]);
  });

  test('has the sale of its page: payload, line, VAT', () => {
    const sale = fieldsOf<SalePayload>({
      saleId: true,
      number: true,
      kind: true,
      operator: true,
      approvedBy: true,
      personId: true,
      entitlementId: true,
      policyVersion: true,
      referenceNumber: true,
      lines: true,
      totalCents: true,
      referenceCents: true,
      savingCents: true,
      vat: true,
      tenders: true,
      changeCents: true,
      netByKind: true,
      original: true,
      version: true,
      seller: true,
      guaranteeText: true,
    });
    const part = section(page, 'Types `sale` and `return`');
    expect(fieldsIn(part).toSorted()).toEqual(sale.toSorted());
    const line = fieldsOf<SaleLine>({
      lineId: true,
      stock: true,
      sku: true,
      family: true,
      label: true,
      quantity: true,
      unit: true,
      unitPriceCents: true,
      unitReferenceCents: true,
      totalCents: true,
      referenceCents: true,
      savingCents: true,
      referenceSource: true,
      referenceOn: true,
      priceListId: true,
      rule: true,
      tariff: true,
      vatCode: true,
      entitledOnly: true,
      forHousehold: true,
      replacement: true,
      overriddenBy: true,
      warnings: true,
      guaranteeUntil: true,
      returns: true,
    });
    const vat = fieldsOf<VatTotal>({
      code: true,
      rateBasisPoints: true,
      grossCents: true,
      netCents: true,
      taxCents: true,
    });
    expect(missing(part, [...line, ...vat])).toEqual([]);
  });

  test('has the correction and the copy of its page', () => {
    const correction = fieldsOf<CorrectionPayload>({
      correctionId: true,
      of: true,
      saleId: true,
      operator: true,
      approvedBy: true,
      reason: true,
      change: true,
    });
    const moved = ['tender', 'byKind', 'tenders', 'person', 'from', 'to', 'referral', 'referralKey'];
    const part = section(page, 'Type `correction`');
    expect(missing(part, [...correction, ...moved, 'entitlementId'])).toEqual([]);
    const copy = fieldsOf<CopyPayload>({
      of: true,
      copy: true,
      operator: true,
      reason: true,
      recordHash: true,
    });
    expect(missing(section(page, 'Chain `copy`'), copy)).toEqual([]);
  });

  test('has the closings of its page', () => {
    const session = fieldsOf<SessionClosingPayload>({
      sessionId: true,
      number: true,
      openedBy: true,
      closedBy: true,
      joinedBy: true,
      sales: true,
      totals: true,
      perpetual: true,
      floatCents: true,
      payInCents: true,
      dropCents: true,
      cashCount: true,
      differences: true,
      floatLeftCents: true,
      takingsCents: true,
      envelope: true,
      heldBaskets: true,
      tickets: true,
      soldCents: true,
      refundedCents: true,
      seller: true,
      version: true,
    });
    const day = fieldsOf<DayClosingPayload>({
      previousBusinessDay: true,
      sales: true,
      totals: true,
      perpetual: true,
      businessDayTotals: true,
    });
    const long = fieldsOf<LongClosingPayload>({ period: true, days: true, totals: true, perpetual: true });
    const totals = fieldsOf<PeriodTotals>({
      sales: true,
      returns: true,
      corrections: true,
      totalCents: true,
      absoluteCents: true,
      referenceCents: true,
      savingCents: true,
      byTender: true,
      vat: true,
    });
    const difference = fieldsOf<Difference>({
      tender: true,
      expectedCents: true,
      countedCents: true,
      differenceCents: true,
      reason: true,
    });
    const part = section(page, 'Chain `closing`');
    expect(missing(part, [...session, ...day, ...long, ...totals, ...difference])).toEqual([]);
  });

  test('has exactly the events of its page', () => {
    const types = Object.values(eventsByGroup).flat();
    const [, listed = ''] = /Types: `([^`]+)`/.exec(section(page, 'Chain `event`')) ?? [];
    expect(listed.split(/[,\s]+/).toSorted()).toEqual(types.toSorted());
  });
});
