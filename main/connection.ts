import type { Changed, Topic } from '#contract/form/topics.ts';
import type { TillId } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Desks } from './desk/desks.ts';
import { dispatch } from './ipc.ts';
import type { Report } from './report.ts';
import { unwatched } from './unwatched.ts';

/** What a window or a tab holds of the point: one till, for as long as it is connected. */
export interface Connection {
  /** One call; the till is the connection's, never the caller's to name. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown, unknown>>;
  readonly onChanged: (listener: (changed: Changed) => void) => () => void;
}

export type ConnectRefusal =
  /** The point has several tills, none was named and none is this machine's: nobody guesses whose drawer it is. */
  | { readonly kind: 'till-not-named'; readonly tills: readonly TillId[] }
  | { readonly kind: 'till-unknown'; readonly till: TillId; readonly tills: readonly TillId[] };

/** The application behind its connections. */
export interface Behind {
  /** Undefined before set-up. */
  readonly desks: () => Desks | undefined;
  readonly answerBeforeSetUp: (name: string, input: unknown) => Promise<Result<unknown, unknown>>;
  readonly listeners: Listeners;
  readonly report: Report;
}

/**
 * Connects to the till that is named, or to that of this machine. A connection made before set-up becomes that of the till
 * which is set up by it, or whose backup is restored by it.
 */
export function connectTo(behind: Behind, named: TillId | null): Result<Connection, ConnectRefusal> {
  const tills = behind.desks()?.tills() ?? [];
  if (named !== null && !tills.includes(named)) return refuse({ kind: 'till-unknown', till: named, tills });
  let wanted = named ?? behind.desks()?.own() ?? null;
  if (wanted === null && tills.length > 1) return refuse({ kind: 'till-not-named', tills });
  let till: TillId | null = null;
  const keep = (desks: Desks): TillId => {
    if (till !== null) return till;
    till = wanted ?? onlyOf(desks.tills());
    desks.keptHere(till);
    return till;
  };
  const desks = behind.desks();
  if (desks) keep(desks);
  return ok({
    call: async (name, input) => {
      const standing = behind.desks();
      if (!standing) {
        const answer = await behind.answerBeforeSetUp(name, input);
        if (name === 'restoreBackup' && answer.ok) wanted = (answer.value as { readonly till: TillId }).till;
        const set = behind.desks();
        // At once: the next till may be added before the next call.
        if (set) keep(set);
        return answer;
      }
      const deps = standing.deps(keep(standing));
      if (name === 'enrol' || name === 'restoreBackup') return refuse({ kind: 'already-set-up' });
      return dispatch(deps, name, input, behind.report);
    },
    onChanged: (listener) => behind.listeners.add({ till: () => till, listener }),
  });
}

/** @throws when there are several: the connection was made before any, and named none. */
function onlyOf(tills: readonly TillId[]): TillId {
  const [only, ...others] = tills;
  if (only === undefined || others.length > 0)
    throw new Error('a connection that names no till needs a point with one');
  return only;
}

interface Listening {
  readonly till: () => TillId | null;
  readonly listener: (changed: Changed) => void;
}

export interface Listeners {
  readonly add: (one: Listening) => () => void;
  /** Tells what changed at a till, or for all of them. */
  readonly tell: (at: TillId | null, topics: readonly Topic[]) => void;
}

/** What happens to the paper and the scanner of a desk is nobody else's; all the rest may be looked at anywhere. */
const ofOneDesk: ReadonlySet<Topic> = new Set<Topic>(['scan', 'print-jobs']);

export function listenersOf(report: Report): Listeners {
  const all = new Set<Listening>();
  const alone = unwatched((error) => report('listener', error));
  return {
    add: (one) => {
      all.add(one);
      return () => all.delete(one);
    },
    tell: (at, topics) => {
      for (const { till, listener } of all) {
        const heard = at === null || at === till() ? topics : topics.filter((topic) => !ofOneDesk.has(topic));
        // A page that went away meanwhile must not undo what it is told of.
        if (heard.length > 0) alone(() => listener({ topics: heard }));
      }
    },
  };
}
