import { join } from 'node:path';
import { brandAs } from '#domain/ids.ts';
import { cents, euros } from '#domain/money.ts';
import { addDays } from '#domain/time.ts';
import { betweenArchives } from '#verify/folder.ts';
import { verifyPath } from '#verify/index.ts';
import { pool } from '#verify/pool.ts';
import { holds } from '#verify/words.ts';
import { type Desk, type Person, cash, refusedTo, sell } from './desk.ts';
import { close } from './evening.ts';
import { openTillIn } from './world.ts';

export interface MonthEnd {
  /** Of the month that ended, as its closing says. */
  readonly month: string;
  readonly monthTotalCents: number;
  readonly depositedCents: number;
  readonly claimedCents: number;
  readonly archive: string;
  /** What the separate verifier said of the archives, the batches apart. */
  readonly verified: boolean;
  readonly verifiedRecords: number;
  /** What an empty machine held after it was given the backup and the recovery key. */
  readonly restored: { readonly sales: number; readonly persons: number; readonly defects: number };
}

/**
 * The first of the month: the evening's money goes to the bank, a structure gets its statement, a short day is closed,
 * and the month closes with it. Its archive is verified by the program that shares nothing with the till, and its
 * backup is restored on a machine that holds nothing.
 */
export async function monthEnd(
  desk: Desk,
  given: {
    readonly people: readonly Person[];
    readonly recoveryKey: string;
    readonly floatCents: number;
    /** Took elsewhere what their referral covers. */
    readonly limited?: Person;
  },
): Promise<MonthEnd> {
  const { world, tally, tell } = desk;
  world.later(22 * 60 + 30);
  const tomorrow = addDays(world.today, 1);
  await world.done('takeOver', { operator: brandAs('E01'), password: 'Ouverture-2026' });
  await world.done('openSession', {
    businessDay: tomorrow,
    count: { 2000: 2, 1000: 4, 500: 4 },
    dayConfirmed: false,
  });
  tell(`Le lendemain, Nadia ouvre la caisse.`);
  if (given.limited) await refusedTo(desk, given.limited, '89331000042000004445', 'quota-exceeded');
  const money = await moneyOf(desk);
  const before = { ...tally.byTender };
  const first = await sell(desk, { who: null, things: ['2000000000138'], pays: cash(2000) });
  await sell(desk, { who: given.people[0] ?? null, things: ['2000000000022'], pays: cash(500) });
  await putPriceRight(desk, first.saleId);
  const day = { ...desk, tally: { ...tally, byTender: sinceThen(tally.byTender, before) } };
  await close(day, given.floatCents);
  await world.done('sendNow', {});
  const month = world.today.slice(0, 7);
  const closing = (await world.done('closings', {})).find(
    (one) => one.type === 'month' && one.label === month,
  );
  if (!closing) throw new Error(`${month} was not closed`);
  tell(`Le mois ${month} a été clos à l’ouverture : ${euros(closing.totalCents)}.`);
  const { archive, backup, folder } = await written(desk, month);
  const checked = await verified(folder);
  tell(
    `L’archive ${archive} est vérifiée par un programme à part : ${checked.records} enregistrements tiennent.`,
  );
  const restored = await restoredElsewhere(desk, backup, given.recoveryKey);
  tell(
    `La sauvegarde est restaurée sur un poste vide : ${restored.sales} tickets, ${restored.persons} personnes.`,
  );
  return {
    month,
    monthTotalCents: closing.totalCents,
    ...money,
    archive,
    verified: checked.holds,
    verifiedRecords: checked.records,
    restored,
  };
}

const sinceThen = (now: Desk['tally']['byTender'], before: Desk['tally']['byTender']) => ({
  cash: now.cash - before.cash,
  bankCard: now.bankCard - before.bankCard,
  structureCredit: now.structureCredit - before.structureCredit,
});

/** The envelope of the evening goes to the bank, and the structure's undertakings on a statement. */
async function moneyOf(desk: Desk): Promise<Pick<MonthEnd, 'depositedCents' | 'claimedCents'>> {
  const { world, tell } = desk;
  const { envelopes, structures } = await world.done('moneyState', {});
  const deposited = await world.done('makeDeposit', {
    depositId: crypto.randomUUID(),
    envelopes: envelopes.map((one) => one.id),
    slip: 'BR-2026-041',
  });
  const [structure] = structures;
  if (!structure) throw new Error('no structure owes anything');
  const { statement } = await world.done('makeStatement', {
    statementId: crypto.randomUUID(),
    prescriberId: structure.prescriberId,
  });
  const depositedCents = deposited.deposits[0]?.cents ?? 0;
  tell(
    `${euros(cents(depositedCents))} déposés à la banque ; relevé ${statement.number} à ${statement.name} : ${euros(statement.totalCents)}.`,
  );
  return { depositedCents, claimedCents: statement.totalCents };
}

/** A charger was charged too much: it is taken back and sold again two euros cheaper, nothing is edited. */
async function putPriceRight(desk: Desk, saleId: string): Promise<void> {
  const { world, tally, tell } = desk;
  const [line] = (await world.done('ticket', { saleId: brandAs(saleId) })).lines;
  if (!line) throw new Error('no line to put right');
  const corrected = await world.done('correctPrice', {
    saleId: brandAs(saleId),
    correctionId: brandAs(crypto.randomUUID()),
    lineId: line.lineId,
    unitPriceCents: cents(line.unitPriceCents - 200),
    reason: 'promise-kept',
    approval: { approver: brandAs('E01'), password: 'Ouverture-2026' },
  });
  tally.byTender.cash += corrected.refundByKind.cash;
  tell('Un prix promis est tenu : 2,00 € rendus par un nouvel enregistrement, rien n’est modifié.');
}

/** Waits for what follows a closing by itself: the archive of the month, then a backup. */
async function written(
  desk: Desk,
  month: string,
): Promise<{ readonly archive: string; readonly backup: string; readonly folder: string }> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { archives, folder } = await desk.world.done('archives', {});
    const { backups } = await desk.world.done('backups', {});
    const archive = archives.find((one) => one.period === month);
    const backup = backups[0];
    if (archive && backup && backup.madeAt > archive.madeAt)
      return { archive: archive.fileName, backup: backup.path, folder };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('no archive or no backup followed the closing');
}

async function verified(folder: string): Promise<{ readonly holds: boolean; readonly records: number }> {
  const threads = pool();
  const verdicts = await verifyPath({ path: folder, identity: null, key: null, linksOnly: false }, threads);
  await threads.close();
  return {
    holds: verdicts.length > 0 && verdicts.every(holds) && betweenArchives(verdicts).length === 0,
    records: verdicts.reduce((sum, one) => sum + one.records, 0),
  };
}

async function restoredElsewhere(
  desk: Desk,
  path: string,
  recoveryKey: string,
): Promise<MonthEnd['restored']> {
  const folder = join(desk.world.folder, 'restored');
  const application = await openTillIn(folder, desk.world.hq.now);
  const answer = await application.call('restoreBackup', { path, recoveryKey });
  await application.close();
  if (!answer.ok) throw new Error(`the backup was refused: ${JSON.stringify(answer.refusal)}`);
  const trial = answer.value as { sales: number; persons: number; defects: readonly unknown[] };
  return { sales: trial.sales, persons: trial.persons, defects: trial.defects.length };
}
