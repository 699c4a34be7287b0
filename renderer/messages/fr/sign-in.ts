export const signIn = {
  title: 'Qui tient la caisse ?',
  text: 'Choisissez votre nom, puis tapez votre mot de passe.',
  password: 'Mot de passe de {{name}}',
  enter: 'Se connecter',
  other: 'Ce n’est pas moi',
  demo: 'Démonstration, mot de passe : {{password}}',
  useDemo: 'Remplir le mot de passe de démonstration',
  nobody: "Personne n'est encore dans l'équipe.",
  adminOnly: 'Réglages seulement',
} as const;
