import { sql } from 'drizzle-orm';
import type { Catalogue } from '#domain/catalogue.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import {
  type CatalogueProblem,
  type Publication,
  publishedBefore,
  readPublication,
} from '#exchange/catalogue.ts';
import { publications } from '../store/network-schema.ts';
import { type HqDb, type Store, rowsOf } from '../store/store.ts';

export interface HeldPublication extends Publication {
  readonly number: number;
  readonly publishedAt: Instant;
  /** The JSON as it was published. */
  readonly content: string;
}

/** Publishes the JSON of a `publish FILE`: a new number, from now on in every reference. */
export async function publish(
  store: Store,
  content: string,
  by: { readonly name: string; readonly at: Instant },
): Promise<Result<number, readonly CatalogueProblem[]>> {
  const read = readPublication(content);
  if (!read.ok) return refuse(read.refusal);
  return store.transaction(async ({ db }) => {
    await db.execute(sql`LOCK TABLE publication IN EXCLUSIVE MODE`);
    const [last] = await rowsOf<{ number: number | null }>(
      db,
      sql`SELECT max(number) AS number FROM publication`,
    );
    const number = (last?.number ?? 0) + 1;
    await db.insert(publications).values({ number, publishedAt: by.at, publishedBy: by.name, content });
    return ok(number);
  });
}

/** The last publication; null before the first. */
export async function lastPublication(db: HqDb): Promise<HeldPublication | null> {
  const [row] = await rowsOf<{ number: number; publishedAt: Instant; content: string }>(
    db,
    sql`SELECT number, published_at AS "publishedAt", content FROM publication ORDER BY number DESC LIMIT 1`,
  );
  if (!row) return null;
  const read = publishedBefore(row.content);
  if (!read.ok) throw new Error(`publication ${row.number} no longer reads: ${JSON.stringify(read.refusal)}`);
  return { ...row, ...read.value };
}

export const currentCatalogue = async (db: HqDb): Promise<Catalogue | null> =>
  (await lastPublication(db))?.catalogue ?? null;
