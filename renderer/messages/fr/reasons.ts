import type { ReasonSentences } from '../sentence.ts';

const call = (phone: string | null): string =>
  phone ? `Proposez d'appeler la structure : ${phone}.` : "Proposez d'appeler la structure.";

export const reasonsFr: ReasonSentences = {
  'referral-bad-signature': () => ({
    text: "Ce code d'orientation n'a pas été émis par le siège.",
    next: 'Rescannez-le ; sinon, demandez à la structure un autre code.',
  }),
  'referral-unreadable': () => ({
    text: "Ce code d'orientation est illisible.",
    next: 'Rescannez-le bien à plat, ou tapez le numéro du bon.',
  }),
  'referral-future': ({ issuedOn }, say) => ({
    text: `Cette orientation est datée du ${say.day(issuedOn)}, un jour qui n'est pas encore venu.`,
    next: 'Vérifiez la date écrite sur le papier et corrigez-la.',
  }),
  'referral-expired': ({ expiredOn, prescriberPhone }, say) => ({
    text: `Cette orientation a expiré le ${say.day(expiredOn)}.`,
    next: `${call(prescriberPhone)} Elle peut en faire une nouvelle.`,
  }),
  'referral-late': ({ expiredOn }, say) => ({
    text: `Cette orientation a expiré le ${say.day(expiredOn)}, mais le délai de tolérance court encore.`,
    next: 'Vous pouvez continuer.',
  }),
  'referral-used': ({ usedOn }, say) => ({
    text: usedOn
      ? `Cette orientation a déjà servi le ${say.day(usedOn)}.`
      : 'Cette orientation a déjà servi.',
    next: 'Numéro mal tapé ? Relisez-le. Sinon, une nouvelle orientation est nécessaire.',
  }),
  'referral-revoked': () => ({
    text: 'La structure a annulé cette orientation.',
    next: "Proposez à la personne d'en demander une nouvelle à sa structure.",
  }),
  'referral-outside-booklet': () => ({
    text: "Ce numéro n'est dans aucun carnet de cette structure.",
    next: 'Relisez le numéro sur le papier. Un responsable peut accepter.',
  }),
  'referral-other-person': () => ({
    text: "Les initiales ou l'année de naissance ne sont pas celles de l'orientation.",
    next: 'Vérifiez avec la personne que ce papier est bien le sien.',
  }),
  'referral-under-reserve': () => ({
    text: 'Lettre acceptée sous réserve : le siège appellera la structure.',
    next: 'Rendez la lettre à la personne.',
  }),
  'letter-not-accepted': () => ({
    text: 'Les lettres ne sont pas acceptées en ce moment.',
    next: 'Demandez un bon numéroté ou un code à scanner.',
  }),
  'prescriber-unknown': () => ({
    text: "Cette structure n'est pas dans l'annuaire.",
    next: "Vérifiez son nom. Si c'est une nouvelle structure, appelez le siège.",
  }),
  'prescriber-suspended': ({ prescriberPhone }) => ({
    text: 'Cette structure ne peut plus orienter en ce moment.',
    next: call(prescriberPhone),
  }),
  'prescriber-other-site': ({ sites }) => ({
    text: `Cette structure oriente vers un autre point : ${sites.join(', ')}.`,
    next: "Indiquez à la personne l'adresse de ce point.",
  }),
  'agreement-not-running': ({ agreementUntil, prescriberPhone }, say) => ({
    text: `La convention de cette structure s'est arrêtée le ${say.day(agreementUntil)}.`,
    next: `${call(prescriberPhone)} Un responsable peut accepter.`,
  }),
  'renewal-too-many': ({ max }) => ({
    text: `Les droits ont déjà été renouvelés ${max} fois, le maximum.`,
    next: 'Un responsable peut accepter.',
  }),
  'renewal-too-early': ({ possibleOn }, say) => ({
    text: `Le renouvellement sera possible à partir du ${say.day(possibleOn)}.`,
    next: 'Proposez à la personne de revenir à cette date.',
  }),
  'person-needed': () => ({
    text: 'Ce produit est réservé aux personnes inscrites.',
    next: 'Scannez la carte de la personne ou cherchez son nom.',
  }),
  'entitlement-needed': () => ({
    text: "Cette personne n'a pas encore de droits ouverts.",
    next: 'Demandez-lui son orientation, puis scannez-la ou tapez son numéro.',
  }),
  'entitlement-ended': ({ endedOn }, say) => ({
    text: `Les droits se sont terminés le ${say.day(endedOn)}.`,
    next: 'Une nouvelle orientation les renouvelle : scannez-la ou tapez son numéro.',
  }),
  'entitlement-not-open': ({ opensOn }, say) => ({
    text: `Les droits s'ouvriront le ${say.day(opensOn)}.`,
    next: 'Proposez à la personne de revenir à cette date.',
  }),
  'walk-in': ({ dueOn }, say) => ({
    text: `Vente sans orientation : possible une seule fois.`,
    next: `La personne doit apporter son orientation avant le ${say.day(dueOn)}.`,
  }),
  'walk-in-used': () => ({
    text: 'La vente sans orientation a déjà servi.',
    next: "Il faut maintenant l'orientation d'une structure.",
  }),
  'walk-in-other-family': ({ families }, say) => ({
    text: 'Ce produit ne se vend pas sans orientation.',
    next: `Sans orientation, proposez seulement : ${families.map(say.family).join(', ')}.`,
  }),
  'quota-exceeded': ({ family, leftUnits, leftCents, renewsOn }, say) => {
    const when = renewsOn ? `De nouveau possible le ${say.day(renewsOn)}.` : '';
    if (leftCents)
      return {
        text: `Il reste ${say.shortMoney(leftCents)} de crédit ${say.family(family)}.`,
        next: renewsOn
          ? `Le crédit complet revient le ${say.day(renewsOn)}.`
          : 'Proposez un montant plus petit.',
      };
    if (leftUnits)
      return { text: `Il en reste ${leftUnits} (${say.family(family)}).`, next: 'Retirez le surplus.' };
    return {
      text: `Tout ce qui était possible est déjà pris (${say.family(family)}).`,
      next: when || "C'est le maximum pendant ces droits. Un responsable peut faire une exception.",
    };
  },
  'replacement-exceeded': ({ renewsOn }, say) => ({
    text: 'Le remplacement possible a déjà été fait.',
    next: renewsOn
      ? `De nouveau possible le ${say.day(renewsOn)}.`
      : 'Un responsable peut faire une exception.',
  }),
  'family-not-referred': ({ family }, say) => ({
    text: `L'orientation de cette personne ne couvre pas : ${say.family(family)}.`,
    next: 'Sa structure peut faire une autre orientation. Un responsable peut faire une exception.',
  }),
  'no-price': () => ({
    text: "Ce produit n'a pas de prix aujourd'hui.",
    next: 'Retirez-le et prévenez un responsable.',
  }),
  'no-vat-rate': ({ vat }) => ({
    text: `Le taux de TVA « ${vat} » de ce produit n'est pas publié pour ce point.`,
    next: 'Retirez-le et prévenez un responsable : le siège doit publier ce taux.',
  }),
  'family-not-sold-here': ({ family }, say) => ({
    text: `Ce point ne vend pas : ${say.family(family)}.`,
    next: 'Retirez la ligne et indiquez un autre point à la personne.',
  }),
  'unit-needed': () => ({
    text: 'Chacun de ces articles a son numéro.',
    next: 'Scannez son code pour continuer.',
  }),
  'unit-already-sold': ({ soldOn }, say) => ({
    text: soldOn ? `Cet article a déjà été vendu le ${say.day(soldOn)}.` : 'Cet article a déjà été vendu.',
    next: 'Prenez-en un autre et mettez celui-ci de côté pour un responsable.',
  }),
  'unit-blocked': () => ({
    text: 'Cet article est bloqué : il est en panne ou revenu.',
    next: 'Prenez-en un autre.',
  }),
  'unit-written-off': () => ({
    text: 'Cet article a été sorti du stock.',
    next: 'Prenez-en un autre et prévenez un responsable.',
  }),
  'unit-elsewhere': () => ({
    text: "Cet article appartient au stock d'un autre point.",
    next: 'Prenez-en un autre et prévenez un responsable.',
  }),
  'unit-not-tested': () => ({
    text: "Cet appareil n'est pas encore noté comme testé et effacé.",
    next: 'Prenez-en un autre. Un responsable peut le noter dans Stock.',
  }),
  'unit-twice': () => ({
    text: 'Cet article est déjà dans le panier.',
    next: 'Retirez une des deux lignes.',
  }),
  'unit-other-product': () => ({
    text: 'Cet article est un autre produit que celui choisi.',
    next: 'Retirez la ligne et scannez de nouveau l’article.',
  }),
  'unit-unknown': () => ({
    text: "Cet article n'a pas été reçu ici : il sera noté « reçu à la vente ».",
    next: 'Vous pouvez le vendre.',
  }),
  'out-of-stock': () => ({
    text: "Le stock indique qu'il n'y en a plus.",
    next: "Si vous l'avez en main, vous pouvez le vendre.",
  }),
  overridden: ({ approver }) => ({
    text: `Exception acceptée par ${approver}.`,
    next: 'Vous pouvez continuer.',
  }),
};
