export const training = {
  band: 'FORMATION — rien n’est vrai ici',
  stop: 'Quitter la formation',
  started: 'Vous êtes en formation.',
  startedNext: 'Vendez, trompez-vous, recommencez : rien ne compte et le tiroir reste fermé.',
  stopped: 'La formation est finie.',
  stoppedNext: 'Tout ce que vous faites maintenant est vrai.',
  operatorText: 'Rien de ce qui est fait ici ne porte votre nom ailleurs. Les vraies cartes sont refusées.',
  tray: {
    title: 'Pour s’entraîner',
    text: 'Touchez, comme si vous scanniez.',
    fold: 'Replier',
    unfold: 'Déplier',
    people: 'Cartes',
    articles: 'Articles',
    none: 'Il n’y a rien à toucher ici : choisissez un produit à droite.',
  },
} as const;
