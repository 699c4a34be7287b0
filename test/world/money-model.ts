/**
 * A till in twenty lines of arithmetic: what an honest person with a pencil would write down beside the real one.
 * It shares nothing with the rules; amounts are whole cents.
 */
export type Money = { cash: number; bankCard: number; structureCredit: number };
export const noMoney = (): Money => ({ cash: 0, bankCard: 0, structureCredit: 0 });
export const kinds = ['bankCard', 'structureCredit', 'cash'] as const;

export interface ModelLine {
  readonly sku: string;
  readonly vat: string;
  readonly price: number;
  readonly quantity: number;
}

/** VAT per code of one ticket: each rounded by itself, halves away from zero. */
export type Vat = Map<string, { gross: number; net: number; tax: number }>;

export class Model {
  readonly rates: Readonly<Record<string, number>>;
  drawer = 0;
  ticket = 0;
  day = {
    sales: 0,
    returns: 0,
    corrections: 0,
    total: 0,
    absolute: 0,
    money: noMoney(),
    vat: new Map() as Vat,
  };
  net = 0;
  absolute = 0;

  constructor(rates: Readonly<Record<string, number>>) {
    this.rates = rates;
  }

  open(float: number): void {
    this.drawer = float;
    this.day = {
      sales: 0,
      returns: 0,
      corrections: 0,
      total: 0,
      absolute: 0,
      money: noMoney(),
      vat: new Map(),
    };
  }

  /** One ticket: lines (negative when they come back) and what each way of paying brought. */
  record(kind: 'sales' | 'returns', lines: readonly ModelLine[], money: Money): number {
    const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
    this.day[kind] += 1;
    this.day.total += total;
    this.day.absolute += Math.abs(total);
    this.net += total;
    this.absolute += Math.abs(total);
    this.drawer += money.cash;
    for (const way of kinds) this.day.money[way] += money[way];
    for (const code of new Set(lines.map((line) => line.vat))) this.addVat(code, lines);
    return (this.ticket += 1);
  }

  private addVat(code: string, lines: readonly ModelLine[]): void {
    const gross = lines
      .filter((line) => line.vat === code)
      .reduce((sum, line) => sum + line.price * line.quantity, 0);
    const rate = BigInt(this.rates[code] ?? 0);
    const scaled = BigInt(Math.abs(gross)) * 10_000n;
    const whole = Number((2n * scaled + 10_000n + rate) / (2n * (10_000n + rate)));
    const net = gross < 0 ? -whole : whole;
    const held = this.day.vat.get(code) ?? { gross: 0, net: 0, tax: 0 };
    this.day.vat.set(code, { gross: held.gross + gross, net: held.net + net, tax: held.tax + gross - net });
  }

  /** Money that was paid another way than said. */
  correct(moved: Money): void {
    this.day.corrections += 1;
    this.drawer += moved.cash;
    for (const way of kinds) this.day.money[way] += moved[way];
  }

  moveCash(cents: number): void {
    this.drawer += cents;
  }
}

/** A sale as the pencil keeps it: what is left of its lines, and what was paid and given back on it. */
export interface Kept {
  readonly saleId: string;
  readonly lines: { lineId: string; readonly of: ModelLine; left: number }[];
  readonly paid: Money;
}

/** Money goes back by card first, then to the structure, then in cash. */
export function giveBack(paid: Money, cents: number): Money {
  const back = noMoney();
  let rest = cents;
  for (const way of kinds) {
    const part = Math.min(rest, Math.max(0, paid[way]));
    back[way] = part === 0 ? 0 : -part;
    paid[way] -= part;
    rest -= part;
  }
  return back;
}
