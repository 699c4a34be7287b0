import type { RefusalSentences } from '../sentence.ts';

/** Refusals of the till's own record, of archives and backups, and of training. */
export const journalFr = {
  'text-unknown': () => ({
    text: 'Ces mots ne sont plus sur cette caisse.',
    next: 'Il n’y a rien à effacer : revenez à la liste.',
  }),
  'defect-unknown': () => ({
    text: 'Cette anomalie n’est pas dans le journal.',
    next: 'Regardez la liste : elle a changé.',
  }),
  'work-in-progress': () => ({
    text: 'Un autre travail long est déjà en cours sur cette caisse.',
    next: 'Attendez qu’il finisse, ou annulez-le, puis recommencez.',
  }),
  'work-cancelled': () => ({
    text: 'C’est annulé, comme demandé.',
    next: 'Rien n’a changé dans la caisse. Vous pourrez recommencer quand vous voulez.',
  }),
  'folder-unusable': ({ folder }) => ({
    text: `Le dossier « ${folder} » ne peut pas être utilisé : il n’existe pas, ou il est protégé.`,
    next: 'Vérifiez que la clé USB est branchée, ou tapez un autre dossier.',
  }),
  'unencrypted-point': () => ({
    text: 'La base de cette caisse n’est pas chiffrée : cela n’existe que pour le développement.',
    next: 'Utilisez une caisse installée normalement.',
  }),
  'journal-unchecked': () => ({
    text: 'Le journal n’a pas pu être relu jusqu’au bout : rien n’a été écrit.',
    next: 'Recommencez. Si cela continue, regardez Journal › Contrôle et prévenez le siège.',
  }),
  'period-empty': () => ({
    text: 'Il n’y a rien à mettre dans ce fichier : aucun enregistrement pour cette période.',
    next: 'Choisissez une autre période.',
  }),
  'backup-unreadable': () => ({
    text: 'Ce fichier n’est pas une sauvegarde de Comptoir, ou il n’est pas entier.',
    next: 'Choisissez-en un autre, ou recopiez-le depuis la clé USB.',
  }),
  'recovery-key-wrong': () => ({
    text: 'Cette clé de secours n’ouvre pas cette sauvegarde.',
    next: 'Relisez-la signe par signe. Si elle est juste, c’est la clé d’une autre caisse : essayez une autre sauvegarde.',
  }),
  'recovery-key-needed': () => ({
    text: 'Pour ouvrir cette sauvegarde, il faut la clé de secours.',
    next: 'Elle a été notée sur papier à l’installation. Tapez-la.',
  }),
  'backup-damaged': () => ({
    text: 'La clé est la bonne, mais cette sauvegarde est abîmée : son contenu a changé depuis qu’elle a été faite.',
    next: 'Essayez-en une autre, même un peu plus ancienne.',
  }),
  'backup-newer': () => ({
    text: 'Ces données viennent d’une version plus récente de Comptoir.',
    next: 'Installez la dernière version sur ce poste, puis recommencez.',
  }),
  'training-already': () => ({
    text: 'Vous êtes déjà en formation.',
    next: 'Continuez, ou quittez la formation en haut de l’écran.',
  }),
  'no-training': () => ({
    text: 'La formation est déjà finie.',
    next: 'Tout ce que vous faites maintenant est vrai.',
  }),
  'training-real-scan': () => ({
    text: 'En formation, les vraies cartes et les vrais articles ne marchent pas.',
    next: 'Touchez ce qui est sous « Pour s’entraîner », ou quittez la formation.',
  }),
  'not-in-training': () => ({
    text: 'Cela ne se fait pas en formation : ce serait pour de vrai.',
    next: 'Quittez d’abord la formation, en haut de l’écran.',
  }),
} satisfies Partial<RefusalSentences>;
