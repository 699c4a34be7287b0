import { luhnDigit, memberCardFrom } from '#domain/identifiers.ts';
import { type MemberCard, type PersonId, type SaleId, brandAs } from '#domain/ids.ts';
import { addDays, day } from '#domain/time.ts';
import { form } from '#test/support/desk.ts';
import type { SmallDisk } from '#test/support/small-disk.ts';
import type { TillPage } from '#test/support/two-tills.ts';
import type { ModelEntry, ModelPerson } from './rights-model.ts';
import type { TwoPoints } from './two-points.ts';

/** Two real points, one with two tills, their headquarters and the lines between, as histories are lived in them. */
export interface World {
  readonly points: TwoPoints;
  /** Tills whose days are lost on their way for now, or whose answers are. */
  readonly lines: Map<TillPage, 'request' | 'answer'>;
  /** Where the second point keeps everything, where a disk of its own could be mounted. */
  readonly disk: SmallDisk | null;
  /** Cards and units given so far: each is once in a world. */
  given: number;
}

export interface Someone {
  readonly name: string;
  /** Where they are registered, and as whom. */
  readonly at: ReadonlyMap<Point, PersonId>;
  card: MemberCard;
  readonly oldCards: MemberCard[];
  readonly model: ModelPerson;
}

/** The tills of a point. */
export type Point = readonly TillPage[];

export interface Bought {
  readonly saleId: SaleId;
  readonly at: Point;
  readonly entry: ModelEntry;
  readonly holder: Someone;
}

export interface History {
  readonly world: World;
  readonly points: readonly Point[];
  readonly people: Someone[];
  readonly sales: Bought[];
  /** Papers that were issued, and what they give. */
  readonly codes: { readonly code: string; readonly everything: boolean }[];
  /** What happened, for whoever reads of a failure. */
  readonly told: string[];
  nights: number;
  dice: (sides: number) => number;
}

export const newHistory = (world: World): History => {
  const { first, beside, other } = world.points;
  return {
    world,
    points: [[first, beside], [other]],
    people: [],
    sales: [],
    codes: [],
    told: [`from ${world.points.today()}`],
    nights: 0,
    dice: () => 0,
  };
};

export const oneOf = <T>({ dice }: History, list: readonly T[]): T => list[dice(list.length)] as T;

export const tillsOf = ({ points }: World): readonly TillPage[] => [
  points.first,
  points.beside,
  points.other,
];

export const nameOf = ({ points }: World, page: TillPage): string =>
  page === points.first ? 'A1' : page === points.beside ? 'A2' : 'B1';

export const newCard = (world: World): MemberCard => {
  world.given += 1;
  return memberCardFrom(String(30_000_000 + world.given));
};

/** A SIM card that nobody has, received at a till. */
export async function newSim(world: World, at: TillPage): Promise<string> {
  world.given += 1;
  const digits = `893310000420${String(100_000 + world.given)}`;
  const text = digits + luhnDigit(digits);
  const provenance = { donor: 'opérateur', tested: true, wiped: true } as const;
  await at.done('receiveUnit', { sku: brandAs('CARTE-35'), text, confirmed: true, provenance });
  return text;
}

/** Somebody new with a card, at one point, or at both before either has told anybody. */
export async function register(history: History): Promise<void> {
  const { world, people, told } = history;
  const card = newCard(world);
  const name = `P${people.length + 1}`;
  const registration = form({
    birthName: `Zed${world.given}`,
    firstNames: `Quin${world.given}`,
    birth: { precision: 'day', day: addDays(day('1988-01-01'), world.given % 366) },
  });
  const first = oneOf(history, history.points);
  const homes = history.dice(4) === 0 ? history.points : [first];
  const at = new Map<Point, PersonId>();
  for (const home of homes) {
    const page = oneOf(history, home);
    const { probablySame } = await page.done('likePersons', { registration });
    const notTheSame = probablySame.map((one) => one.personId);
    const { personId } = await page.done('registerPerson', { registration, notTheSame });
    await page.done('giveCard', { personId, card });
    at.set(home, personId);
    told.push(`${name} registered at ${nameOf(world, page)}`);
  }
  people.push({ name, at, card, oldCards: [], model: { windows: [], bought: [] } });
}
