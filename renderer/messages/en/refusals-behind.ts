import type { RefusalSentences } from '../sentence.ts';

/** Refusals of what is done beside selling: returns, stock, team, closing, exchange with headquarters. */
export const behindTheDeskEn = {
  'return-line-unknown': () => ({
    text: 'This line is not on this ticket.',
    next: 'Choose a line of the ticket.',
  }),
  'return-too-many': ({ left }) => ({
    text: left > 0 ? `Only ${left} can still come back on this ticket.` : 'This article already came back.',
    next: 'Check the refunds already made.',
  }),
  'return-never': ({ label }) => ({
    text: `“${label}” cannot be refunded or exchanged.`,
    next: 'Explain it to the person; a manager can make an exception.',
  }),
  'return-only-unopened': ({ label }) => ({
    text: `“${label}” is taken back only unopened.`,
    next: 'Check the package; a manager can make an exception.',
  }),
  'return-only-faulty': ({ label }) => ({
    text: `“${label}” is taken back only when faulty.`,
    next: 'Try it with the person; a manager can make an exception.',
  }),
  'return-only-exchange': ({ label }) => ({
    text: `“${label}” is exchanged, not refunded.`,
    next: 'Choose “Exchange”.',
  }),
  'return-only-refund': ({ label }) => ({
    text: `“${label}” is refunded, not exchanged.`,
    next: 'Choose “Refund”.',
  }),
  'exchange-unit-needed': () => ({
    text: 'The article given in exchange is missing.',
    next: 'Scan the code of the new article.',
  }),
  'exchange-unit-refused': ({ text }) => ({
    text: `Article ${text} cannot be given in exchange.`,
    next: 'Take another one of the same product.',
  }),
  'tenders-do-not-match': ({ totalCents }, say) => ({
    text: `The payments do not add up to ${say.money(totalCents)}.`,
    next: 'Correct the amounts.',
  }),
  'other-till': ({ till }) => ({
    text: `This sale was paid at the till ${till}: the money is in its drawer, not in this one.`,
    next: `Make the same correction at the till ${till}.`,
  }),
  'nothing-changes': () => ({ text: 'Nothing changes.', next: 'Change something, or go back.' }),
  'entitlement-unknown': () => ({
    text: 'These rights cannot be found.',
    next: 'Open the file of the person again.',
  }),
  'entitlement-used': () => ({
    text: 'Purchases were already made with these rights.',
    next: 'Ask a manager.',
  }),
  'amount-needed': () => ({ text: 'The amount is missing.', next: 'Type an amount above zero.' }),
  'more-than-in-drawer': () => ({
    text: 'There is not that much money in the drawer.',
    next: 'Check the amount.',
  }),
  'no-printer': () => ({
    text: 'No printer is chosen.',
    next: 'Choose one in Peripherals. Meanwhile the drawer opens with its key, and a sheet can be saved as PDF.',
  }),
  'job-unknown': () => ({
    text: 'This print is no longer in the queue.',
    next: 'Look at the list: it has changed.',
  }),
  'product-not-by-unit': () => ({
    text: 'This product is not tracked one by one.',
    next: 'Type a quantity.',
  }),
  'product-by-unit': () => ({ text: 'This product is tracked one by one.', next: 'Scan each article.' }),
  'unit-unreadable': () => ({
    text: 'This is not the code of an article.',
    next: 'Scan it again, or check the product chosen.',
  }),
  'unit-to-confirm': ({ text }) => ({
    text: `Code ${text} has no sure check digit.`,
    next: 'Compare it with what is printed, then confirm.',
  }),
  'unit-already-here': () => ({ text: 'This article is already in stock.', next: 'Go on to the next one.' }),
  'unit-unknown': () => ({ text: 'This article is not in stock.', next: 'Check its code.' }),
  'unit-sold': () => ({ text: 'This article was sold.', next: 'If it came back, use Refund or exchange.' }),
  'range-refused': () => ({
    text: 'This range does not hold: its first and last numbers do not match.',
    next: 'Scan the first and the last number of the box again.',
  }),
  'not-that-many': ({ available }) => ({
    text: `There are only ${available} in stock.`,
    next: 'Lower the quantity.',
  }),
  'name-taken': () => ({
    text: 'This name is already taken in the team.',
    next: 'Add a letter or a first name.',
  }),
  'operator-unknown': () => ({
    text: 'This member is no longer in the team.',
    next: 'Look at the list: it has changed.',
  }),
  'last-manager': () => ({
    text: 'This is the last manager of this point.',
    next: 'Make somebody else a manager first.',
  }),
  'not-yourself': () => ({ text: 'You cannot stop yourself.', next: 'Ask another manager.' }),
  'count-empty': () => ({
    text: 'Nothing was counted.',
    next: 'Count notes and coins; type 0 where there are none.',
  }),
  'reason-needed': () => ({
    text: 'The difference is not explained.',
    next: 'Choose a reason, even “I do not know”.',
  }),
  'float-above-count': ({ countedCents }, say) => ({
    text: `The float left is more than what was counted: ${say.money(countedCents)}.`,
    next: 'Leave less in the drawer.',
  }),
  'payment-in-progress': () => ({
    text: 'A payment is in progress.',
    next: 'Finish it or go back to the basket first.',
  }),
  'no-headquarters': () => ({
    text: 'No headquarters is linked to this till.',
    next: 'The days are kept here; copy them to a USB stick.',
  }),
  'batch-unknown': () => ({ text: 'This day cannot be found.', next: 'Look at the list: it has changed.' }),
  'batch-deleted': () => ({
    text: 'The file of this day was deleted after headquarters accepted it.',
    next: 'There is nothing left to send.',
  }),
  'answer-unreadable': () => ({
    text: 'This file is not an answer of headquarters.',
    next: 'Choose the file received from headquarters.',
  }),
  'answer-bad-signature': () => ({
    text: 'The signature of this file is not the one of headquarters.',
    next: 'Do not use it and tell headquarters.',
  }),
  'answer-other-till': () => ({
    text: 'This answer is for another till.',
    next: 'Take it to the right till.',
  }),
} satisfies Partial<RefusalSentences>;
