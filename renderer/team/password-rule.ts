interface PasswordCheck {
  readonly longEnough: boolean;
  readonly threeKinds: boolean;
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];

/** The rule of the application, said while typing: eight signs, three kinds of them. Main checks it again. */
export const checkPassword = (password: string): PasswordCheck => ({
  longEnough: [...password].length >= 8,
  threeKinds: kinds.filter((kind) => kind.test(password)).length >= 3,
});

export const isAccepted = (password: string): boolean => {
  const { longEnough, threeKinds } = checkPassword(password);
  return longEnough && threeKinds;
};

const words =
  'Abricot Balcon Bateau Bonnet Bougie Bureau Cactus Cahier Canapé Carafe Cerise Chaise Chalet Chemin Citron Colline ' +
  'Dauphin Dossier Drapeau Escalier Falaise Fenêtre Ficelle Flocon Fontaine Fourmi Fraise Gâteau Girafe Guitare ' +
  'Horloge Jardin Lanterne Lavande Lessive Lumière Manteau Marmite Melon Miroir Moulin Musique Navire Noisette ' +
  'Nuage Olive Orange Panier Papillon Parasol Pelouse Piano Pinceau Plage Poireau Pomme Radis Rivière Sapin Savon ' +
  'Soleil Tambour Tomate Tortue Valise Velours Village Violon Voilier Voiture';

/** A first password that can be read aloud and typed without a mistake: three words and two digits. */
export function proposedPassword(random: (below: number) => number): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').split(' ');
  const word = (): string => plain[random(plain.length)] ?? 'Soleil';
  return `${word()}-${word()}-${word()}-${10 + random(90)}`;
}

/** @returns a whole number from 0 to `below` − 1, from the system's own source. */
export function systemRandom(below: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % below;
}
