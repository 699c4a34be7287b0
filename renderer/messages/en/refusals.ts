import type { NeededRole } from '#domain/roles.ts';
import { day } from '#domain/time.ts';
import type { RefusalSentences } from '../sentence.ts';
import { accountsEn } from './refusals-money.ts';
import { behindTheDeskEn } from './refusals-behind.ts';
import { journalEn } from './refusals-journal.ts';
import { reasonsEn } from './reasons.ts';

const roleEn: Readonly<Record<NeededRole, string>> = {
  nobody: 'nobody',
  trainee: 'trainee',
  seller: 'seller',
  manager: 'manager',
  admin: 'administrator',
};

const whyApprovalEn = {
  'wrong-password': 'This is not the password of that manager.',
  'not-a-manager': 'This person is not a manager.',
  stopped: 'This manager can no longer sign in.',
};

const damaged = {
  iccid: 'This SIM card number',
  imei: 'This telephone number (IMEI)',
  product: 'This product barcode',
  'member-card': 'This member card number',
  voucher: 'This voucher number',
  unknown: 'This code',
} as const;

export const refusalsEn: RefusalSentences = {
  'not-signed-in': () => ({ text: 'Nobody is signed in at this till.', next: 'Sign in.' }),
  locked: () => ({ text: 'The till is locked.', next: 'Type your PIN or password.' }),
  'password-to-change': () => ({
    text: 'Your password is still the one you were given.',
    next: 'Choose your own first.',
  }),
  'role-too-low': ({ needed }) => ({
    text: `This is for: ${roleEn[needed]}.`,
    next: 'Ask somebody with that role.',
  }),
  'bad-input': () => ({
    text: 'Something is not filled in as it should be.',
    next: 'Read what is typed and correct it.',
  }),
  'disk-full': () => ({
    text: 'The disk of this computer is full: nothing was recorded.',
    next: 'Free some space and try again. Tell a manager.',
  }),
  broken: ({ incident }) => ({
    text: 'Something unexpected happened. Nothing that was confirmed is lost.',
    next: `Try again. If it comes back, give a manager this number: ${incident}.`,
  }),
  'already-set-up': () => ({ text: 'This till is already set up.', next: 'Go on to sign in.' }),
  'not-set-up': () => ({
    text: 'This till is not set up yet.',
    next: 'Type the set-up code from headquarters first.',
  }),
  'enrolment-code-unreadable': () => ({
    text: 'This set-up code is incomplete or mistyped.',
    next: 'Copy all of it from the message of headquarters.',
  }),
  'enrolment-code-refused': () => ({
    text: 'Headquarters does not accept this code: it was used or has expired.',
    next: 'Ask headquarters for a new code.',
  }),
  'other-site': ({ site }) => ({
    text: `This code is that of another access point (${site}): its till cannot be here.`,
    next: 'Ask headquarters for a code for this point.',
  }),
  'till-exists': ({ till }) => ({
    text: `The till ${till} is in this point already.`,
    next: 'Ask headquarters for a code for a till number that was never used.',
  }),
  'headquarters-unreachable': (refusal) => ({
    text: 'Headquarters does not answer: the network may be down.',
    next:
      'detail' in refusal
        ? 'Check the Internet connection, then try again. The till works without it.'
        : 'Check the address of headquarters and the Internet connection, then try again.',
  }),
  'headquarters-not-https': () => ({
    text: 'This address does not fit: the one of headquarters starts with https://.',
    next: 'Copy all of it from the message of headquarters. With http:// only a headquarters on this computer answers.',
  }),
  'headquarters-not-recognised': () => ({
    text: 'The server that answers is not headquarters.',
    next: 'Stop here and tell headquarters.',
  }),
  'team-exists': () => ({
    text: 'The team already has its first member.',
    next: 'Sign in with that name, or ask them to add you.',
  }),
  'password-too-weak': () => ({
    text: 'This password is too easy to guess.',
    next: 'Use at least 8 characters, with small letters, capitals and digits.',
  }),
  'password-expired': () => ({
    text: 'This password must be changed.',
    next: 'Ask a manager for a new one.',
  }),
  'wrong-password': ({ triesLeft }) => ({
    text: 'This is not the right password.',
    next:
      triesLeft > 0
        ? `Try again: ${triesLeft} ${triesLeft > 1 ? 'tries' : 'try'} left. Check the caps lock key.`
        : 'Wait a little before trying again, or ask a manager.',
  }),
  throttled: ({ waitSeconds }) => ({
    text: 'Too many tries in a row.',
    next: `Wait ${waitSeconds} seconds, then try again.`,
  }),
  'operator-stopped': () => ({ text: 'This team member can no longer sign in.', next: 'Ask a manager.' }),
  'somebody-signed-in': () => ({
    text: 'Somebody is already signed in at this till.',
    next: 'Choose “Change operator”.',
  }),
  'pin-tries-used': () => ({
    text: 'Three wrong PINs: the PIN is blocked.',
    next: 'Type your full password.',
  }),
  'session-open': () => ({ text: 'The till is already open.', next: 'You can sell.' }),
  'day-in-future': () => ({
    text: 'This date is still to come.',
    next: 'Check the date and time of the computer.',
  }),
  'day-before-last': ({ lastBusinessDay }, say) => ({
    text: `The last day recorded is ${say.day(lastBusinessDay)}: an earlier day can no longer be opened.`,
    next: 'Check the date of the computer.',
  }),
  'day-needs-confirmation': ({ lastBusinessDay }, say) => ({
    text: `The last day recorded is ${say.day(lastBusinessDay)}.`,
    next: 'Confirm the date of today before opening.',
  }),
  'scan-unknown': ({ text }) => ({
    text: `Code not recognised: ${text}.`,
    next: 'Scan again, or search for the product by name.',
  }),
  'scan-damaged': ({ what, text }) => {
    if (what === 'link')
      return {
        text: 'This code opens a web page: it is no article.',
        next: 'Scan the label stuck on the device, or type its number.',
      };
    if (what === 'nir')
      return {
        text: 'This is a social security number: the till does not read it and keeps nothing of it.',
        next: 'Scan the member card, or find the person by name.',
      };
    return { text: `${damaged[what]} was misread: ${text}.`, next: 'Scan it flat again, or type it.' };
  },
  'product-unknown': (refusal) => ({
    text: `This product is not in the catalogue${'text' in refusal ? `: ${refusal.text}` : ''}.`,
    next: 'Put it aside and tell a manager.',
  }),
  'ticket-unknown': ({ number }) => ({
    text: `Ticket ${number} is not in this till.`,
    next: 'Check the number at the bottom of the ticket.',
  }),
  'ticket-elsewhere': ({ number, site }) => ({
    text: `Ticket ${number} comes from another point: ${site}.`,
    next: 'Give the person the address of that point.',
  }),
  'card-unknown': ({ card }) => ({
    text: `Card ${card} is not known here.`,
    next: 'Search for the person by name, or register them.',
  }),
  'card-replaced': ({ card }) => ({
    text: `Card ${card} opens nothing any more: another was given in its place.`,
    next: 'Ask for the new card, or find the person by name.',
  }),
  'no-session': () => ({ text: 'The till is not open.', next: 'Count the float and open it.' }),
  'session-stale': ({ businessDay }, say) => ({
    text: `The till of ${say.day(day(businessDay))} was left open.`,
    next: 'Close it first, then open the one of today.',
  }),
  'units-end-so': ({ text, count }) => ({
    text: `${count} articles in stock end in ${text}.`,
    next: 'Type a few more digits.',
  }),
  'basket-locked': () => ({
    text: 'The basket is locked during payment.',
    next: 'Go back to the basket to change it.',
  }),
  'line-unknown': () => ({
    text: 'This line is no longer in the basket.',
    next: 'Look at the basket: it has changed.',
  }),
  'scan-the-unit': ({ label }) => ({
    text: `“${label}” is sold one by one.`,
    next: 'Scan the code of the article you hand over.',
  }),
  'cash-far-above': ({ givenCents, changeCents }, say) => ({
    text: `${say.money(givenCents)} in cash, and ${say.money(changeCents)} to give back: is that what was given?`,
    next: 'Correct the amount, or confirm it.',
  }),
  'not-enough-tendered': ({ missingCents }, say) => ({
    text: `${say.money(missingCents)} is missing.`,
    next: 'Complete the payment.',
  }),
  'too-much-without-cash': ({ excessCents }, say) => ({
    text: `${say.money(excessCents)} too much: only cash gives change.`,
    next: 'Lower the amount by card or by structure.',
  }),
  'nothing-to-pay': () => ({ text: 'There is nothing to pay.', next: 'Confirm the sale.' }),
  'commitment-needed': () => ({
    text: 'The number of the undertaking is missing.',
    next: 'Copy the number on the paper of the structure.',
  }),
  'lines-refused': ({ count }) => ({
    text: count > 1 ? `${count} lines cannot be sold.` : 'One line cannot be sold.',
    next: 'Remove them or follow what each line says.',
  }),
  'basket-empty': () => ({ text: 'The basket is empty.', next: 'Scan or choose a product.' }),
  'sale-already-finished': ({ number }) => ({
    text: `This sale is already paid: ticket ${number}.`,
    next: 'Nothing was charged twice. Go on.',
  }),
  'total-changed': ({ totalCents }, say) => ({
    text: `The total has changed: now ${say.money(totalCents)}.`,
    next: 'Check the basket with the person, then take payment.',
  }),
  'basket-unknown': () => ({
    text: 'This basket no longer exists.',
    next: 'Look at the list of held sales.',
  }),
  'basket-in-use': () => ({ text: 'A sale is already in progress.', next: 'Finish it or hold it first.' }),
  'person-unknown': () => ({
    text: 'This person is no longer in the files.',
    next: 'Search for their name again.',
  }),
  'card-was-charged': ({ cents }, say) => ({
    text: `The bank card was already charged ${say.money(cents)}.`,
    next: 'Finish the sale, then refund it if needed.',
  }),
  'sale-unknown': () => ({ text: 'This ticket is not in this till.', next: 'Check its number.' }),
  'birth-year-needed': () => ({
    text: 'To search by name, the year of birth is needed too.',
    next: 'Ask the person for it, or scan their card.',
  }),
  'looks-like-nir': () => ({
    text: 'This looks like a social security number: it is not kept.',
    next: 'Erase it.',
  }),
  'birth-in-future': () => ({ text: 'This date of birth is still to come.', next: 'Check the year.' }),
  'perhaps-the-same': ({ persons }) => ({
    text:
      persons.length > 1
        ? `${persons.length} people already registered look like this one.`
        : 'Somebody already registered looks like this one.',
    next: 'Check with the person before making a new file.',
  }),
  'draft-too-long': () => ({ text: 'This draft is too long to be kept.', next: 'Shorten what is typed.' }),
  'card-unreadable': () => ({
    text: 'This card number is not valid.',
    next: 'Scan the card again, or take another one.',
  }),
  'card-taken': () => ({ text: 'This card already belongs to somebody.', next: 'Take another card.' }),
  'voucher-mistyped': () => ({
    text: 'This voucher number does not add up: a digit is wrong.',
    next: 'Read it on the paper again, digit by digit.',
  }),
  'letter-needs-seller': () => ({
    text: 'A letter needs a seller or a manager.',
    next: 'Ask a colleague to check it with you.',
  }),
  'referral-refused': () => ({
    text: 'This referral cannot be accepted.',
    next: 'Read the reasons with the person and offer what comes next.',
  }),
  'renewal-refused': ({ reason }, say) => {
    // The engine's own sentence says it best.
    const speak = reasonsEn[reason.code] as (
      what: typeof reason,
      formats: typeof say,
    ) => { text: string; next: string };
    return speak(reason, say);
  },
  'approval-needed': () => ({
    text: 'This needs the approval of a manager.',
    next: 'They pick their name and type their password here.',
  }),
  'approval-refused': ({ why }) => ({ text: whyApprovalEn[why], next: 'Try again, or ask another manager.' }),
  ...behindTheDeskEn,
  ...journalEn,
  ...accountsEn,
};
