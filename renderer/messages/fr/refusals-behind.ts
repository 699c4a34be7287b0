import type { RefusalSentences } from '../sentence.ts';

/** Refusals of what is done beside selling: returns, stock, team, closing, exchange with headquarters. */
export const behindTheDeskFr = {
  'return-line-unknown': () => ({
    text: 'Cette ligne n’est pas sur ce ticket.',
    next: 'Choisissez une ligne du ticket.',
  }),
  'return-too-many': ({ left }) => ({
    text: left > 0 ? `Il n’en reste que ${left} à rendre sur ce ticket.` : 'Cet article a déjà été rendu.',
    next: 'Vérifiez les remboursements déjà faits.',
  }),
  'return-never': ({ label }) => ({
    text: `« ${label} » ne se rembourse pas et ne s’échange pas.`,
    next: 'Expliquez-le à la personne ; un responsable peut faire une exception.',
  }),
  'return-only-unopened': ({ label }) => ({
    text: `« ${label} » se reprend seulement neuf, non ouvert.`,
    next: 'Vérifiez l’emballage ; un responsable peut faire une exception.',
  }),
  'return-only-faulty': ({ label }) => ({
    text: `« ${label} » se reprend seulement en panne.`,
    next: 'Essayez-le avec la personne ; un responsable peut faire une exception.',
  }),
  'return-only-exchange': ({ label }) => ({
    text: `« ${label} » s’échange, mais ne se rembourse pas.`,
    next: 'Choisissez « Échanger ».',
  }),
  'return-only-refund': ({ label }) => ({
    text: `« ${label} » se rembourse, mais ne s’échange pas.`,
    next: 'Choisissez « Rembourser ».',
  }),
  'exchange-unit-needed': () => ({
    text: 'Il manque l’article donné en échange.',
    next: 'Scannez le code de l’article neuf.',
  }),
  'exchange-unit-refused': ({ text }) => ({
    text: `L’article ${text} ne peut pas être donné en échange.`,
    next: 'Prenez-en un autre du même produit.',
  }),
  'tenders-do-not-match': ({ totalCents }, say) => ({
    text: `Les règlements ne font pas ${say.money(totalCents)}.`,
    next: 'Corrigez les montants.',
  }),
  'other-till': ({ till }) => ({
    text: `Cette vente a été encaissée par la caisse ${till} : l’argent est dans son tiroir, pas dans celui-ci.`,
    next: `Faites la même correction à la caisse ${till}.`,
  }),
  'nothing-changes': () => ({ text: 'Rien ne change.', next: 'Modifiez quelque chose, ou revenez.' }),
  'entitlement-unknown': () => ({
    text: 'Ces droits sont introuvables.',
    next: 'Rouvrez la fiche de la personne.',
  }),
  'entitlement-used': () => ({
    text: 'Des achats ont déjà été faits avec ces droits.',
    next: 'Demandez à un responsable.',
  }),
  'amount-needed': () => ({ text: 'Le montant manque.', next: 'Tapez un montant plus grand que zéro.' }),
  'more-than-in-drawer': () => ({
    text: 'Il n’y a pas autant d’argent dans le tiroir.',
    next: 'Vérifiez le montant.',
  }),
  'no-printer': () => ({
    text: 'Aucune imprimante n’est choisie.',
    next: 'Choisissez-en une dans Périphériques. En attendant, le tiroir s’ouvre avec sa clé et une feuille s’enregistre en PDF.',
  }),
  'job-unknown': () => ({
    text: 'Cette impression n’est plus dans la file.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'product-not-by-unit': () => ({
    text: 'Ce produit se compte, il n’a pas de numéro.',
    next: 'Tapez une quantité.',
  }),
  'product-by-unit': () => ({
    text: 'Chaque article de ce produit a son numéro.',
    next: 'Scannez chaque article.',
  }),
  'unit-unreadable': () => ({
    text: 'Ce code n’est pas celui d’un article.',
    next: 'Rescannez-le, ou vérifiez le produit choisi.',
  }),
  'unit-to-confirm': ({ text }) => ({
    text: `Le numéro ${text} ne peut pas être vérifié.`,
    next: 'Comparez-le à ce qui est imprimé, puis confirmez.',
  }),
  'unit-already-here': () => ({ text: 'Cet article est déjà dans le stock.', next: 'Passez au suivant.' }),
  'unit-unknown': () => ({ text: 'Cet article n’est pas dans le stock.', next: 'Vérifiez son code.' }),
  'unit-sold': () => ({
    text: 'Cet article a été vendu.',
    next: 'S’il est revenu, passez par Rembourser ou échanger.',
  }),
  'range-refused': () => ({
    text: 'Cette suite de numéros ne tient pas : le premier et le dernier ne vont pas ensemble.',
    next: 'Rescannez le premier et le dernier numéro de la boîte.',
  }),
  'not-that-many': ({ available }) => ({
    text: `Il n’y en a que ${available} en stock.`,
    next: 'Baissez la quantité.',
  }),
  'name-taken': () => ({
    text: 'Ce nom est déjà pris dans l’équipe.',
    next: 'Ajoutez une lettre ou un prénom.',
  }),
  'operator-unknown': () => ({
    text: 'Cet équipier n’est plus dans l’équipe.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'last-manager': () => ({
    text: 'C’est le dernier responsable de ce point.',
    next: 'Nommez d’abord un autre responsable.',
  }),
  'not-yourself': () => ({
    text: 'On ne peut pas se retirer soi-même.',
    next: 'Demandez à un autre responsable.',
  }),
  'count-empty': () => ({
    text: 'Rien n’a été compté.',
    next: 'Comptez les billets et les pièces ; tapez 0 s’il n’y en a pas.',
  }),
  'reason-needed': () => ({
    text: 'La différence n’est pas expliquée.',
    next: 'Choisissez une raison, même « Je ne sais pas ».',
  }),
  'float-above-count': ({ countedCents }, say) => ({
    text: `Le fond laissé dépasse ce qui a été compté : ${say.money(countedCents)}.`,
    next: 'Laissez moins dans le tiroir.',
  }),
  'payment-in-progress': () => ({
    text: 'Un paiement est en cours.',
    next: 'Finissez-le ou revenez au panier d’abord.',
  }),
  'no-headquarters': () => ({
    text: 'Aucun siège n’est relié à cette caisse.',
    next: 'Les journées restent gardées ici ; copiez-les sur une clé USB.',
  }),
  'batch-unknown': () => ({
    text: 'Cette journée est introuvable.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'batch-deleted': () => ({
    text: 'Le fichier de cette journée a été effacé après l’accord du siège.',
    next: 'Il n’y a plus rien à envoyer.',
  }),
  'answer-unreadable': () => ({
    text: 'Ce fichier n’est pas une réponse du siège.',
    next: 'Choisissez le fichier reçu du siège.',
  }),
  'answer-bad-signature': () => ({
    text: 'La signature de ce fichier n’est pas celle du siège.',
    next: 'Ne l’utilisez pas et prévenez le siège.',
  }),
  'answer-other-till': () => ({
    text: 'Cette réponse est pour une autre caisse.',
    next: 'Portez-la à la bonne caisse.',
  }),
} satisfies Partial<RefusalSentences>;
