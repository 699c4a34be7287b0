import type { Deps } from '../deps.ts';

/** What lies in the folder, how to check it, and what it does not say. */
export function inspectionReadme(deps: Deps, archive: string): string {
  const { site } = deps.reference();
  return [
    `Dossier de contrôle de la caisse ${deps.till} — ${site.name}, SIRET ${site.siret}`,
    `Fait le ${deps.now()} (UTC) par Comptoir ${deps.version}.`,
    '',
    archive,
    '  Le journal entier de la caisse, tel qu’il a été signé : ventes, remboursements, corrections, clôtures,',
    '  copies de tickets, événements. Fichier gzip de lignes JSON ; son format est décrit dedans et dans',
    '  docs/formats/archive.md du programme.',
    `${archive}.sig`,
    '  La signature de ce fichier par la clé de la caisse.',
    'clotures.csv, ventes.csv, evenements.csv',
    '  Les mêmes enregistrements en tableaux, pour un tableur. Ils ne sont pas signés : en cas de doute, seule',
    '  l’archive fait foi.',
    '',
    `Empreinte de la clé de la caisse : ${deps.tillKey.keyId}. Demandez au siège celle qu’il tient de cette caisse :`,
    'ce doit être la même.',
    '',
    'Pour vérifier : « npm run verify -- ce dossier » avec le programme, ou tout autre programme écrit d’après',
    'docs/formats. Il dit le premier enregistrement qui ne tient pas et pourquoi, ou que tout tient.',
    '',
    'Aucun nom de personne accueillie ne figure ici : elles portent un identifiant sans signification. Les équipiers',
    'portent leur code ; la liste des codes est tenue par le responsable du point.',
    '',
  ].join('\r\n');
}
