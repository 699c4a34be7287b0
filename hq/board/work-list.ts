import { sql } from 'drizzle-orm';
import type { Day } from '#domain/time.ts';
import type { CallRow, FlagRow } from '../contract/board.ts';
import { currentCatalogue } from '../publish/publications.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

const rowsAtMost = 200;

/** Structures to call and what the points could not know of each other, newest first. */
export async function workListOf(
  db: HqDb,
): Promise<{ readonly calls: readonly CallRow[]; readonly flags: readonly FlagRow[] }> {
  const flags = await rowsOf<FlagRow>(
    db,
    sql`SELECT kind, till, on_day::text AS on, detail FROM flag ORDER BY on_day DESC, till LIMIT ${rowsAtMost}`,
  );
  return { calls: await callsOf(db), flags };
}

async function callsOf(db: HqDb): Promise<CallRow[]> {
  const rows = await rowsOf<{
    site: string;
    usedOn: Day;
    prescriberId: string | null;
    proof: CallRow['proof'];
    issuedOn: Day | null;
    verdict: string;
    reasons: string;
  }>(
    db,
    sql`SELECT t.site, r.used_on::text AS "usedOn", r.prescriber_id AS "prescriberId", r.proof,
      r.issued_on::text AS "issuedOn", r.verdict, r.reasons
    FROM referral_use AS r JOIN till AS t ON t.till = r.till
    WHERE r.under_reserve OR r.verdict = 'refused'
    ORDER BY r.used_on DESC, t.site LIMIT ${rowsAtMost}`,
  );
  const prescribers = new Map((await currentCatalogue(db))?.prescribers.map((one) => [String(one.id), one]));
  return rows.map(({ prescriberId, verdict, reasons, ...row }) => {
    const prescriber = prescriberId === null ? undefined : prescribers.get(prescriberId);
    return {
      ...row,
      prescriber: prescriber?.name ?? prescriberId ?? '',
      phone: prescriber?.phone ?? '',
      why: verdict === 'refused' ? 'refused' : 'under-reserve',
      reasons: reasons === '' ? [] : reasons.split(' '),
    };
  });
}
