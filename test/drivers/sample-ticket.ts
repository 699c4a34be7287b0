import type { Site } from '#domain/catalogue.ts';
import { type Brand, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { SaleLine, SalePayload } from '#domain/sale.ts';
import type { TicketDocument } from '#paper/document.ts';
import { saleTicket } from '#paper/ticket.ts';
import { day, instant } from '#domain/time.ts';

const id = <B extends Brand<string, string>>(text: string): B => brandAs<B>(text);

export const site: Site = {
  code: id('PAR13'),
  name: 'Emmaüs Connect — Paris 13ᵉ',
  kind: 'access-point',
  tills: 1,
  address: '12 rue de l’Œuvre, 75013 Paris',
  phone: '01 23 45 67 89',
  openingDays: ['mon'],
  siret: '12345678900011',
  vatRegime: 'exempt',
  vatWording: 'TVA non applicable, art. 293 B du CGI',
  timeZone: 'Europe/Paris',
  manager: 'M. R.',
};

const phone: SaleLine = {
  lineId: id('l1'),
  sku: id('TEL'),
  family: id('phones'),
  label: 'Smartphone reconditionné à écran tactile de 6 pouces',
  quantity: 1,
  unit: { key: id('356938035643809'), text: 'IMEI 356938035643809' },
  unitPriceCents: cents(500),
  unitReferenceCents: cents(3500),
  totalCents: cents(500),
  referenceCents: cents(3500),
  savingCents: cents(3000),
  referenceSource: 'relevé',
  referenceOn: day('2026-01-01'),
  priceListId: 'p1',
  rule: { kind: 'fixed', cents: cents(500) } as unknown as SaleLine['rule'],
  tariff: 'solidarity',
  vatCode: 'N',
  forHousehold: false,
  replacement: null,
  overriddenBy: null,
  warnings: [],
  guaranteeUntil: day('2027-11-22'),
  returns: null,
};

const sale: SalePayload = {
  saleId: id('s1'),
  number: id('PAR13-1-2026-000123'),
  kind: 'sale',
  operator: id('OP1'),
  approvedBy: null,
  personId: null,
  entitlementId: null,
  policyVersion: '1',
  referenceNumber: 1,
  lines: [phone],
  totalCents: cents(500),
  referenceCents: cents(3500),
  savingCents: cents(3000),
  vat: [],
  tenders: [{ kind: 'cash', cents: cents(2000) }],
  changeCents: cents(1500),
  netByKind: { cash: cents(500), bankCard: cents(0), structureCredit: cents(0) },
  original: null,
  version: '0.1.0',
};

export const sampleTicket: TicketDocument = saleTicket({
  sale,
  at: instant('2026-11-22T10:00:00.000Z'),
  site,
  till: '1',
  mark: 'a1b2',
  guaranteeText: 'Garantie légale de conformité.',
  version: '0.1.0',
  print: 1,
});
