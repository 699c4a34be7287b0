import type { Chain, RecordDefect } from '#domain/journal.ts';
import type { CallSentences, DefectSaid, DefectSentences } from '../defect-sentence.ts';

const of: Readonly<Record<Chain, string>> = {
  sale: 'de vente',
  closing: 'de fermeture',
  copy: 'de duplicata',
  event: 'du journal technique',
};

const whyChanged: Readonly<Record<RecordDefect, string>> = {
  'not-canonical': 'il n’est plus écrit comme la caisse l’écrit',
  'wrong-hash': 'son contenu ne va plus avec son empreinte',
  'wrong-signature': 'sa signature n’est pas celle de cette caisse',
  'wrong-sequence': 'son numéro ne suit pas celui d’avant',
  'broken-link': 'il ne se rattache plus à celui d’avant',
  'wrong-chain': 'il est rangé à une place qui n’est pas la sienne',
};

const setTheClock =
  'Si l’heure de l’ordinateur est fausse : clic droit sur l’heure en bas de l’écran, « Régler la date et l’heure », puis « Régler l’heure automatiquement ».';

/** What the till noticed about its own record: calm, without blaming anybody. */
export const defectsFr: DefectSentences = {
  'records-missing': ({ source, chain, expectedSeq, foundSeq }, say) => {
    const count = expectedSeq - foundSeq;
    const missing =
      count > 1
        ? `Les ${say.number(count)} derniers enregistrements ${of[chain]} manquent`
        : `Le dernier enregistrement ${of[chain]} manque`;
    const again = chain === 'sale' ? 'Ne refaites pas ces ventes. ' : '';
    return {
      text: `${missing} : la base a été remplacée par une plus ancienne, ou sa fin a été coupée.`,
      why:
        source === 'headquarters'
          ? 'Le siège les avait reçus : il en garde une copie, et rien n’est perdu chez lui.'
          : 'Le fichier témoin, à côté de la base, s’en souvient. Sans eux, les totaux de la caisse sont incomplets.',
      next: `${again}Si une sauvegarde vient d’être restaurée, c’est normal : dites-le au siège.`,
      call: 'now',
    };
  },
  'records-replaced': ({ source, chain, seq }, say) => ({
    text: `L’enregistrement ${of[chain]} numéro ${say.number(seq)} n’est plus celui dont ${
      source === 'headquarters' ? 'le siège' : 'le fichier témoin, à côté de la base,'
    } se souvient.`,
    why: 'Deux suites différentes ont été écrites pour la même caisse : souvent une ancienne base a été remise, puis on a vendu dessus.',
    next: 'N’effacez rien et ne restaurez rien : le siège doit comparer les deux.',
    call: 'now',
  }),
  'record-changed': ({ chain, seq, businessDay, why }, say) => ({
    text: `L’enregistrement ${of[chain]} numéro ${say.number(seq)}, du ${say.day(businessDay)}, n’est plus comme il a été écrit : ${whyChanged[why]}.`,
    why: 'Un enregistrement ne doit jamais changer. Cela arrive aussi quand un disque s’use.',
    next: 'N’effacez rien. Gardez vos tickets papier de ce jour-là, s’il y en a.',
    call: 'now',
  }),
  'sale-row-changed': ({ number, businessDay }, say) => ({
    text: `Le ticket ${number}, du ${say.day(businessDay)}, n’est pas le même dans la liste des ventes et dans l’enregistrement signé.`,
    why: 'L’enregistrement signé fait foi : c’est lui que le siège reçoit et que les totaux comptent.',
    next: 'Ne corrigez pas ce ticket et ne le remboursez pas avant d’avoir appelé.',
    call: 'now',
  }),
  'usage-changed': ({ number, businessDay }, say) => ({
    text:
      number === null || businessDay === null
        ? 'Des prises étaient comptées qu’aucune vente ne donne.'
        : `Ce que la vente ${number}, du ${say.day(businessDay)}, compte pour la personne avait été changé.`,
    why: 'Ce que chacun peut encore prendre en dépend. Tout a été recompté d’après les enregistrements signés.',
    next: 'Vous pouvez continuer à vendre.',
    call: 'if-again',
  }),
  'rights-changed': () => ({
    text: 'Des droits, des orientations utilisées ou des cartes avaient été changés.',
    why: 'Qui peut être servi en dépend. Tout a été remis d’après les enregistrements signés.',
    next: 'Vous pouvez continuer à vendre.',
    call: 'if-again',
  }),
  'database-damaged': () => ({
    text: 'Le contrôle n’a pas pu lire toute la base de la caisse.',
    why: 'Le disque de cet ordinateur est peut-être abîmé. Ce qui est déjà envoyé au siège et sauvegardé est à l’abri.',
    next: 'Faites une sauvegarde sur une clé USB maintenant, et appelez le siège : il faudra restaurer sur un autre ordinateur.',
    call: 'now',
  }),
  'guard-missing': ({ guards }, say) => ({
    text:
      guards.length > 1
        ? `${say.number(guards.length)} protections de la base ont été retirées ou changées.`
        : 'Une protection de la base a été retirée ou changée.',
    why: 'Elles empêchent de changer une vente déjà enregistrée. Les enregistrements signés, eux, se vérifient toujours.',
    next: 'La caisse les a remises en place. Le siège cherche avec vous qui a touché à ses fichiers.',
    call: 'now',
  }),
  'head-missing': () => ({
    text: 'Le fichier témoin, rangé à côté de la base, a disparu.',
    why: 'Il sert à voir s’il manque des ventes. Sans lui, la caisse ne peut pas le dire pour la période passée ; le siège, lui, le peut.',
    next: 'Il n’y a rien à remettre en place : la caisse en écrit un nouveau toute seule.',
    call: 'now',
  }),
  'head-damaged': () => ({
    text: 'Le fichier témoin, rangé à côté de la base, est abîmé ou ne vient pas de cette caisse.',
    why: 'Il sert à voir s’il manque des ventes. Une coupure de courant peut l’abîmer.',
    next: 'Il n’y a rien à remettre en place : la caisse en écrit un nouveau toute seule.',
    call: 'now',
  }),
  'clock-back': ({ from, to }, say) => ({
    text: `L’horloge de l’ordinateur est revenue en arrière : du ${say.moment(from)} au ${say.moment(to)}.`,
    why: 'Les ventes prennent l’heure de l’ordinateur. Leur ordre reste juste, mais une heure fausse se verra sur les tickets.',
    next: setTheClock,
    call: 'if-again',
  }),
  'clock-jump': ({ from, to }, say) => ({
    text: `L’horloge de l’ordinateur a sauté en avant : du ${say.moment(from)} au ${say.moment(to)}.`,
    why: 'Les ventes prennent l’heure de l’ordinateur. Si la date d’aujourd’hui est juste, il n’y a rien à corriger.',
    next: setTheClock,
    call: 'if-again',
  }),
};

export const callFr: CallSentences = {
  now: (number) => `Appelez le siège et dites le numéro ${number}. Vous pouvez continuer à vendre.`,
  'if-again': (number) =>
    `Si cela revient, appelez le siège et dites le numéro ${number}. Vous pouvez continuer à vendre.`,
};

export const unknownDefectFr: DefectSaid = {
  text: 'La caisse a remarqué quelque chose d’inhabituel dans ses enregistrements.',
  why: 'Cet écran ne sait pas encore le dire en détail ; c’est noté dans le journal.',
  next: 'N’effacez rien et ne restaurez rien.',
  call: 'now',
};
