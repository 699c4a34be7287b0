import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#db/open.ts';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import {
  type EntitlementId,
  type MemberCard,
  type PersonId,
  type SaleId,
  type Sku,
  brandAs,
} from '#domain/ids.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import type { Cents } from '#domain/money.ts';
import { type Day, addDays, lastDayOfWindow } from '#domain/time.ts';
import { openPoint } from '#main/point.ts';
import { migrationsFolder } from '#build/paths.ts';
import { demonstrationTill } from '#test/support/application.ts';
import { timedMs } from './measure.ts';
import type { Bench } from './runner.ts';
import type { Call } from './shell.ts';

export interface BenchPoint {
  readonly folder: string;
  readonly businessDay: Day;
  readonly done: Call;
  /** The same database, opened beside the application. */
  readonly beside: Db;
  /** Before the measure is over, for another that works on the same folder. */
  readonly close: () => Promise<void>;
}

/** The demonstration point in a folder, opened and ready to sell, with its database at hand. It ends with the measure. */
export async function benchPoint(bench: Bench, folder: string): Promise<BenchPoint> {
  mkdirSync(folder, { recursive: true });
  const keystore = fileKeystore(join(folder, 'keys'));
  const { done, close } = await bench.ending(await demonstrationTill(folder), (till) => till.close());
  await done('signIn', { operator: brandAs('E03'), password: 'Cle-du-13e' });
  const { businessDay } = await done('openingProposal', {});
  await done('openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
  const opened = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { db } = await bench.ending(opened.value, (point) => point.db.$client.close());
  return {
    folder,
    businessDay,
    done,
    beside: db,
    close: async () => {
      db.$client.close();
      await close();
    },
  };
}

const charger = brandAs<Sku>('CHARGEUR');

/** Sells a charger to nobody for cash; `tookMs` from the call that finishes the sale to its answer. */
export async function sellOne({
  done,
}: {
  readonly done: Call;
}): Promise<{ readonly saleId: SaleId; readonly totalCents: Cents; readonly tookMs: number }> {
  const { saleId, totalCents } = await done('addProduct', { sku: charger });
  const tenders = [{ kind: 'cash' as const, cents: totalCents }];
  const tookMs = await timedMs(() => done('finishSale', { saleId, tenders, expectedTotalCents: totalCents }));
  return { saleId, totalCents, tookMs };
}

const syllables =
  'ba ben cha da di du fa ga gou ha ja ka ko la le li ma mou na ni no ou pa ra ro sa si sou ta to ya za'.split(
    ' ',
  );

/** People with rights and a card, written in bulk; names as varied as a point's register. */
export function loadPeople(
  point: BenchPoint,
  count: number,
): readonly { readonly personId: PersonId; readonly card: MemberCard }[] {
  const store = storeOn(point.beside);
  const seed = randomBytes(count * 8);
  const at = `${point.businessDay}T00:00:00.000Z` as Parameters<typeof store.insertCard>[0]['givenAt'];
  const name = (index: number, parts: number): string => {
    let text = '';
    for (let part = 0; part < parts; part += 1)
      text += syllables[(seed[index * 8 + part] ?? 0) % syllables.length] ?? '';
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return store.transaction(() =>
    Array.from({ length: count }, (_, index) => {
      const personId = brandAs<PersonId>(uuidv7());
      const card = memberCardFrom(String(2_000_000 + index));
      store.insertPerson({
        id: personId,
        birthName: name(index, 2 + (index % 3)),
        usedName: '',
        firstNames: name(index, 5).slice(2),
        birth: { precision: 'year', year: 1950 + (index % 55) },
        birthYear: 1950 + (index % 55),
        phone: '',
        language: 'fr',
        postcode: '75013',
        municipality: 'Paris',
        qpv: 'unknown',
        qpvOn: point.businessDay,
        noticeVersion: 'bench',
        noticeLanguage: 'fr',
        registeredOn: point.businessDay,
        registeredBy: brandAs('E03'),
      });
      store.insertCard({ card, personId, givenAt: at, givenBy: brandAs('E03'), active: true });
      const fromDay = addDays(point.businessDay, -30);
      store.insertEntitlement({
        id: brandAs<EntitlementId>(uuidv7()),
        personId,
        fromDay,
        untilDay: lastDayOfWindow(fromDay, 18),
        policyVersion: 'demo-1',
        families: '*',
        referralKey: `bench:${index}`,
        renewal: 0,
        openedAt: at,
        openedBy: brandAs('E03'),
      });
      return { personId, card };
    }),
  );
}
