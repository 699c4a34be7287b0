import type { Site } from '#domain/catalogue.ts';
import { type TicketDocument, line } from './document.ts';
import { paper } from './words.ts';

export interface MemberCardInput {
  readonly card: string;
  readonly firstName: string;
  readonly initial: string;
  readonly site: Site;
}

/** The member card on ticket paper: a random number, a first name and an initial, nothing else. */
export function memberCardTicket(input: MemberCardInput): TicketDocument {
  return {
    title: input.card,
    blocks: [
      { kind: 'logo' },
      line(paper.card, { align: 'center', bold: true }),
      {
        kind: 'text',
        text: `${input.firstName} ${input.initial}.`,
        align: 'center',
        bold: true,
        large: true,
      },
      { kind: 'barcode', text: input.card },
      { kind: 'qr', text: input.card },
      line(`${input.site.name} — ${input.site.phone}`, { align: 'center' }),
      line(paper.keepCard, { align: 'center' }),
    ],
  };
}
