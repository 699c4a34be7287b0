import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paperOf } from '#drivers/printer/paper.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { dayFiguresOf } from '#hq/board/day-figures.ts';
import type { Desk } from './desk.ts';
import type { Closed } from './evening.ts';
import type { MonthEnd } from './month-end.ts';

/** What the day left, as one file: the till's figures beside headquarters'. */
export async function summaryOf(desk: Desk, closed: Closed, site = 'PAR13') {
  const { world, tally } = desk;
  const figures = await dayFiguresOf(world.hq.store.db, brandAs(site), world.today);
  if (!figures) throw new Error('headquarters has no such day');
  const batches = await world.done('batches', {});
  const batch = batches.find((one) => one.batchNo === closed.batchNo);
  const file = await world.done('batchFile', { batchNo: closed.batchNo });
  const bytes = Buffer.from(file.base64, 'base64');
  writeFileSync(join(world.folder, file.fileName), bytes);
  const { totals } = closed;
  return {
    sales: totals.sales,
    returns: totals.returns,
    totalCents: totals.totalCents,
    referenceCents: totals.referenceCents,
    savingCents: totals.savingCents,
    byTender: totals.byTender,
    refusals: tally.refusals,
    expectedCashCents: closed.expectedCashCents,
    countedCashCents: closed.countedCashCents,
    batch: {
      file: file.fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      records: batch?.records ?? 0,
    },
    acknowledgement: { status: batch?.state ?? 'unknown' },
    headquarters: {
      sales: figures.sales,
      returns: figures.returns,
      totalCents: figures.totalCents,
      referenceCents: figures.referenceCents,
      savingCents: figures.savingCents,
      persons: figures.persons,
      entitlements: figures.entitlements,
    },
  };
}

export type Summary = Awaited<ReturnType<typeof summaryOf>>;

/** What does not agree, in words; nothing when everything does. */
export function disagreements(
  desk: Desk,
  summary: Summary,
  expected: { readonly persons: number; readonly entitlements: number },
): string[] {
  const { tally } = desk;
  const { headquarters } = summary;
  const pairs: readonly (readonly [what: string, a: unknown, b: unknown])[] = [
    ['sales, script and till', tally.sales, summary.sales],
    ['returns, script and till', tally.returns, summary.returns],
    ['total, script and till', tally.totalCents, summary.totalCents],
    ['saving, script and till', tally.savingCents, summary.savingCents],
    ...(['cash', 'bankCard', 'structureCredit'] as const).map(
      (kind) => [`${kind}, script and till`, tally.byTender[kind], summary.byTender[kind]] as const,
    ),
    [
      'tenders and total',
      Object.values(summary.byTender).reduce((sum: number, one) => sum + one, 0),
      summary.totalCents,
    ],
    [
      'reference less saving, and total',
      cents(summary.referenceCents - summary.savingCents),
      summary.totalCents,
    ],
    ['acknowledgement', summary.acknowledgement.status, 'accepted'],
    ...(['sales', 'returns', 'totalCents', 'referenceCents', 'savingCents'] as const).map(
      (key) => [`${key}, till and headquarters`, summary[key], headquarters[key]] as const,
    ),
    ['persons at headquarters', headquarters.persons, expected.persons],
    ['entitlements at headquarters', headquarters.entitlements, expected.entitlements],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: ${String(a)} ≠ ${String(b)}`);
}

/** What the first day was to show and did not, in words. */
export const notShown = ({ tally }: Desk, { sales }: Summary): string[] => [
  ...(sales >= 25 ? [] : [`${sales} sales, of at least 25`]),
  ...(
    [
      'referral-expired',
      'referral-used',
      'quota-exceeded',
      'prescriber-suspended',
      'unit-already-sold',
    ] as const
  ).flatMap((code) => (tally.refusals.some((one) => one.code === code) ? [] : [`no refusal ${code}`])),
];

/** What does not agree about the month, in words. */
export function monthDisagreements(dayOne: Summary, ended: MonthEnd): string[] {
  const pairs: readonly (readonly [what: string, a: unknown, b: unknown])[] = [
    ['month and its only day', ended.monthTotalCents, dayOne.totalCents],
    ['credits claimed and taken', ended.claimedCents, dayOne.byTender.structureCredit],
    ['the archive holds', ended.verified, true],
    ['tickets restored', ended.restored.sales, dayOne.sales + dayOne.returns + 3],
    ['defects of what was restored', ended.restored.defects, 0],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: ${String(a)} ≠ ${String(b)}`);
}

/** Tickets exactly as the printer got them, and the same as text. */
export function writeTickets(desk: Desk): number {
  const folder = join(desk.world.folder, 'tickets');
  desk.world.printer.jobs.forEach((job, index) => {
    const name = String(index + 1).padStart(3, '0');
    writeFileSync(join(folder, `${name}.bin`), job);
    writeFileSync(join(folder, `${name}.txt`), textOf(job));
  });
  return readdirSync(folder).length / 2;
}

function textOf(job: Uint8Array): string {
  const lines = paperOf(job).map((item) => {
    if (item.kind === 'line') return item.spans.map((span) => span.text).join('');
    return item.kind === 'code' ? `[${item.symbology} ${item.text}]` : `[${item.kind}]`;
  });
  return `${lines.join('\n')}\n`;
}
