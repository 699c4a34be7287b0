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
    text: 'Bonjour {{name}}. Celui qu’on vous a donné ne sert qu’une fois : prenez-en un que vous seul connaissez.',
    current: 'Mot de passe qu’on vous a donné',
    done: 'Il compte dès maintenant.',
  },
} as const;
