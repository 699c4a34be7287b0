import type { ScanOutcome, ScanRefusal } from '#contract/basket.ts';
import type { Answer, Input } from '#contract/ipc.ts';
import { type Product, productBySku } from '#domain/catalogue.ts';
import { readGtin } from '#domain/identifiers.ts';
import { type MemberCard, type Sku, type TicketNumber, type UnitKey, brandAs } from '#domain/ids.ts';
import { type ScanMeaning, readScan } from '#domain/nomenclature.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { addLine } from './add.ts';
import { openBasket } from './current.ts';
import { whoIs } from './held.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';
import { personOfCard } from '../person/buyer.ts';
import { choosePerson } from './choose-person.ts';
import { labelOf } from '../labels.ts';

type Scanned = Result<ScanOutcome, ScanRefusal>;

/** One scan, one meaning, whatever the screen: the nomenclature says which. */
export async function scan(deps: Deps, input: Input<'scan'>): Promise<Answer<'scan'>> {
  const meaning = readScan(input, deps.reference().catalogue.policy.deviceLabelPattern);
  return meaning.kind === 'member-card' ? cardScanned(deps, meaning.card) : routed(deps, meaning);
}

function routed(deps: Deps, meaning: Exclude<ScanMeaning, { kind: 'member-card' }>): Scanned {
  switch (meaning.kind) {
    case 'command':
      return ok({ to: 'command', command: meaning.command });
    case 'ticket':
      return ticketScanned(deps, meaning.number);
    case 'voucher':
      return referralScanned(deps, { proof: 'voucher', number: meaning.voucher });
    case 'signed-referral':
      return referralScanned(deps, { proof: 'signed-code', code: meaning.code });
    case 'product':
      return productScanned(deps, meaning.gtin14, meaning.ean);
    case 'iccid':
      return unitScanned(deps, {
        key: meaning.unitKey,
        text: meaning.iccid,
        as: 'iccid',
        confirm: meaning.confidence === 'confirm',
      });
    case 'imei':
      return unitScanned(deps, { key: meaning.unitKey, text: meaning.imei, as: 'imei', confirm: false });
    case 'device-label':
      return unitScanned(deps, { key: meaning.unitKey, text: meaning.label, as: 'label', confirm: false });
    case 'serial':
      return unitScanned(deps, { key: meaning.unitKey, text: meaning.serial, as: 'serial', confirm: false });
    case 'damaged':
      return damaged(deps, meaning);
  }
}

const referralScanned = (deps: Deps, claim: Extract<ScanOutcome, { to: 'referral' }>['claim']): Scanned =>
  deps.practice.state() ? refuse({ kind: 'training-real-scan' }) : ok({ to: 'referral', claim });

/** A wrong checksum may still be the serial of something in stock; only then is it not a misread. */
function damaged(deps: Deps, meaning: Extract<ScanMeaning, { kind: 'damaged' }>): Scanned {
  const key = brandAs<UnitKey>(meaning.text.replace(/\s/g, '').toUpperCase());
  if (deps.store.unitByKey(key))
    return unitScanned(deps, { key, text: meaning.text, as: 'serial', confirm: false });
  return refuse({ kind: 'scan-damaged', what: meaning.what, text: meaning.text });
}

async function cardScanned(deps: Deps, card: MemberCard): Promise<Scanned> {
  const personId = await personOfCard(deps, card);
  if (personId === 'replaced')
    return refuse(deps.practice.state() ? { kind: 'training-real-scan' } : { kind: 'card-replaced', card });
  if (personId === null) {
    if (deps.practice.state()) return refuse({ kind: 'training-real-scan' });
    return ok({ to: 'blank-card', card });
  }
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  const { row, on } = basket.value;
  if (row.personId === personId) return ok({ to: 'basket', basket: basketView(deps, row, on), added: null });
  if (row.lines.length > 0 && row.personId !== null)
    return ok({ to: 'ask-hold', who: whoIs(deps, row.personId), personId });
  const held = deps.store.heldBaskets(deps.till).find((one) => one.personId === personId);
  if (held && row.lines.length === 0)
    return ok({ to: 'ask-recall', who: whoIs(deps, personId), saleId: held.saleId, personId });
  const chosen = choosePerson(deps, { personId, holdFirst: false });
  return chosen.ok
    ? ok({ to: 'basket', basket: chosen.value, added: null })
    : refuse({ kind: 'card-unknown', card });
}

function ticketScanned(deps: Deps, number: string): Scanned {
  const sale = deps.store.saleByNumber(brandAs<TicketNumber>(number));
  if (sale) return ok({ to: 'ticket', saleId: sale.id });
  const { site, catalogue } = deps.reference();
  const [code = ''] = number.split('-');
  const elsewhere = catalogue.sites.find((one) => one.code === code && one.code !== site.code);
  return elsewhere
    ? refuse({ kind: 'ticket-elsewhere', number, site: `${elsewhere.name}, ${elsewhere.phone}` })
    : refuse({ kind: 'ticket-unknown', number });
}

function productScanned(deps: Deps, gtin14: string, ean: string): Scanned {
  const product = deps.reference().catalogue.products.find((one) => {
    const read = readGtin(one.ean);
    return read.ok && read.value.gtin14 === gtin14;
  });
  if (!product) return refuse({ kind: 'product-unknown', text: ean });
  if (product.unit !== null) return refuse({ kind: 'scan-the-unit', label: labelOf(deps, product) });
  return added(deps, product.sku, null);
}

interface ScannedUnit {
  readonly key: UnitKey;
  readonly text: string;
  readonly as: NonNullable<Product['unit']>;
  readonly confirm: boolean;
}

/** A unit in stock names its product; an unknown one is of the only product tracked that way, or one is chosen. */
function unitScanned(deps: Deps, unit: ScannedUnit): Scanned {
  const inStock = deps.store.unitByKey(unit.key);
  if (inStock) return added(deps, inStock.sku, { key: unit.key, text: inStock.text });
  // Nothing that is not on the practice tray is sold in training: it would be a real card or a real computer.
  if (deps.practice.state()) return refuse({ kind: 'training-real-scan' });
  const skus = deps
    .reference()
    .catalogue.products.filter((product) => product.unit === unit.as)
    .map((product) => product.sku);
  const [only] = skus;
  // A serial that nobody received here says nothing of what it is: any text would be sold as a stick.
  if (unit.as === 'serial' || only === undefined) return refuse({ kind: 'scan-unknown', text: unit.text });
  if (skus.length > 1) return ok({ to: 'choose-product', text: unit.text, skus });
  if (unit.confirm) return ok({ to: 'confirm-unit', text: unit.text, sku: only });
  return added(deps, only, { key: unit.key, text: unit.text });
}

function added(deps: Deps, sku: Sku, unit: { key: UnitKey; text: string } | null): Scanned {
  const { catalogue } = deps.reference();
  if (!productBySku(catalogue, sku)) return refuse({ kind: 'product-unknown', text: unit?.text ?? sku });
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  const before = basket.value.row;
  const { row, lineId } = addLine(deps, before, { sku, unit });
  const again = row.lines.length === before.lines.length ? { again: true as const } : {};
  return ok({ to: 'basket', basket: basketView(deps, row, basket.value.on), added: lineId, ...again });
}
