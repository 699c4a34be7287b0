import type { RefusalSentences } from '../sentence.ts';

/** Refusals of past closings, of money on its way to the bank, of what structures owe, and of late corrections. */
export const accountsFr = {
  'closing-unknown': () => ({
    text: 'Cette clôture est introuvable sur cette caisse.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'envelope-unknown': () => ({
    text: 'Une de ces enveloppes n’est pas connue de cette caisse.',
    next: 'Revenez à la liste et cochez de nouveau.',
  }),
  'envelope-deposited': () => ({
    text: 'Une de ces enveloppes est déjà dans un autre dépôt.',
    next: 'Revenez à la liste : elle n’y est plus. Rien n’a été compté deux fois.',
  }),
  'deposit-unknown': () => ({
    text: 'Ce dépôt est introuvable.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'deposit-credited': () => ({
    text: 'Ce dépôt est déjà noté vu sur le relevé.',
    next: 'Il n’y a plus rien à faire : passez au suivant.',
  }),
  'nothing-to-claim': () => ({
    text: 'Cette structure n’a rien à payer pour l’instant.',
    next: 'Revenez après la prochaine vente qu’elle prend en charge.',
  }),
  'statement-unknown': () => ({
    text: 'Ce relevé est introuvable.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'statement-settled': () => ({
    text: 'Ce relevé est déjà noté payé.',
    next: 'Il n’y a plus rien à faire : passez au suivant.',
  }),
  'unit-needed-back': ({ label }) => ({
    text: `Il manque le numéro de l’article rendu : « ${label} ».`,
    next: 'Scannez-le, ou tapez son numéro.',
  }),
  'unit-never-sold': ({ text }) => ({
    text: `L’article ${text} est dans le stock de ce point : il n’a jamais été vendu.`,
    next: 'Vérifiez que vous avez scanné l’article rendu, et non un article du stock.',
  }),
  'ticket-is-known': ({ number }) => ({
    text: `Cet article a été vendu ici : c’est le ticket ${number}.`,
    next: 'Ouvrez ce ticket et faites le retour à partir de lui.',
  }),
  'no-price-today': ({ label }) => ({
    text: `« ${label} » n’a pas de prix aujourd’hui : on ne sait pas combien rendre.`,
    next: 'Retrouvez le ticket, ou demandez au siège.',
  }),
  'day-before-deposit': ({ depositedOn }, say) => ({
    text: `Ce dépôt est parti le ${say.day(depositedOn)} : la banque ne l’a pas compté avant.`,
    next: 'Relisez le jour sur le relevé, et corrigez-le.',
  }),
  'price-not-lower': ({ unitPriceCents }, say) => ({
    text: `Le prix payé est de ${say.money(unitPriceCents)} : seul un prix plus bas peut se corriger.`,
    next: 'Tapez un prix plus bas, ou revenez.',
  }),
} satisfies Partial<RefusalSentences>;
