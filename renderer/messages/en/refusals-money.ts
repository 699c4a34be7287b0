import type { RefusalSentences } from '../sentence.ts';

/** Refusals of past closings, of money on its way to the bank, of what structures owe, and of late corrections. */
export const accountsEn = {
  'closing-unknown': () => ({
    text: 'This closing cannot be found on this till.',
    next: 'Look at the list: it has changed.',
  }),
  'envelope-unknown': () => ({
    text: 'This till does not know one of these envelopes.',
    next: 'Go back to the list and tick them again.',
  }),
  'envelope-deposited': () => ({
    text: 'One of these envelopes is already in another deposit.',
    next: 'Go back to the list: it has left it. Nothing was counted twice.',
  }),
  'deposit-unknown': () => ({
    text: 'This deposit cannot be found.',
    next: 'Look at the list: it has changed.',
  }),
  'deposit-credited': () => ({
    text: 'This deposit is already noted as seen on the statement.',
    next: 'There is nothing left to do: go on to the next one.',
  }),
  'nothing-to-claim': () => ({
    text: 'This structure has nothing to pay for now.',
    next: 'Come back after the next sale that it undertakes to pay.',
  }),
  'statement-unknown': () => ({
    text: 'This statement cannot be found.',
    next: 'Look at the list: it has changed.',
  }),
  'statement-settled': () => ({
    text: 'This statement is already noted as paid.',
    next: 'There is nothing left to do: go on to the next one.',
  }),
  'unit-needed-back': ({ label }) => ({
    text: `“${label}” is tracked one by one: the number of the article is missing.`,
    next: 'Scan it, or type its number.',
  }),
  'unit-never-sold': ({ text }) => ({
    text: `Article ${text} is in the stock of this point: it was never sold.`,
    next: 'Check that you scanned the article given back, not one from the stock.',
  }),
  'ticket-is-known': ({ number }) => ({
    text: `This article was sold here: it is ticket ${number}.`,
    next: 'Open that ticket and make the return from it.',
  }),
  'no-price-today': ({ label }) => ({
    text: `“${label}” has no price today: what to give back is not known.`,
    next: 'Find the ticket, or ask headquarters.',
  }),
  'day-before-deposit': ({ depositedOn }, say) => ({
    text: `This deposit left on ${say.day(depositedOn)}: the bank did not count it before.`,
    next: 'Read the day on the statement again, and put it right.',
  }),
  'price-not-lower': ({ unitPriceCents }, say) => ({
    text: `The price paid is ${say.money(unitPriceCents)}: only a lower price can be put right.`,
    next: 'Type a lower price, or go back.',
  }),
} satisfies Partial<RefusalSentences>;
