import type { IntegrityDefectKind } from '#domain/integrity.ts';
import type { Cents } from '#domain/money.ts';
import { differenceOf } from '../../ui/difference.ts';
import type { Formats } from '../../ui/format.ts';
import { inline, withDetails, wordFor } from '../event-detail.ts';
import type { EventSentences, ToldEvent } from '../event-sentence.ts';
import { periodWords } from '../period.ts';
import { exchange } from './exchange.ts';
import { closing } from './closing.ts';
import { frame } from './frame.ts';
import { peripherals } from './peripherals.ts';
import { basket } from './basket.ts';

type Details = readonly (string | null)[];
const told = (head: string, details: Details = []): string => withDetails(head, ' : ', details);
const known = <T>(value: T | null, words: (value: T) => string): string | null =>
  value === null ? null : words(value);

const teamChanges: Readonly<Record<string, string>> = {
  created: 'Ajout à l’équipe',
  reset: 'Nouveau mot de passe donné',
  limited: 'Rôle ou dernier jour changé',
  stopped: 'Ne peut plus entrer',
  resumed: 'Peut de nouveau entrer',
};
const settled: Readonly<Record<string, string>> = {
  'print-again': 'imprimé de nouveau',
  'consider-printed': 'il était sorti',
  drop: 'abandonné',
  redirect: 'envoyé à une autre imprimante',
};
const defects: Readonly<Record<IntegrityDefectKind, string>> = {
  'records-missing': 'des enregistrements manquent',
  'records-replaced': 'un enregistrement en remplace un autre',
  'record-changed': 'un enregistrement a changé',
  'sale-row-changed': 'un ticket ne va pas avec son enregistrement',
  'usage-changed': 'ce que des personnes ont pris avait été changé',
  'rights-changed': 'des droits ou des cartes avaient été changés',
  'database-damaged': 'la base n’a pas pu être lue en entier',
  'guard-missing': 'une protection de la base a été retirée ou changée',
  'head-missing': 'le fichier témoin manque',
  'head-damaged': 'le fichier témoin est abîmé',
  'clock-back': 'l’horloge est revenue en arrière',
  'clock-jump': 'l’horloge a sauté en avant',
};
const identityHow: Readonly<Record<string, string>> = {
  seen: 'pièce vue',
  'passed-on': 'à faire plus tard par la personne',
};
const stockActs: Readonly<Record<string, string>> = {
  received: 'Stock reçu',
  counted: 'Stock corrigé après comptage',
  'written-off': 'Sorti du stock',
};
const exports: Readonly<Record<string, string>> = {
  inspection: 'dossier pour un contrôle',
  batch: 'journée pour le siège',
};
const settingNames: Readonly<Record<string, string>> = { 'backup-folder': 'dossier des sauvegardes' };

const difference = (amount: Cents, say: Formats): string => {
  const { kind, cents } = differenceOf(amount);
  if (kind === 'same') return 'le compte est juste';
  return kind === 'more' ? `${say.money(cents)} de trop` : `il manque ${say.money(cents)}`;
};
const product = ({ detail, names }: ToldEvent): string | null => known(detail.text('sku'), names.product);
const quoted = ({ detail }: ToldEvent, field: string): string | null =>
  detail.yes(`${field}Erased`) ? '[texte effacé]' : known(detail.text(field), (text) => `« ${text} »`);
const numbered = ({ detail, say }: ToldEvent, field: string): string | null =>
  known(detail.number(field), (number) => `n° ${say.number(number)}`);
const amount = ({ detail, say }: ToldEvent, field: string): string | null =>
  known(detail.cents(field), say.money);
const onDay = ({ detail, say }: ToldEvent, field: string): string | null => known(detail.day(field), say.day);
const drawerReason = ({ detail }: ToldEvent): string | null =>
  wordFor(closing.clues.reasons, detail.text('reason'));
const envelope = ({ detail }: ToldEvent): string | null =>
  known(detail.text('envelope'), (text) => `enveloppe ${text}`);
const slip = ({ detail }: ToldEvent): string | null =>
  known(detail.text('slip'), (text) => `bordereau ${text}`);
const unlike = ({ detail, say }: ToldEvent): string | null =>
  known(detail.cents('differenceCents') || null, (cents) => difference(cents, say));
const moved = (event: ToldEvent): Details => [amount(event, 'cents'), drawerReason(event), envelope(event)];
const answerOf = ({ detail }: ToldEvent): string | null => {
  const answer = detail.text('answer');
  return answer === 'already-have' ? 'accepted' : answer;
};
const clock = ({ detail, say }: ToldEvent): Details => [
  known(detail.at('from'), (at) => `du ${say.moment(at)}`),
  known(detail.at('to'), (at) => `au ${say.moment(at)}`),
];

export const eventsFr: EventSentences = {
  'sign-in': () => 'Connexion',
  'sign-out': () => 'Déconnexion',
  'taking-over': ({ detail, names }) =>
    told('Changement d’équipier', [
      known(detail.text('previous'), (code) => `à la suite de ${names.operator(code)}`),
    ]),
  'password-changed': () => 'Mot de passe changé',
  'right-changed': ({ detail, names }) =>
    told(wordFor(teamChanges, detail.text('change')) ?? 'Droits changés', [
      known(detail.text('of'), names.operator),
      wordFor(frame.operator.roles, detail.text('role')),
      detail.yes('admin') ? frame.operator.roles.admin : null,
    ]),
  'handover-counted': (event) =>
    told('Tiroir compté en passant la main', [
      amount(event, 'countedCents'),
      known(event.detail.cents('differenceCents'), (cents) => difference(cents, event.say)),
    ]),
  opening: (event) =>
    told('Caisse ouverte', [
      known(event.detail.day('businessDay'), (day) => `journée du ${event.say.day(day)}`),
      known(event.detail.cents('floatCents'), (cents) => `fond de caisse de ${event.say.money(cents)}`),
      known(event.detail.cents('floatDifferenceCents'), (cents) => difference(cents, event.say)),
    ]),
  closing: (event) =>
    told('Caisse fermée', [known(event.detail.number('number'), (number) => `Z n° ${number}`)]),
  'x-report': () => 'Point de la journée (X) regardé',
  'line-removed': (event) =>
    told('Ligne retirée du panier', [
      product(event),
      known(event.detail.number('quantity'), (count) => (count > 1 ? `${count} fois` : 'une fois')),
      event.detail.text('unitKey'),
    ]),
  'basket-abandoned': ({ detail }) =>
    told('Panier abandonné', [
      known(detail.count('lines'), (count) => `${count} ${count > 1 ? 'lignes' : 'ligne'}`),
      detail.text('reason') === 'closing'
        ? 'à la fermeture'
        : inline(wordFor(basket.held.reasons, detail.text('reason'))),
    ]),
  override: (event) => told('Exception accordée', [product(event), quoted(event, 'reason')]),
  'window-opened': ({ detail, say }) =>
    told((detail.number('renewal') ?? 0) > 0 ? 'Droits renouvelés' : 'Droits ouverts', [
      known(
        detail.day('from'),
        (from) => known(detail.day('until'), (until) => `du ${say.day(from)} au ${say.day(until)}`) ?? '',
      ),
    ]),
  'window-taken-back': () => 'Droits ouverts par erreur, repris : l’orientation peut servir de nouveau',
  'referral-refused': () => 'Orientation refusée',
  'person-registered': () => 'Personne inscrite',
  'card-given': () => 'Carte d’inscrit remise',
  'card-sealed': () => 'Carte d’inscrit préparée pour les autres points',
  'identity-seen': ({ detail }) =>
    told('Identité demandée par l’opérateur', [
      wordFor(identityHow, detail.text('how')),
      detail.text('unitKey'),
    ]),
  'referral-corrected': () => 'Orientation corrigée : elle peut servir de nouveau, et ses droits sont fermés',
  'drawer-opened': (event) => told('Tiroir ouvert sans vente', [drawerReason(event)]),
  'pay-in': (event) => told('Argent mis dans le tiroir', moved(event)),
  drop: (event) => told('Argent retiré du tiroir', moved(event)),
  deposit: (event) =>
    told('Dépôt en banque préparé', [
      amount(event, 'cents'),
      known(event.detail.count('envelopes'), (count) => `${count} ${count > 1 ? 'enveloppes' : 'enveloppe'}`),
      slip(event),
    ]),
  'deposit-credited': (event) =>
    told('Dépôt vu sur le relevé de la banque', [
      slip(event),
      amount(event, 'cents'),
      onDay(event, 'on'),
      unlike(event),
    ]),
  'credit-statement': (event) =>
    told('Relevé fait pour une structure', [numbered(event, 'number'), amount(event, 'cents')]),
  'credit-settled': (event) =>
    told('Relevé payé par une structure', [
      numbered(event, 'number'),
      amount(event, 'cents'),
      onDay(event, 'on'),
      unlike(event),
    ]),
  'stock-moved': ({ detail, say }) =>
    told(wordFor(stockActs, detail.text('act')) ?? 'Stock changé', [
      (detail.count('moves') ?? 0) > 1 ? `${say.number(detail.count('moves') ?? 0)} articles` : null,
    ]),
  'stock-counted': (event) =>
    told('Stock compté', [
      product(event),
      known(event.detail.number('found'), (found) => `${found} trouvés`),
      known(event.detail.number('expected'), (expected) => `${expected} attendus`),
    ]),
  'unit-tested': ({ detail }) =>
    told('Appareil vérifié', [
      detail.text('unitKey'),
      detail.yes('tested') ? 'testé' : null,
      detail.yes('wiped') ? 'données effacées' : null,
    ]),
  'printer-chosen': ({ detail }) =>
    told('Imprimante choisie', [inline(wordFor(peripherals.printer.kinds, detail.text('kind')))]),
  'scanner-chosen': ({ detail }) =>
    told('Scanner réglé', [
      inline(wordFor(peripherals.scanner.wedges, detail.text('wedge'))),
      detail.yes('serial') ? 'sur un port série' : null,
    ]),
  'logo-chosen': ({ detail }) =>
    detail.yes('there') ? 'Logo des tickets changé' : 'Logo des tickets retiré',
  'print-settled': (event) =>
    told('Impression réglée à la main', [quoted(event, 'title'), wordFor(settled, event.detail.text('as'))]),
  'batch-sent': (event) => told('Journée envoyée au siège', [numbered(event, 'batchNo')]),
  'batch-acknowledged': (event) =>
    told('Réponse du siège pour une journée', [
      numbered(event, 'batchNo'),
      wordFor(exchange.state, answerOf(event)),
    ]),
  'batch-handed-over': (event) => told('Journée remise en main propre', [numbered(event, 'batchNo')]),
  'answer-imported': ({ detail }) =>
    told('Réponse du siège importée d’un fichier', [
      known(detail.count('acknowledgements'), (count) => `${count} ${count > 1 ? 'journées' : 'journée'}`),
    ]),
  'reference-taken': (event) => told('Prix et structures mis à jour', [numbered(event, 'number')]),
  'offline-start': () => 'Le siège ne répond plus',
  'offline-end': () => 'Le siège répond de nouveau',
  'person-erased': () => 'Fiche d’une personne effacée',
  'integrity-defect': ({ detail }) => told('Anomalie remarquée', [wordFor(defects, detail.text('kind'))]),
  'integrity-read': ({ detail }) =>
    told('Anomalie lue', [known(detail.number('seq'), (seq) => `numéro ${seq}`)]),
  'integrity-checked': ({ detail, say }) =>
    told('Enregistrements vérifiés', [known(detail.number('records'), say.number)]),
  'clock-jump': (event) => told('Horloge de l’ordinateur changée', clock(event)),
  version: ({ detail }) =>
    told('Nouvelle version de Comptoir', [
      detail.text('version'),
      known(detail.text('previous'), (previous) => `avant ${previous}`),
    ]),
  baseline: () => 'Ce qui était là avant cette version a été signé',
  backup: ({ detail }) =>
    told('Sauvegarde faite', [
      detail.text('fileName'),
      known(detail.count('drives'), (drives) =>
        drives > 0 ? 'aussi sur une clé USB' : 'sur cet ordinateur',
      ),
    ]),
  restore: ({ detail, say }) =>
    told('Point restauré depuis une sauvegarde', [
      known(detail.at('madeAt'), (at) => `sauvegarde du ${say.moment(at)}`),
    ]),
  archive: ({ detail, say }) =>
    told('Archive faite', [
      known(detail.text('period'), (period) => periodWords(period, say, 'tout le journal')),
      detail.text('fileName'),
    ]),
  export: ({ detail }) =>
    told('Fichier sorti de la caisse', [wordFor(exports, detail.text('what')), detail.text('fileName')]),
  'text-erased': () => 'Texte d’un motif effacé',
  'setting-changed': ({ detail }) => told('Réglage changé', [wordFor(settingNames, detail.text('what'))]),
  'till-added': ({ detail }) => told('Caisse ajoutée à ce point', [detail.text('till')]),
  'training-on': () => 'Début d’une formation',
  'training-off': ({ detail }) =>
    told('Fin de la formation', [detail.text('how') === 'crash' ? 'l’ordinateur s’était arrêté' : null]),
};

export const unknownEventFr = 'Un événement que cet écran ne sait pas encore dire';
