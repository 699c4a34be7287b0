import { type TicketBlock, line } from '#paper/document.ts';
import { frenchDay, paper } from '#paper/words.ts';
import { clockIn, dayIn } from '#domain/time.ts';
import { signedIn } from '../access/signed-in.ts';
import type { Deps } from '../deps.ts';

/** What a later print says of itself: which one it is, when, by whom and why. */
export function copyBlocks(deps: Deps, copy: number, reason: keyof typeof paper.copyReasons): TicketBlock[] {
  const { timeZone } = deps.reference().site;
  const at = deps.now();
  const when = `${frenchDay(dayIn(at, timeZone))} ${clockIn(at, timeZone)}`;
  return [
    line(paper.copy(copy), { align: 'center', bold: true }),
    line(`${when} · ${signedIn(deps)} · ${paper.copyReasons[reason]}`, { align: 'center' }),
  ];
}
