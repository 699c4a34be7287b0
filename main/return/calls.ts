import type { UseCases } from '../deps.ts';
import { returnLines } from './return-lines.ts';
import { returnWithoutTicket } from './return-without-ticket.ts';

export const returnCalls = {
  returnLines,
  returnWithoutTicket,
} satisfies UseCases;
