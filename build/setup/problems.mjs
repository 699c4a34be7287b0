// What can stand in the way of setting up, and the words for it.

const causes = [
  ['disk-full', /\b(ENOSPC|EDQUOT)\b/],
  [
    'certificate',
    /\b(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:GET_ISSUER|VERIFY)\w*|CERT_\w+|E401|E403|E407)\b/,
  ],
  ['not-writable', /\b(EACCES|EPERM|EROFS)\b/],
  ['in-the-way', /\b(ENOTDIR|EEXIST|EISDIR)\b/],
  [
    'network',
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/,
  ],
];

/**
 * What a tool said when it failed, as a problem: its cause where it can be known. npm names one at its end, but not
 * always the first: with no network some versions only say that their exit handler was never called.
 */
export function problemIn(step, said) {
  const code = /^npm (?:error|ERR!) code (.+)$/m.exec(said)?.[1] ?? '';
  const causeIn = (text) => causes.find(([, sign]) => sign.test(text))?.[0];
  const path =
    /^npm (?:error|ERR!) path (.+)$/m.exec(said)?.[1] ??
    /(?:open|mkdir|unlink|rmdir|rename|access) '([^']+)'/.exec(said)?.[1];
  return { step, cause: causeIn(code) ?? causeIn(said) ?? 'unknown', path: path ?? null, said };
}

/** The same for an error of the file system; any other is a bug and goes on. */
export function problemOf(step, error) {
  const problem = problemIn(step, `${error.code ?? ''} ${error.message}`);
  if (typeof error.code !== 'string' || problem.cause === 'unknown') throw error;
  return problem;
}

/** French where it is asked for or where the machine speaks it. */
export function languageOf(args) {
  const asked = /--lang[= ](fr|en)\b/.exec(args.join(' '))?.[1];
  return asked ?? (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr') ? 'fr' : 'en');
}

const words = {
  fr: {
    installing: 'Installation des paquets (une seule fois, environ une minute)…',
    building: (name) => `Préparation (${name})…`,
    waiting: (pid, folder) =>
      `Une autre commande${pid ? ` (processus ${pid})` : ''} prépare déjà ce dossier : on l’attend. S’il n’y en a pas, supprimez ${folder}.`,
    what: {
      install: 'Les paquets n’ont pas pu être installés',
      build: 'L’application n’a pas pu être préparée',
    },
    why: {
      'disk-full': () => 'le disque est plein. Libérez 3 Go',
      network: () => 'cet ordinateur n’atteint pas le dépôt des paquets. Vérifiez le réseau',
      certificate: () =>
        'le dépôt des paquets refuse cet ordinateur ou n’est pas reconnu. Demandez à qui tient le réseau comment npm doit passer',
      'not-writable': (path) => `il n’est pas permis d’écrire dans ${path}. Rendez ce dossier à votre compte`,
      'in-the-way': (path) => `${path} ne peut pas être créé, autre chose est à sa place. Enlevez-le`,
      incomplete: (_path, said) =>
        `il manque ${said}. Vérifiez que npm peut tout installer (réglages omit et ignore-scripts)`,
      unknown: () => 'voyez ci-dessus ce qu’en dit l’outil',
    },
    again: 'puis relancez la même commande.',
  },
  en: {
    installing: 'Installing packages (once, about a minute)…',
    building: (name) => `Building ${name}…`,
    waiting: (pid, folder) =>
      `Another command${pid ? ` (process ${pid})` : ''} is already setting up this folder: waiting for it. If there is none, delete ${folder}.`,
    what: { install: 'The packages could not be installed', build: 'The application could not be built' },
    why: {
      'disk-full': () => 'the disk is full. Free 3 GB',
      network: () => 'this machine does not reach the place packages come from. Check the network',
      certificate: () =>
        'the place packages come from refuses this machine or is not trusted by it. Ask who keeps the network how npm should go through',
      'not-writable': (path) => `writing in ${path} is not allowed. Give that folder to your account`,
      'in-the-way': (path) => `${path} cannot be made, something else is in its place. Take it away`,
      incomplete: (_path, said) =>
        `${said} is missing. Check that npm may install everything (settings omit and ignore-scripts)`,
      unknown: () => 'see above what the tool said',
    },
    again: 'then run the same command again.',
  },
};

export const wordsIn = (language) => words[language];

/** One sentence on what failed and what to do; before it, where the cause is not known, what the tool said. */
export function sentenceOf(problem, language, folder) {
  const { what, why, again } = words[language];
  const sentence = `${what[problem.step]}${language === 'fr' ? ' : ' : ': '}${why[problem.cause](problem.path ?? folder, problem.said)}, ${again}`;
  return problem.cause === 'unknown' ? `${lastOf(problem.said)}\n${sentence}` : sentence;
}

/** What matters of a tool's last words: npm tells every package it fetched before. */
const lastOf = (said) =>
  said
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^npm (http|info|verbose) /.test(line))
    .slice(-20)
    .join('\n');
