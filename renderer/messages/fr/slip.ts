export const slip = {
  button: 'Mot pour la personne',
  language: 'Dans quelle langue ?',
  print: 'Imprimer',
  save: 'Enregistrer en PDF',
  saved: 'Le fichier est dans les téléchargements de cet ordinateur.',
  slip: {
    title: 'Un mot pour revenir',
    text: 'Ce qu’il faut apporter, qui appeler, quand revenir. Ni nom, ni ce qui a été refusé.',
    done: 'Le mot est prêt.',
    given: 'Donnez-le à la personne.',
  },
  notice: {
    title: 'Feuille d’information sur les données',
    text: 'À donner et à expliquer avant d’inscrire la personne.',
    done: 'La feuille est prête.',
    given: 'Donnez-la à la personne.',
  },
} as const;
