import type { Answer, Input } from '#contract/ipc.ts';
import { ticketPdf } from '#drivers/pdf/ticket.ts';
import { ok, refuse } from '#domain/result.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Deps } from '../deps.ts';
import { logoOf } from '../settings/logo-picture.ts';
import { queuePrint } from './queue.ts';

const titles = { slip: 'Mot pour revenir', notice: 'Information sur les données' } as const;

/** A page for the person, on the ticket printer or as a file. It names nobody: nothing of it is kept but the paper. */
export async function printPage(deps: Deps, input: Input<'printPage'>): Promise<Answer<'printPage'>> {
  const { kind, picture, alt, to } = input;
  const document: TicketDocument = {
    title: titles[kind],
    blocks: [{ kind: 'logo' }, { kind: 'picture', picture, alt }],
  };
  if (to === 'pdf') {
    const bytes = await ticketPdf(document, logoOf(deps.store, deps.till));
    return ok({
      pdf: {
        name: `${kind === 'slip' ? 'mot' : 'information'}.pdf`,
        base64: Buffer.from(bytes).toString('base64'),
      },
    });
  }
  if (deps.printing.state().state === 'none') return refuse({ kind: 'no-printer' });
  deps.store.transaction(() => queuePrint(deps, { document }));
  deps.printing.wake();
  deps.changed('print-jobs');
  return ok({ pdf: null });
}
