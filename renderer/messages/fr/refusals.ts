import type { NeededRole } from '#domain/roles.ts';
import { day } from '#domain/time.ts';
import type { RefusalSentences } from '../sentence.ts';
import { accountsFr } from './refusals-money.ts';
import { behindTheDeskFr } from './refusals-behind.ts';
import { journalFr } from './refusals-journal.ts';
import { reasonsFr } from './reasons.ts';

const roleFr: Readonly<Record<NeededRole, string>> = {
  nobody: 'personne',
  trainee: 'équipier en formation',
  seller: 'vendeur',
  manager: 'responsable',
  admin: 'administrateur',
};

const whyApprovalFr = {
  'wrong-password': "Ce n'est pas le mot de passe de ce responsable.",
  'not-a-manager': "Cette personne n'est pas responsable.",
  stopped: 'Ce responsable ne peut plus se connecter.',
};

const damaged = {
  iccid: 'Ce numéro de carte SIM',
  imei: 'Ce numéro de téléphone (IMEI)',
  product: 'Ce code-barres de produit',
  'member-card': 'Ce numéro de carte d’inscrit',
  voucher: 'Ce numéro de bon',
  unknown: 'Ce code',
} as const;

export const refusalsFr: RefusalSentences = {
  'not-signed-in': () => ({ text: "Personne n'est connecté à cette caisse.", next: 'Connectez-vous.' }),
  locked: () => ({ text: 'La caisse est verrouillée.', next: 'Tapez votre code ou votre mot de passe.' }),
  'password-to-change': () => ({
    text: 'Votre mot de passe est encore celui qu’on vous a donné.',
    next: 'Choisissez d’abord le vôtre.',
  }),
  'role-too-low': ({ needed }) => ({
    text: `Ce geste est réservé : ${roleFr[needed]}.`,
    next: 'Demandez à une personne qui a ce rôle.',
  }),
  'bad-input': () => ({
    text: "Quelque chose n'est pas rempli comme il faut.",
    next: 'Relisez ce qui est tapé et corrigez.',
  }),
  'disk-full': () => ({
    text: "Le disque de l'ordinateur est plein : rien n'a été enregistré.",
    next: 'Libérez de la place, puis recommencez. Prévenez un responsable.',
  }),
  broken: ({ incident }) => ({
    text: 'Un problème imprévu est arrivé. Rien de ce qui était validé n’est perdu.',
    next: `Recommencez. Si cela revient, donnez ce numéro à un responsable : ${incident}.`,
  }),
  'already-set-up': () => ({
    text: 'Cette caisse est déjà installée.',
    next: 'Continuez avec la connexion.',
  }),
  'not-set-up': () => ({
    text: "Cette caisse n'est pas encore installée.",
    next: "Tapez d'abord le code d'installation donné par le siège.",
  }),
  'enrolment-code-unreadable': () => ({
    text: "Ce code d'installation est incomplet ou mal recopié.",
    next: 'Copiez-le en entier depuis le message du siège.',
  }),
  'enrolment-code-refused': () => ({
    text: "Le siège n'accepte pas ce code : il a déjà servi ou il a expiré.",
    next: 'Demandez un nouveau code au siège.',
  }),
  'other-site': ({ site }) => ({
    text: `Ce code est celui d’un autre point d’accueil (${site}) : sa caisse ne peut pas être ici.`,
    next: 'Demandez au siège un code pour ce point.',
  }),
  'till-exists': ({ till }) => ({
    text: `La caisse ${till} est déjà dans ce point.`,
    next: 'Demandez au siège un code pour un numéro de caisse qui n’a pas servi.',
  }),
  'headquarters-unreachable': (refusal) => ({
    text: 'Le siège ne répond pas : le réseau est peut-être coupé.',
    // Only sending says how it failed; a till that is being set up cannot go on without headquarters.
    next:
      'detail' in refusal
        ? 'Vérifiez la connexion Internet, puis réessayez. La caisse peut continuer sans.'
        : 'Vérifiez l’adresse du siège et la connexion Internet, puis réessayez.',
  }),
  'headquarters-not-https': () => ({
    text: 'Cette adresse ne convient pas : celle du siège commence par https://.',
    next: 'Recopiez-la en entier depuis le message du siège. Avec http://, seul un siège sur cet ordinateur répond.',
  }),
  'headquarters-not-recognised': () => ({
    text: "Le serveur qui répond n'est pas le siège.",
    next: "N'allez pas plus loin et prévenez le siège.",
  }),
  'team-exists': () => ({
    text: "L'équipe a déjà une première personne.",
    next: 'Connectez-vous avec son nom, ou demandez-lui de vous ajouter.',
  }),
  'password-too-weak': () => ({
    text: 'Ce mot de passe est trop facile à deviner.',
    next: 'Prenez au moins 8 signes, avec des minuscules, des majuscules et des chiffres.',
  }),
  'password-expired': () => ({
    text: 'Ce mot de passe doit être changé.',
    next: 'Demandez à un responsable de vous en donner un nouveau.',
  }),
  'wrong-password': ({ triesLeft }) => ({
    text: "Ce n'est pas le bon mot de passe.",
    next:
      triesLeft > 0
        ? `Réessayez : encore ${triesLeft} ${triesLeft > 1 ? 'essais' : 'essai'}. Vérifiez la touche majuscules.`
        : 'Attendez un peu avant de réessayer, ou demandez à un responsable.',
  }),
  throttled: ({ waitSeconds }) => ({
    text: "Trop d'essais de suite.",
    next: `Attendez ${waitSeconds} secondes, puis réessayez.`,
  }),
  'operator-stopped': () => ({
    text: 'Cet équipier ne peut plus se connecter.',
    next: 'Demandez à un responsable.',
  }),
  'somebody-signed-in': () => ({
    text: "Quelqu'un est déjà connecté à cette caisse.",
    next: 'Choisissez « Changer d’équipier ».',
  }),
  'pin-tries-used': () => ({
    text: 'Trois codes faux : le code court est bloqué.',
    next: 'Tapez votre mot de passe complet.',
  }),
  'session-open': () => ({ text: 'La caisse est déjà ouverte.', next: 'Vous pouvez vendre.' }),
  'day-in-future': () => ({
    text: "Cette date n'est pas encore venue.",
    next: "Vérifiez la date et l'heure de l'ordinateur.",
  }),
  'day-before-last': ({ lastBusinessDay }, say) => ({
    text: `La dernière journée enregistrée est le ${say.day(lastBusinessDay)} : une journée plus ancienne ne peut plus être ouverte.`,
    next: "Vérifiez la date de l'ordinateur.",
  }),
  'day-needs-confirmation': ({ lastBusinessDay }, say) => ({
    text: `La dernière journée enregistrée est le ${say.day(lastBusinessDay)}.`,
    next: 'Confirmez la date du jour avant d’ouvrir.',
  }),
  'scan-unknown': ({ text }) => ({
    text: `Code non reconnu : ${text}.`,
    next: 'Rescannez, ou cherchez le produit par son nom.',
  }),
  'scan-damaged': ({ what, text }) => {
    if (what === 'link')
      return {
        text: 'Ce code ouvre un site internet : ce n’est pas un article.',
        next: 'Scannez l’étiquette collée sur l’appareil, ou tapez son numéro.',
      };
    if (what === 'nir')
      return {
        text: 'C’est un numéro de sécurité sociale : la caisse ne le lit pas et n’en garde rien.',
        next: 'Scannez la carte d’inscrit, ou cherchez la personne par son nom.',
      };
    return {
      text: `${damaged[what]} a été mal lu : ${text}.`,
      next: 'Rescannez-le bien à plat, ou tapez-le.',
    };
  },
  'product-unknown': (refusal) => ({
    text: `Ce produit n'est pas dans le catalogue${'text' in refusal ? ` : ${refusal.text}` : ''}.`,
    next: 'Mettez-le de côté et prévenez un responsable.',
  }),
  'ticket-unknown': ({ number }) => ({
    text: `Le ticket ${number} n'est pas dans cette caisse.`,
    next: 'Vérifiez le numéro imprimé en bas du ticket.',
  }),
  'ticket-elsewhere': ({ number, site }) => ({
    text: `Le ticket ${number} vient d'un autre point : ${site}.`,
    next: 'Indiquez à la personne l’adresse de ce point.',
  }),
  'card-unknown': ({ card }) => ({
    text: `La carte ${card} n'est pas connue ici.`,
    next: 'Cherchez la personne par son nom, ou inscrivez-la.',
  }),
  'card-replaced': ({ card }) => ({
    text: `La carte ${card} n'ouvre plus rien : une autre a été donnée à sa place.`,
    next: 'Demandez la nouvelle carte, ou cherchez la personne par son nom.',
  }),
  'no-session': () => ({
    text: "La caisse n'est pas ouverte.",
    next: 'Comptez le fond de caisse et ouvrez-la.',
  }),
  'session-stale': ({ businessDay }, say) => ({
    text: `La caisse du ${say.day(day(businessDay))} est restée ouverte.`,
    next: 'Fermez-la d’abord, puis ouvrez celle d’aujourd’hui.',
  }),
  'units-end-so': ({ text, count }) => ({
    text: `${count} articles en stock finissent par ${text}.`,
    next: 'Tapez quelques chiffres de plus.',
  }),
  'basket-locked': () => ({
    text: 'Le panier est bloqué pendant le paiement.',
    next: 'Revenez au panier pour le changer.',
  }),
  'line-unknown': () => ({
    text: "Cette ligne n'est plus dans le panier.",
    next: 'Regardez le panier : il a changé.',
  }),
  'scan-the-unit': ({ label }) => ({
    text: `Chaque article « ${label} » a son numéro.`,
    next: 'Scannez le code de l’article que vous donnez.',
  }),
  'cash-far-above': ({ givenCents, changeCents }, say) => ({
    text: `${say.money(givenCents)} en espèces, et ${say.money(changeCents)} à rendre : est-ce bien ce qui a été donné ?`,
    next: 'Corrigez le montant, ou confirmez-le.',
  }),
  'not-enough-tendered': ({ missingCents }, say) => ({
    text: `Il manque ${say.money(missingCents)}.`,
    next: 'Complétez le paiement.',
  }),
  'too-much-without-cash': ({ excessCents }, say) => ({
    text: `Il y a ${say.money(excessCents)} de trop : seules les espèces se rendent.`,
    next: 'Baissez le montant par carte ou par structure.',
  }),
  'nothing-to-pay': () => ({ text: "Il n'y a rien à payer.", next: 'Validez la vente.' }),
  'commitment-needed': () => ({
    text: 'Le numéro de la prise en charge manque.',
    next: 'Recopiez le numéro écrit sur le papier de la structure.',
  }),
  'lines-refused': ({ count }) => ({
    text: count > 1 ? `${count} lignes ne peuvent pas être vendues.` : 'Une ligne ne peut pas être vendue.',
    next: 'Retirez-les ou suivez ce que dit chaque ligne.',
  }),
  'basket-empty': () => ({ text: 'Le panier est vide.', next: 'Scannez ou choisissez un produit.' }),
  'sale-already-finished': ({ number }) => ({
    text: `Cette vente est déjà payée : ticket ${number}.`,
    next: 'Rien n’a été compté deux fois. Passez à la suite.',
  }),
  'total-changed': ({ totalCents }, say) => ({
    text: `Le total a changé : ${say.money(totalCents)} maintenant.`,
    next: 'Vérifiez le panier avec la personne, puis encaissez.',
  }),
  'basket-unknown': () => ({
    text: "Ce panier n'existe plus.",
    next: 'Regardez la liste des ventes en attente.',
  }),
  'basket-in-use': () => ({
    text: 'Une vente est déjà en cours.',
    next: 'Finissez-la ou mettez-la en attente d’abord.',
  }),
  'person-unknown': () => ({
    text: "Cette personne n'est plus dans les fiches.",
    next: 'Cherchez-la de nouveau par son nom.',
  }),
  'card-was-charged': ({ cents }, say) => ({
    text: `La carte bancaire a déjà été débitée de ${say.money(cents)}.`,
    next: 'Finissez la vente, puis remboursez-la si besoin.',
  }),
  'sale-unknown': () => ({
    text: 'Ce ticket est introuvable dans cette caisse.',
    next: 'Vérifiez son numéro.',
  }),
  'birth-year-needed': () => ({
    text: 'Pour chercher par nom, il faut aussi l’année de naissance.',
    next: 'Demandez-la à la personne, ou scannez sa carte.',
  }),
  'looks-like-nir': () => ({
    text: 'Cela ressemble à un numéro de sécurité sociale : on ne le garde pas.',
    next: 'Effacez-le.',
  }),
  'birth-in-future': () => ({
    text: 'Cette date de naissance n’est pas encore venue.',
    next: 'Vérifiez l’année.',
  }),
  'perhaps-the-same': ({ persons }) => ({
    text:
      persons.length > 1
        ? `${persons.length} personnes déjà inscrites ressemblent à celle-ci.`
        : 'Une personne déjà inscrite ressemble à celle-ci.',
    next: 'Vérifiez avec elle avant de créer une nouvelle fiche.',
  }),
  'draft-too-long': () => ({
    text: 'Ce brouillon est trop long pour être gardé.',
    next: 'Raccourcissez ce qui est tapé.',
  }),
  'card-unreadable': () => ({
    text: 'Ce numéro de carte n’est pas valable.',
    next: 'Rescannez la carte, ou prenez-en une autre.',
  }),
  'card-taken': () => ({ text: 'Cette carte appartient déjà à quelqu’un.', next: 'Prenez une autre carte.' }),
  'voucher-mistyped': () => ({
    text: 'Ce numéro de bon ne tombe pas juste : un chiffre est faux.',
    next: 'Relisez-le sur le papier, chiffre par chiffre.',
  }),
  'letter-needs-seller': () => ({
    text: 'Une lettre demande un vendeur ou un responsable.',
    next: 'Demandez à un collègue de la vérifier avec vous.',
  }),
  'referral-refused': () => ({
    text: 'Cette orientation ne peut pas être acceptée.',
    next: 'Lisez les raisons avec la personne et proposez la suite.',
  }),
  'renewal-refused': ({ reason }, say) => {
    // The engine's own sentence says it best.
    const speak = reasonsFr[reason.code] as (
      what: typeof reason,
      formats: typeof say,
    ) => { text: string; next: string };
    return speak(reason, say);
  },
  'approval-needed': () => ({
    text: 'Ce geste demande l’accord d’un responsable.',
    next: 'Il choisit son nom et tape son mot de passe ici.',
  }),
  'approval-refused': ({ why }) => ({
    text: whyApprovalFr[why],
    next: 'Recommencez, ou demandez à un autre responsable.',
  }),
  ...behindTheDeskFr,
  ...journalFr,
  ...accountsFr,
};
