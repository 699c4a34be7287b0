import type { DeskState } from '#contract/desk.ts';
import type { SessionView } from '#contract/session.ts';
import type { Answer } from '#contract/ipc.ts';
import type { SessionRow } from '#db/queries/session.ts';
import type { Site } from '#domain/catalogue.ts';
import { ok } from '#domain/result.ts';
import { activeOperator } from '../access/is-active.ts';
import { operatorView } from '../access/operator-view.ts';
import { backupProblem } from '../backup/make.ts';
import { isStale } from '../session/selling.ts';
import type { Deps } from '../deps.ts';
import { isFull } from '../disk-full.ts';
import { isPaper } from '../printing/queue.ts';
import { chosenScanner } from '../scanning/scanning.ts';

/** Everything the frame around every screen needs. */
export function deskState(deps: Deps): Answer<'deskState'> {
  const { store, till } = deps;
  const { site, body, catalogue } = deps.reference();
  const operator = activeOperator(deps);
  const session = store.openSessionOf(till);
  return ok({
    setUp: store.operators().length > 0,
    demo: deps.demo,
    site: siteView(site),
    families: catalogue.families.map(({ id, names, icon }) => ({ id, names, icon })),
    till,
    operator: operator ? operatorView(operator) : null,
    mustChangePassword: operator?.mustChange ?? false,
    locked: operator !== undefined && deps.desk.locked,
    idleLockMinutes: catalogue.policy.idleLockMinutes,
    session: session ? sessionView(deps, session) : null,
    printer: printerState(deps),
    scanner: { devices: deps.scanning.devices(), wedge: chosenScanner(store, till).wedge },
    exchange: exchangeState(deps, body),
    heldBaskets: store.heldBaskets(till).length,
    integrity: { unread: deps.integrity.unread() },
    backupProblem: backupProblem(deps),
    training: deps.practice.state(),
    warnings: isFull(deps.dataFolder) ? ['disk-full', ...deps.warnings] : deps.warnings,
    language: store.setting<'fr' | 'en'>(till, 'language') ?? 'fr',
    now: deps.now(),
    version: deps.version,
  });
}

const siteView = ({ code, name, address, phone, openingDays, timeZone }: Site): DeskState['site'] => ({
  code,
  name,
  address,
  phone,
  openingDays,
  timeZone,
});

/** A ticket of which nobody knows whether it is out is what matters first, unless the printer is stuck anyway. */
function printerState(deps: Deps): DeskState['printer'] {
  const view = deps.printing.state();
  const asks = deps.store.printJobs(deps.till, ['failed', 'ask']).filter(isPaper).length;
  const waiting = deps.store.printJobs(deps.till, ['queued', 'printing']).filter(isPaper).length;
  return {
    ...view,
    state: asks > 0 && view.fault === null ? 'waiting' : view.state,
    waitingJobs: asks + waiting,
  };
}

export const sessionView = (deps: Deps, session: SessionRow): SessionView => ({
  id: session.id,
  number: session.number,
  businessDay: session.businessDay,
  openedAt: session.openedAt,
  openedBy: deps.store.operatorByCode(session.openedBy)?.name ?? session.openedBy,
  floatCents: session.floatCents,
  stale: isStale(deps, session),
});

function exchangeState(
  deps: Deps,
  body: { readonly number: number; readonly publishedAt: DeskState['exchange']['referencePublishedAt'] },
): DeskState['exchange'] {
  const waiting = deps.store.unacknowledged(deps.till);
  return {
    waiting: waiting.length,
    oldestDay: waiting[0]?.businessDay ?? null,
    referenceNumber: body.number,
    referencePublishedAt: body.publishedAt,
    lastContactAt: deps.sync.lastContactAt(),
  };
}
