import type { UseCases } from '../deps.ts';
import { printTicket } from './print-ticket.ts';
import { reprintTicket } from './reprint-ticket.ts';
import { ticket } from './ticket.ts';
import { tickets } from './tickets.ts';

export const ticketCalls = {
  printTicket,
  reprintTicket,
  ticket,
  tickets,
} satisfies UseCases;
