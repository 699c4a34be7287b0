import { eq, sql } from 'drizzle-orm';
import type { SiteCode } from '#domain/ids.ts';
import { ageIdentityFrom } from '#exchange/age-identity.ts';
import { type Parts, sealPart, wrapContentKey } from '#exchange/parts.ts';
import { partFiles } from '../store/network-schema.ts';
import { currentPeople, peopleDocument } from './people.ts';
import { type ReferenceDeps, currentReferenceNumber, referenceFor } from './reference.ts';

/** What a till holds of the reference, 0 for nothing, and the age key that its answer is wrapped to. */
export interface PartsAsked {
  readonly catalogue: number;
  readonly people: number;
  readonly recipient: string;
}

/** The parts that a till of a site lacks; null before the first `publish`. */
export async function partsFor(
  deps: ReferenceDeps,
  site: SiteCode,
  asked: PartsAsked,
): Promise<Parts | null> {
  const number = await currentReferenceNumber(deps);
  if (number === null) return null;
  const people = await currentPeople(deps);
  // Ahead of us: it is told everything anew.
  const since = asked.people > people ? 0 : asked.people;
  return {
    v: 2,
    catalogue:
      asked.catalogue >= number
        ? null
        : await partOf(deps, { name: `catalogue ${site}`, number, to: asked.recipient }, async () =>
            referenceFor(deps, site, number),
          ),
    people:
      since === people
        ? null
        : {
            since,
            ...(await partOf(deps, { name: `people ${since}`, number: people, to: asked.recipient }, () =>
              peopleDocument(deps, since, people),
            )),
          },
  };
}

/** A part, made once per number: its file is everybody's, its key is wrapped to whoever asks. */
async function partOf(
  deps: ReferenceDeps,
  of: { readonly name: string; readonly number: number; readonly to: string },
  document: () => Promise<string>,
): Promise<NonNullable<Parts['catalogue']>> {
  const { name, number } = of;
  const content = await ageIdentityFrom(deps.keys.contentKey(`${name} ${number}`));
  const file =
    (await keptFile(deps, name, number)) ??
    (await keepFile(deps, { name, number }, await sealPart(await document(), content.recipient)));
  const key = await wrapContentKey(content.identity, of.to);
  return { number, key: Buffer.from(key).toString('base64'), file: file.toString('base64') };
}

async function keptFile({ store }: ReferenceDeps, name: string, number: number): Promise<Buffer | null> {
  const [row] = await store.db.select().from(partFiles).where(eq(partFiles.name, name));
  return row?.number === number ? Buffer.from(row.file, 'base64') : null;
}

/** Keeps the file that was first made of a number, so that everybody is sent the same; those of earlier ones go. */
async function keepFile(
  { store }: ReferenceDeps,
  { name, number }: { readonly name: string; readonly number: number },
  file: Uint8Array,
): Promise<Buffer> {
  const bytes = Buffer.from(file);
  const [kind] = name.split(' ');
  await store.db.execute(
    sql`DELETE FROM part_file WHERE split_part(name, ' ', 1) = ${kind} AND number < ${number}`,
  );
  const kept = { number, file: bytes.toString('base64') };
  await store.db
    .insert(partFiles)
    .values({ name, ...kept })
    .onConflictDoUpdate({ target: partFiles.name, set: kept, setWhere: sql`part_file.number < ${number}` });
  return (await keptFile({ store } as ReferenceDeps, name, number)) ?? bytes;
}
