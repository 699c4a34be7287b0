import type { ReasonSentences } from '../sentence.ts';

const call = (phone: string | null): string =>
  phone ? `Offer to call the structure: ${phone}.` : 'Offer to call the structure.';

export const reasonsEn: ReasonSentences = {
  'referral-bad-signature': () => ({
    text: 'This referral code was not issued by headquarters.',
    next: 'Scan it again; if it fails, ask the structure for another one.',
  }),
  'referral-unreadable': () => ({
    text: 'This referral code cannot be read.',
    next: 'Scan it flat again, or type the number of the voucher.',
  }),
  'referral-future': ({ issuedOn }, say) => ({
    text: `This referral is dated ${say.day(issuedOn)}, a day still to come.`,
    next: 'Check the date on the paper and correct it.',
  }),
  'referral-expired': ({ expiredOn, prescriberPhone }, say) => ({
    text: `This referral expired on ${say.day(expiredOn)}.`,
    next: `${call(prescriberPhone)} They can make a new one.`,
  }),
  'referral-late': ({ expiredOn }, say) => ({
    text: `This referral expired on ${say.day(expiredOn)}, within the days of grace.`,
    next: 'You can go on.',
  }),
  'referral-used': ({ usedOn }, say) => ({
    text: usedOn
      ? `This referral was already used on ${say.day(usedOn)}.`
      : 'This referral was already used.',
    next: 'Mistyped? Read the number again. Otherwise a new referral is needed.',
  }),
  'referral-revoked': () => ({
    text: 'The structure cancelled this referral.',
    next: 'Suggest that the person asks the structure for a new one.',
  }),
  'referral-outside-booklet': () => ({
    text: 'This number is in none of the booklets of this structure.',
    next: 'Read the number on the paper again. A manager can accept it.',
  }),
  'referral-other-person': () => ({
    text: 'The initials or the year of birth are not those of the referral.',
    next: 'Check with the person that this paper is theirs.',
  }),
  'referral-under-reserve': () => ({
    text: 'Letter accepted for now: headquarters will call the structure.',
    next: 'Give the letter back to the person.',
  }),
  'letter-not-accepted': () => ({
    text: 'Letters are not accepted at the moment.',
    next: 'Ask for a numbered voucher or a code to scan.',
  }),
  'prescriber-unknown': () => ({
    text: 'This structure is not in the directory.',
    next: 'Check its name. If it is new, call headquarters.',
  }),
  'prescriber-suspended': ({ prescriberPhone }) => ({
    text: 'This structure cannot refer people at the moment.',
    next: call(prescriberPhone),
  }),
  'prescriber-other-site': ({ sites }) => ({
    text: `This structure refers people to another point: ${sites.join(', ')}.`,
    next: 'Give the person the address of that point.',
  }),
  'agreement-not-running': ({ agreementUntil, prescriberPhone }, say) => ({
    text: `The agreement of this structure ended on ${say.day(agreementUntil)}.`,
    next: `${call(prescriberPhone)} A manager can accept it.`,
  }),
  'renewal-too-many': ({ max }) => ({
    text: `The rights were already renewed ${max} times, the most allowed.`,
    next: 'A manager can accept it.',
  }),
  'renewal-too-early': ({ possibleOn }, say) => ({
    text: `Renewal is possible from ${say.day(possibleOn)}.`,
    next: 'Suggest that the person comes back on that day.',
  }),
  'person-needed': () => ({
    text: 'This product is for registered people.',
    next: "Scan the person's card or search for their name.",
  }),
  'entitlement-needed': () => ({
    text: 'This person has no rights open yet.',
    next: 'Ask for their referral, then scan it or type its number.',
  }),
  'entitlement-ended': ({ endedOn }, say) => ({
    text: `The rights ended on ${say.day(endedOn)}.`,
    next: 'A new referral renews them: scan it or type its number.',
  }),
  'entitlement-not-open': ({ opensOn }, say) => ({
    text: `The rights open on ${say.day(opensOn)}.`,
    next: 'Suggest that the person comes back on that day.',
  }),
  'walk-in': ({ dueOn }, say) => ({
    text: 'Sale without a referral: possible once only.',
    next: `The person brings a referral before ${say.day(dueOn)}.`,
  }),
  'walk-in-used': () => ({
    text: 'The sale without a referral was already used.',
    next: 'A referral from a structure is needed now.',
  }),
  'walk-in-other-family': ({ families }, say) => ({
    text: 'This product is not sold without a referral.',
    next: `Without a referral, offer only: ${families.map(say.family).join(', ')}.`,
  }),
  'quota-exceeded': ({ family, leftUnits, leftCents, renewsOn }, say) => {
    const when = renewsOn ? `Possible again on ${say.day(renewsOn)}.` : '';
    if (leftCents)
      return {
        text: `${say.shortMoney(leftCents)} of ${say.family(family)} credit is left.`,
        next: renewsOn ? `The full credit is back on ${say.day(renewsOn)}.` : 'Offer a smaller amount.',
      };
    if (leftUnits)
      return { text: `${leftUnits} left (${say.family(family)}).`, next: 'Remove what is too much.' };
    return {
      text: `Everything possible was already taken (${say.family(family)}).`,
      next: when || 'This is the most during these rights. A manager can make an exception.',
    };
  },
  'replacement-exceeded': ({ renewsOn }, say) => ({
    text: 'The replacement allowed was already made.',
    next: renewsOn ? `Possible again on ${say.day(renewsOn)}.` : 'A manager can make an exception.',
  }),
  'family-not-referred': ({ family }, say) => ({
    text: `This person's referral does not cover: ${say.family(family)}.`,
    next: 'The structure can make another referral. A manager can make an exception.',
  }),
  'no-price': () => ({
    text: 'This product has no price today.',
    next: 'Remove it and tell a manager.',
  }),
  'no-vat-rate': ({ vat }) => ({
    text: `The VAT rate “${vat}” of this product is not published for this point.`,
    next: 'Remove it and tell a manager: headquarters has to publish this rate.',
  }),
  'family-not-sold-here': ({ family }, say) => ({
    text: `This point does not sell: ${say.family(family)}.`,
    next: 'Remove the line and point the person to another place.',
  }),
  'unit-needed': () => ({
    text: 'This article is sold one by one.',
    next: 'Scan its code to go on.',
  }),
  'unit-already-sold': ({ soldOn }, say) => ({
    text: soldOn ? `This article was already sold on ${say.day(soldOn)}.` : 'This article was already sold.',
    next: 'Take another one and put this one aside for a manager.',
  }),
  'unit-blocked': () => ({
    text: 'This article is blocked: it is faulty or came back.',
    next: 'Take another one.',
  }),
  'unit-written-off': () => ({
    text: 'This article was taken out of stock.',
    next: 'Take another one and tell a manager.',
  }),
  'unit-elsewhere': () => ({
    text: 'This article belongs to the stock of another point.',
    next: 'Take another one and tell a manager.',
  }),
  'unit-not-tested': () => ({
    text: 'This device is not yet noted as tested and wiped.',
    next: 'Take another one. A manager can note it in Stock.',
  }),
  'unit-twice': () => ({
    text: 'This article is already in the basket.',
    next: 'Remove one of the two lines.',
  }),
  'unit-other-product': () => ({
    text: 'This article is another product than the one chosen.',
    next: 'Remove the line and scan the article again.',
  }),
  'unit-unknown': () => ({
    text: 'This article was not received here: it will be noted as received at the sale.',
    next: 'You can sell it.',
  }),
  'out-of-stock': () => ({
    text: 'According to the stock there is none left.',
    next: 'If you have it in hand, you can sell it.',
  }),
  overridden: ({ approver }) => ({
    text: `Exception accepted by ${approver}.`,
    next: 'You can go on.',
  }),
};
