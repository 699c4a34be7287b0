import type { StartWords } from './sentence.ts';

const restore = 'N’effacez rien. Appelez le siège : il faut restaurer une sauvegarde.';
const again = 'puis réessayez';

export const wordsFr: StartWords = {
  starting: 'Comptoir démarre…',
  openIn: 'La caisse s’ouvre dans le navigateur',
  noDesktop: 'cet ordinateur n’affiche pas de bureau',
  notFetched: 'la fenêtre de bureau (Electron) n’a pas pu être téléchargée',
  fetching: 'Téléchargement de la fenêtre de bureau (une seule fois)…',
  alreadyHere: 'Comptoir est déjà ouvert : sa fenêtre revient devant.',
  retry: 'Réessayer',
  close: 'Fermer',
  reload: 'Recharger',
  wait: 'Attendre encore',
  continue: 'Continuer',
  pageGone: {
    text: 'L’écran de la caisse s’est arrêté.',
    next: 'Appuyez sur « Recharger » : la vente en cours revient, rien de ce qui était validé n’est perdu. Si cela se répète, redémarrez l’ordinateur.',
  },
  pageHung: {
    text: 'L’écran de la caisse ne répond plus.',
    next: 'Attendez un peu, ou appuyez sur « Recharger » : la vente en cours revient.',
  },
  broke: (incident) => ({
    text: 'Un problème imprévu est arrivé. Rien de ce qui était validé n’est perdu.',
    next: `Appuyez sur « Recharger » et reconnectez-vous : la vente en cours revient. Si cela se répète, donnez ce numéro à un responsable : ${incident}.`,
  }),
  goesOn: (incident) => ({
    text: `Un problème imprévu est arrivé (numéro ${incident}). La caisse continue.`,
    next: 'Si la page ne répond plus, rechargez-la, ou fermez Comptoir et rouvrez-le.',
  }),
  options: 'Options, après « -- » :',
  createHere: (folder) => `Installer une nouvelle caisse dans ${folder} ? (oui/non) `,
  yes: /^o(?:ui)?$/i,
  refusals: {
    'disk-full': () => ({
      text: 'Le disque de l’ordinateur est plein : la caisse ne peut pas s’ouvrir.',
      next: `Libérez de la place (videz la corbeille, par exemple), ${again}. Rien n’est perdu.`,
    }),
    'disk-failing': (_refusal, folder) => ({
      text: `Le disque ne répond pas bien : les données de la caisse ne peuvent pas être lues dans ${folder}.`,
      next: `Si c’est une clé USB, rebranchez-la, ${again}. Sinon redémarrez l’ordinateur. Si cela revient, appelez le siège.`,
    }),
    'folder-missing': (_refusal, folder) => ({
      text: `Le dossier ${folder} n’existe pas.`,
      next: 'Vérifiez son nom. Pour y installer une nouvelle caisse, ajoutez --new.',
    }),
    'folder-above-missing': (_refusal, folder) => ({
      text: `Le dossier ${folder} est introuvable, et celui qui devrait le contenir aussi.`,
      next: `Vérifiez son nom, ou branchez le disque ou la clé USB qui le contient, ${again}.`,
    }),
    'folder-without-point': (_refusal, folder) => ({
      text: `Le dossier ${folder} ne contient pas de caisse.`,
      next: 'Vérifiez son nom. Pour y installer une nouvelle caisse, ajoutez --new.',
    }),
    'folder-is-file': (_refusal, folder) => ({
      text: `Un fichier se trouve là où la caisse attend un dossier : ${folder}.`,
      next: `Déplacez ou renommez ce fichier, ou choisissez un autre dossier, ${again}.`,
    }),
    'folder-link-broken': (_refusal, folder) => ({
      text: `Le lien ${folder} mène à un dossier qui n’existe pas.`,
      next: `Branchez le disque où il mène, ou corrigez le lien, ${again}.`,
    }),
    'folder-read-only': (_refusal, folder) => ({
      text: `Rien ne peut être écrit dans le dossier des données : ${folder}.`,
      next: `Si c’est une clé USB ou une carte, retirez sa protection en écriture, ${again}. Sinon redémarrez l’ordinateur.`,
    }),
    'folder-not-ours': (_refusal, folder) => ({
      text: `Votre session n’a pas le droit d’écrire dans le dossier des données : ${folder}.`,
      next: `Ouvrez la session habituelle de la caisse, ou demandez à la personne qui s’occupe de l’ordinateur, ${again}.`,
    }),
    'path-too-long': (_refusal, folder) => ({
      text: `L’adresse du dossier des données est trop longue (${folder.length} signes).`,
      next: 'Choisissez un dossier moins profond, avec des noms plus courts.',
    }),
    'database-damaged': (_refusal, folder) => ({
      text: `Le fichier des données de la caisse est abîmé, dans ${folder}.`,
      next: restore,
    }),
    'already-open': () => ({
      text: 'Comptoir est déjà ouvert sur ces données.',
      next: 'Revenez à sa fenêtre, ou fermez-la avant d’ouvrir celle-ci.',
    }),
    'cipher-missing': () => ({
      text: 'Cette version de Comptoir ne peut pas chiffrer les données.',
      next: 'Réinstallez Comptoir avec l’installateur fourni par le siège.',
    }),
    'key-needed': () => ({ text: 'La clé des données est absente.', next: restore }),
    'wrong-key': () => ({
      text: 'Les données ne s’ouvrent pas avec la clé de ce poste.',
      next: restore,
    }),
    'other-keystore': () => ({
      text: 'Les données ne s’ouvrent pas avec la clé d’ici : elles viennent d’une autre session ou d’un autre ordinateur, ou leur fichier est abîmé.',
      next: 'Ouvrez la session habituelle de la caisse. Sinon, n’effacez rien et appelez le siège.',
    }),
    'signing-key-missing': () => ({
      text: 'La clé de signature de la caisse est absente de ce poste.',
      next: 'Appelez le siège : il faut réinscrire la caisse.',
    }),
    'till-not-named': ({ tills }) => ({
      text: `Ce point a plusieurs caisses (${tills.join(', ')}) et rien ne dit laquelle est celle de ce poste.`,
      next: `Ajoutez-la à la commande ou au raccourci, par exemple : --till=${tills[0] ?? ''}.`,
    }),
    'till-unknown': ({ till, tills }) => ({
      text: `La caisse ${till} n’est pas de ce point.`,
      next:
        tills.length > 0
          ? `Ses caisses : ${tills.join(', ')}. Corrigez --till et recommencez.`
          : 'Aucune caisse n’y est encore installée : recommencez sans --till.',
    }),
    'newer-database': () => ({
      text: 'Ces données viennent d’une version plus récente de Comptoir. Rien n’a été touché.',
      next: 'Installez la dernière version, ou appelez le siège.',
    }),
    'upgrade-failed': ({ incident }) => ({
      text: 'La mise à jour des données n’a pas abouti. Rien n’a été changé.',
      next: `Remettez la version précédente de Comptoir, et donnez ce numéro au siège : ${incident}.`,
    }),
    'port-busy': ({ port }) => ({
      text: `Le port ${port} est déjà pris par un autre programme.`,
      next: 'Choisissez un autre numéro après --port, ou retirez --port : Comptoir trouvera un port libre.',
    }),
    'port-forbidden': ({ port }) => ({
      text: `Votre session n’a pas le droit d’utiliser le port ${port}.`,
      next: 'Choisissez un numéro au-dessus de 1023, ou retirez --port : Comptoir trouvera un port libre.',
    }),
    'port-unreadable': ({ value }) => ({
      text: `« ${value} » n’est pas un numéro de port.`,
      next: 'Donnez un nombre entre 1 et 65535, ou retirez --port : Comptoir trouvera un port libre.',
    }),
    'option-unknown': ({ option }) => ({
      text: `L’option « ${option} » n’existe pas.`,
      next: 'Corrigez-la ou retirez-la.',
    }),
    'option-needs-value': ({ option }) => ({
      text: `Il manque quelque chose après ${option}.`,
      next: 'Complétez-la ou retirez-la.',
    }),
    'option-takes-no-value': ({ option }) => ({
      text: `L’option ${option} s’écrit seule, sans « = ».`,
      next: 'Corrigez-la ou retirez-la.',
    }),
    'language-unknown': ({ value }) => ({
      text: `Comptoir ne parle pas « ${value} ».`,
      next: 'Choisissez --lang fr ou --lang en.',
    }),
    unexpected: ({ incident }) => ({
      text: 'La caisse n’a pas pu s’ouvrir, pour une raison imprévue. Rien de ce qui était validé n’est perdu.',
      next: `Réessayez. Si cela revient, appelez le siège et donnez ce numéro : ${incident}.`,
    }),
  },
};
