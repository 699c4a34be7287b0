import type { Between } from './folder.ts';
import { type FileWord, type Found, type Verdict, holds } from './words.ts';

const chainWords = { sale: 'ventes', closing: 'clôtures', copy: 'copies', event: 'événements' } as const;

const recordWords: Readonly<Record<Found['word'], string>> = {
  unreadable: 'sa ligne ne peut pas être lue',
  'wrong-hash': 'son contenu n’est pas celui dont l’empreinte a été gardée',
  'not-canonical': 'il n’est pas écrit sous sa forme signée',
  'wrong-chain': 'il ne dit pas la chaîne où il se trouve',
  'wrong-sequence': 'son numéro ne suit pas : un enregistrement manque, est en double ou a été déplacé',
  'broken-link': 'il ne suit pas l’enregistrement qui le précède',
  'wrong-signature': 'la signature n’est pas celle de la caisse',
  'wrong-till': 'il est d’une autre caisse',
  'wrong-sums': 'ses montants ne s’additionnent pas',
  'wrong-totals': 'ses totaux ne sont pas ceux des enregistrements qu’il couvre',
};

const fileWords: Readonly<Record<FileWord, string>> = {
  unreadable: 'le fichier ne peut pas être lu jusqu’au bout',
  'wrong-file-signature': 'la signature du fichier ne tient pas, ou manque',
  'wrong-manifest': 'sa première ligne ne dit pas ce qu’il contient',
  'wrong-seal': 'le sceau ne tient pas',
  'head-damaged': 'le fichier des têtes de chaînes manque ou a été touché',
  'records-missing': 'des enregistrements manquent à la fin : coupés, ou base d’un jour passé',
  'records-replaced': 'la fin de la chaîne a été réécrite',
  'key-needed': 'il faut la clé : --key CLÉ pour un lot, --identity FICHIER pour une base',
  'identity-needed': 'il est chiffré : --identity FICHIER',
};

/** One line for a person; the word in brackets is the one of docs/formats. */
export function sayVerdict(verdict: Verdict): string {
  const { name, records, first, word, till, keyId } = verdict;
  const count = `${records.toLocaleString('fr-FR')} enregistrements`;
  if (holds(verdict)) return `TIENT   ${name} : ${count}, caisse ${till}, clé ${keyId}`;
  if (first) {
    const place = first.chain ? `chaîne des ${chainWords[first.chain]}, n° ${first.seq}` : `après ${count}`;
    return `NE TIENT PAS   ${name} : ${place} : ${recordWords[first.word]} [${first.word}]`;
  }
  const why = word ? `${fileWords[word]} [${word}]` : '';
  return `NE TIENT PAS   ${name} : ${why}${records > 0 ? ` (${count} lus)` : ''}`;
}

export function sayBetween({ kind, till, chain, from, to }: Between): string {
  const range = from === to ? `n° ${from}` : `n° ${from} à ${to}`;
  return kind === 'gap'
    ? `IL MANQUE   caisse ${till}, chaîne des ${chainWords[chain]} : ${range} n’est dans aucune archive`
    : `DÉSACCORD   caisse ${till}, chaîne des ${chainWords[chain]} : ${range} n’est pas le même partout`;
}
