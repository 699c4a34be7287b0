export const signIn = {
  title: 'Qui tient la caisse ?',
  text: 'Choisissez votre nom, puis tapez votre mot de passe.',
  password: 'Mot de passe de {{name}}',
  enter: 'Se connecter',
  other: 'Ce n’est pas moi',
  demo: 'Démonstration, mot de passe : {{password}}',
  adminOnly: 'Réglages seulement',
} as const;
