import { randomUUID } from 'node:crypto';
import { type Result, refuse } from '#domain/result.ts';
import { type KeptTill, type KeptTillOptions, openKeptTill } from '../kept-till.ts';
import { type Report, reportTo } from '../report.ts';
import { type FolderNamed, readyFolder } from './ready.ts';
import { type StartRefusal, startRefusalOf } from './refusal.ts';

export interface TillStart extends Omit<KeptTillOptions, 'report' | 'patienceMs'> {
  readonly named: FolderNamed;
}

/** One that was just closed or killed lets go of the folder within this. */
const patienceMs = 3_000;

/** Opens the till for either shell: whatever stands in its way comes back as a refusal that has words. */
export async function openTill(start: TillStart): Promise<Result<KeptTill, StartRefusal>> {
  const report: Report = reportTo(start.folder, start.version);
  try {
    const ready = readyFolder(start.folder, start.named);
    if (!ready.ok) return ready;
    const opened = await openKeptTill({ ...start, report, patienceMs });
    if (opened.ok) return opened;
    const { refusal } = opened;
    return refuse(
      refusal.kind === 'upgrade-failed'
        ? { kind: refusal.kind, incident: kept(report, refusal.error) }
        : refusal,
    );
  } catch (error) {
    return refuse(startRefusalOf(error, start.folder) ?? unexpected(report, error));
  }
}

/** Keeps what nobody foresaw under a number that can be told on the telephone. */
export const unexpected = (
  report: Report,
  error: unknown,
): Extract<StartRefusal, { kind: 'unexpected' }> => ({ kind: 'unexpected', incident: kept(report, error) });

function kept(report: Report, error: unknown): string {
  const incident = randomUUID().slice(0, 8);
  report(incident, error);
  return incident;
}
