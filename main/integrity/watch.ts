import type { Integrity } from './port.ts';
import type { IntegrityState } from '#contract/integrity.ts';
import { type ChainHeads, type IntegrityDefect, headDefects, madeAnew } from '#domain/integrity.ts';
import { type Chain, chains } from '#domain/journal.ts';
import { instantFromMs, instantMs } from '#domain/time.ts';
import { openAcknowledgement } from '#exchange/acknowledgement.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import type { Deps } from '../deps.ts';
import { rebuild } from '../ledger/rebuild.ts';
import { chainHeads } from '../journal/head-file.ts';
import { CancelledError, type Running, WorkError } from '../work/run.ts';
import type { CheckDone, Progress } from '../work/tasks.ts';
import { type DefectMemory, defectMemory } from './memory.ts';

export interface IntegrityTools {
  readonly deps: () => Deps;
  readonly startCheck: (heads: ChainHeads, share: number, progress: Progress) => Running<CheckDone>;
  /** Milliseconds since this machine was switched on, sleep included. */
  readonly uptimeMs: () => number;
  readonly report: (error: unknown) => void;
}

/** A clock that moved by less is being kept right by the network. */
const clockToleranceMs = 120_000;

/** Notices what is not as it was, journals it once, and keeps it before a manager's eyes until it was read. */
export function integrityWatch(tools: IntegrityTools): Integrity {
  const { deps } = tools;
  const memory = defectMemory(deps);
  const { notice } = memory;
  const checker = journalChecker(tools, notice);
  const compare: Integrity['compare'] = (remembered, source) => {
    const { store, till } = deps();
    const found = {
      last: (chain: Chain) => store.lastRecord(till, chain)?.seq ?? 0,
      at: (chain: Chain, seq: number) => store.recordHash(till, chain, seq),
    };
    for (const defect of headDefects(remembered, source, found)) notice(defect);
  };
  return {
    lookAtStart: ({ heads, changedGuards }) => {
      const { store, till } = deps();
      const begun = Object.values(chainHeads(store, till)).some((head) => head.seq > 0);
      if (heads === 'damaged') notice({ kind: 'head-damaged' });
      else if (heads !== 'missing') compare(heads, 'head-file');
      else if (begun) notice({ kind: 'head-missing' });
      const acknowledged = acknowledgedHeads(deps());
      if (acknowledged) compare(acknowledged, 'headquarters');
      if (changedGuards.length > 0) {
        notice({ kind: 'guard-missing', guards: changedGuards });
        store.layGuards();
      }
      lookAtLastRecord(deps(), notice);
    },
    compare,
    lookAtClock: clockWatch(tools, notice),
    check: checker.check,
    state: () => {
      const { store, till } = deps();
      return {
        checking: checker.progress(),
        lastCheck: store.setting<IntegrityState['lastCheck']>(till, 'last-check') ?? null,
        defects: memory.views(),
      };
    },
    unread: memory.unread,
    markRead: memory.markRead,
    close: checker.close,
  };
}

type Notice = DefectMemory['notice'];

function journalChecker({ deps, startCheck, report }: IntegrityTools, notice: Notice) {
  let under: Promise<boolean> | null = null;
  let running: Running<CheckDone> | null = null;
  let progress: IntegrityState['checking'] = null;
  const once = async (share: number): Promise<boolean> => {
    const { store, till, changed } = deps();
    try {
      running = startCheck(chainHeads(store, till), share, (done, total) => {
        progress = { done, total };
      });
      changed('journal');
      const { records, defects } = await running.done;
      for (const defect of defects) notice(defect);
      // Only from records that hold: what they no longer say is left as it is.
      if (defects.length > 0 && defects.every((one) => madeAnew.has(one.kind)))
        store.transaction(() => rebuild(store));
      store.saveSetting(till, 'last-check', { at: deps().now(), records });
      return true;
    } catch (error) {
      if (isDamage(error)) notice({ kind: 'database-damaged' });
      if (!(error instanceof CancelledError)) report(error);
      return false;
    } finally {
      running = null;
      progress = null;
      changed('journal', 'desk');
    }
  };
  return {
    check: (share: number): Promise<boolean> => {
      // One that goes slowly beside the selling goes on at full speed once somebody waits for it.
      if (share === 1) running?.hurry();
      under ??= once(share).finally(() => {
        under = null;
      });
      return under;
    },
    progress: () => progress,
    close: (): void => running?.cancel(),
  };
}

const isDamage = (error: unknown): boolean =>
  error instanceof WorkError && /^SQLITE_(?:CORRUPT|NOTADB|IOERR)/.test(error.code ?? '');

/** Whoever moves the clock of a machine that is on moves it against the time it has been on. */
function clockWatch({ deps, uptimeMs }: IntegrityTools, notice: Notice): () => void {
  let clock: { readonly wallMs: number; readonly upMs: number } | null = null;
  return () => {
    const to = deps().now();
    const moved = clock && instantMs(to) - clock.wallMs - (uptimeMs() - clock.upMs);
    if (moved !== null && Math.abs(moved) > clockToleranceMs)
      notice({ kind: 'clock-jump', from: instantFromMs(Math.round(instantMs(to) - moved)), to });
    clock = { wallMs: instantMs(to), upMs: uptimeMs() };
  };
}

/** Where headquarters last said that it held the chains, by its signature. */
function acknowledgedHeads(deps: Deps): ChainHeads | null {
  const text = deps.store.lastAcknowledgement(deps.till);
  const opened = text === undefined ? null : openAcknowledgement(text, verifierAmong([deps.headquarters]));
  return opened?.ok && opened.value.till === deps.till ? opened.value.heads : null;
}

function lookAtLastRecord(deps: Deps, notice: (defect: IntegrityDefect) => void): void {
  const { store, till } = deps;
  const to = deps.now();
  const last = chains
    .flatMap((chain) => store.lastRecord(till, chain)?.at ?? [])
    .toSorted()
    .at(-1);
  if (last && instantMs(to) < instantMs(last) - clockToleranceMs)
    notice({ kind: 'clock-back', from: last, to });
}
