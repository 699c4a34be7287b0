import type { TillId } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';

/** What the folder holds of one till. */
export interface InspectedTill {
  readonly till: TillId;
  readonly keyId: string;
  readonly archive: string;
  readonly tables: readonly string[];
}

/** What lies in the folder, how to check it, and what it does not say. */
export function inspectionReadme(deps: Deps, tills: readonly InspectedTill[]): string {
  const { site } = deps.reference();
  const names = tills.map((one) => one.till).join(', ');
  return [
    `Dossier de contrôle ${tills.length > 1 ? 'des caisses' : 'de la caisse'} ${names} — ${site.name}, SIRET ${site.siret}`,
    `Fait le ${deps.now()} (UTC) par Comptoir ${deps.version}.`,
    ...tills.flatMap(linesOf),
    '',
    'Pour vérifier : « npm run verify -- ce dossier » avec le programme, ou tout autre programme écrit d’après',
    'docs/formats. Il dit le premier enregistrement qui ne tient pas et pourquoi, ou que tout tient.',
    '',
    'Aucun nom de personne accueillie ne figure ici : elles portent un identifiant sans signification. Les équipiers',
    'portent leur code ; la liste des codes est tenue par le responsable du point.',
    '',
  ].join('\r\n');
}

const linesOf = ({ till, keyId, archive, tables }: InspectedTill, _at: number, all: readonly unknown[]) => [
  '',
  archive,
  `  Le journal entier de ${all.length > 1 ? `la caisse ${till}` : 'la caisse'}, tel qu’il a été signé : ventes, remboursements, corrections, clôtures,`,
  '  copies de tickets, événements. Fichier gzip de lignes JSON ; son format est décrit dedans et dans',
  '  docs/formats/archive.md du programme.',
  `${archive}.sig`,
  '  La signature de ce fichier par la clé de la caisse.',
  tables.join(', '),
  '  Les mêmes enregistrements en tableaux, pour un tableur. Ils ne sont pas signés : en cas de doute, seule',
  '  l’archive fait foi.',
  '',
  `Empreinte de la clé de la caisse : ${keyId}. Demandez au siège celle qu’il tient de cette caisse :`,
  'ce doit être la même.',
];
