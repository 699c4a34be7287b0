import type { EventView } from '#contract/journal.ts';
import type { Answer, Input } from '#contract/ipc.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import { type EventGroup, type EventType, eventGroups, eventsByGroup } from '#domain/events.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { readRow } from './read.ts';
import { nameOf } from '../money/envelopes.ts';

const pageSize = 60;

/** A page of the technical journal, newest first. */
export function events(deps: Deps, input: Input<'events'>): Answer<'events'> {
  const { group, operator, from, until, before } = input;
  const types = group === null ? null : eventsByGroup[group];
  const rows = deps.store.events(deps.till, { types, operator, from, until, before, limit: pageSize + 1 });
  return ok({
    events: rows.slice(0, pageSize).flatMap((row) => eventView(deps, row) ?? []),
    operators: deps.store.operators().map(({ code, name }) => ({ code, name })),
    more: rows.length > pageSize,
  });
}

const groupOf = (type: string): EventGroup | undefined =>
  eventGroups.find((group) => (eventsByGroup[group] as readonly string[]).includes(type));

function eventView(deps: Deps, row: RecordRow): EventView | null {
  const group = groupOf(row.type);
  const read = readRow(row);
  if (!group || read?.kind !== 'event') return null;
  const { operator, approvedBy, reasonDigest, ...detail } = read.payload;
  const typed = typeof reasonDigest === 'string' ? deps.store.typedText(reasonDigest) : undefined;
  const named = (code: unknown): string | null => (typeof code === 'string' ? nameOf(deps, code) : null);
  return {
    seq: row.seq,
    at: row.at,
    businessDay: row.businessDay,
    type: row.type as EventType,
    group,
    operator: named(operator),
    approvedBy: named(approvedBy),
    detail: typed ? { ...detail, reason: typed.text, reasonErased: typed.text === null } : detail,
    erasable: typed && typed.text !== null ? typed.digest : null,
  };
}
