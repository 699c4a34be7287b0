/** Applied in order to a word of plain lower-case letters; capitals are sounds that no later rule may touch. */
const rules: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/oo/g, 'ou'],
  [/(.)\1+/g, '$1'],
  [/(?<=.{2})(?:[dtsxz]+|e[sxz]?)$/, ''],
  [/ph/g, 'f'],
  [/ch(?=[rl])/g, 'k'],
  [/tch|s?ch|sh/g, 'S'],
  [/h/g, ''],
  [/gn/g, 'N'],
  [/g(?=[eiy])|dj|j/g, 'J'],
  [/gu(?=[eiy])/g, 'g'],
  [/c(?=[eiy])|z/g, 's'],
  [/qu?|ck|c/g, 'k'],
  [/x/g, 'ks'],
  [/bv|w/g, 'v'],
  [/eau|au/g, 'o'],
  [/oeu|eu/g, 'e'],
  [/ou/g, 'U'],
  [/u/g, 'U'],
  [/[ae][iy]/g, 'E'],
  [/y/g, 'i'],
  [/m(?=[bp])/g, 'n'],
  [/en(?=[^aeiouEU])/g, 'an'],
  [/(.)\1+/g, '$1'],
  [/S/g, 'x'],
  [/N/g, 'q'],
];

/**
 * How a word of a normalised name sounds in French, as a few letters: `lefebvre` and `lefevre` share one. The code
 * of a short word keeps all of it; never empty for a word that is not.
 */
export function phoneticCode(token: string): string {
  let code = token;
  for (const [spelling, sound] of rules) code = code.replace(spelling, sound);
  return code === '' ? token : code.toLowerCase();
}

/**
 * Likeness of two words from 0 to 1, with a bonus for up to four equal first letters (Winkler 1990). The order of
 * the two never matters.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [first, second] = a < b ? [a, b] : [b, a];
  const jaro = jaroOf(first, second);
  let prefix = 0;
  while (prefix < 4 && first[prefix] !== undefined && first[prefix] === second[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(first: string, second: string): number {
  const reach = Math.max(0, Math.floor(Math.max(first.length, second.length) / 2) - 1);
  const taken = new Set<number>();
  const matches: string[] = [];
  for (let index = 0; index < first.length; index += 1) {
    const letter = first.charAt(index);
    for (let at = Math.max(0, index - reach); at <= index + reach && at < second.length; at += 1) {
      if (taken.has(at) || second[at] !== letter) continue;
      taken.add(at);
      matches.push(letter);
      break;
    }
  }
  if (matches.length === 0) return 0;
  const inSecond = [...taken].toSorted((left, right) => left - right).map((at) => second[at]);
  const swapped = matches.filter((letter, index) => letter !== inSecond[index]).length / 2;
  const found = matches.length;
  return (found / first.length + found / second.length + (found - swapped) / found) / 3;
}

/** One name a line, in the spellings that civil registers give it from Arabic, African, Slavic and Asian languages. */
const spellings: readonly string[] = [
  'mohamed mohammed mohamad mohammad muhammad muhammed muhamed muhamad mouhamed mouhammed',
  'ousmane ousman osman osmane usman uthman othman othmane outhmane',
  'ahmed ahmad ahamed ahamad achmed',
  'mahmoud mahmud mahmood mahamoud mohamud',
  'abdoulaye abdulaye abdulai abdullah abdallah abdellah abdoullah abdula abdulla',
  'abderrahmane abderahmane abdurrahman abdelrahman abdurahman abdourahmane abdourahman abdirahman',
  'ibrahim ibrahima ibraheem ebrahim ibrahime ibrahimu',
  'youssef youcef yousef yousuf yussuf yusuf youssouf yousouf joussef youssouph',
  'hussein husain hussain hossein hossain houssein husseyn hussen',
  'hassan hasan hassane hassen',
  'moustapha mustafa mustapha moustafa mostafa mostapha',
  'souleymane souleiman soulaimane soulaymane suleiman suleyman sulaiman sulayman',
  'oumar omar umar oumarou omer',
  'moussa musa mousa moosa',
  'said saeed saied',
  'yahya yahia yehia yahiya',
  'khaled khalid khaleed',
  'jamal djamal djamel jamel gamal',
  'tarek tarik tariq tareq',
  'fatima fatimah fatema fatemeh fatma fathima',
  'fatoumata fatumata fatoumatta fatouma',
  'aicha aisha ayesha aysha aishah',
  'aissatou aisatou aissata aisata',
  'khadija khadidja khadijah kadija kadidja khadeeja',
  'mariam maryam meriem meryem mariame meryam',
  'zeinab zaynab zainab zineb zaineb',
  'leila leyla laila layla',
  'diallo jallow jalloh djallo diallow jallo',
  'cisse ceesay sesay',
  'ndiaye njie njai njay',
  'camara kamara',
  'conde konde',
  'conte konte conteh konteh',
  'coulibaly koulibaly kulibali coulibali',
  'toure touray turay',
  'traore trawore',
  'sylla sillah silla',
  'bangoura bangura',
  'rahman rehman rahmane',
  'hossaini husseini hosseini hussaini hussayni',
  'mohammadi mohamadi muhammadi',
  'chowdhury choudhury chaudhry chaudhary choudhary chaudhuri',
  'akter akther akhter akhtar aktar',
  'oleksandr alexandr aleksandr alexander aleksander olexandr',
  'serhii serhiy sergei sergey serguei sergii',
  'andrii andriy andrei andrey',
  'dmytro dmitri dmitry dmitrii dmitriy',
  'mykola nikolai nikolay',
  'volodymyr vladimir wladimir',
  'yevhen evgeni evgeny yevgeny evgenii ievgen',
  'yuliia yulia iuliia julia',
  'nataliia natalia nataliya natalya',
  'tetiana tatiana tatyana',
  'kateryna ekaterina katerina yekaterina',
  'iryna irina',
];

const spellingChosen: ReadonlyMap<string, string> = new Map(
  spellings.flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0] ?? word] as const)),
);

/** The spelling that stands for all known ones of a normalised word; the word itself when it has no other. */
export const oneSpelling = (word: string): string => spellingChosen.get(word) ?? word;
