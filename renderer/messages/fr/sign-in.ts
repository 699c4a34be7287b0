export const signIn = {
  title: 'Qui tient la caisse ?',
  text: 'Choisissez votre nom, puis tapez votre mot de passe.',
  password: 'Mot de passe de {{name}}',
  enter: 'Se connecter',
  other: 'Ce n’est pas moi',
  demo: 'Démonstration, mot de passe : {{password}}',
  adminOnly: 'Réglages seulement',
  newPassword: {
    title: 'Choisissez votre mot de passe',
    text: 'Celui qu’on vous a donné ne sert qu’une fois. Prenez-en un que personne d’autre ne connaît.',
    current: 'Mot de passe qu’on vous a donné',
    done: 'Il compte dès maintenant.',
  },
} as const;
