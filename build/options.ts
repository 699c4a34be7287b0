import { parseArgs } from 'node:util';
import { type TillId, brandAs } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { StartLanguage } from '#main/start/language.ts';
import type { OptionRefusal } from '#main/start/refusal.ts';

/** What may stand behind `npm start --`, with what it does. */
const known = {
  demo: {
    takes: null,
    fr: 'point de démonstration : rien n’est vrai',
    en: 'demonstration point: nothing is true',
  },
  browser: {
    takes: null,
    fr: 'dans le navigateur, sans fenêtre de bureau',
    en: 'in the browser, without a desktop window',
  },
  'no-open': { takes: null, fr: 'n’ouvre pas le navigateur', en: 'does not open the browser' },
  port: {
    takes: 'N',
    fr: 'numéro de port (navigateur), sinon un port libre',
    en: 'port number (browser), else a free one',
  },
  data: { takes: 'DIR', fr: 'dossier des données de la caisse', en: 'folder of the till’s data' },
  new: {
    takes: null,
    fr: 'installe une nouvelle caisse dans le dossier de --data',
    en: 'sets up a new till in the folder of --data',
  },
  till: {
    takes: 'NAME',
    fr: 'laquelle des caisses du dossier, quand il y en a plusieurs (PAR13-2)',
    en: 'which till of the folder, where there are several (PAR13-2)',
  },
  lang: { takes: 'fr|en', fr: 'langue', en: 'language' },
  help: { takes: null, fr: 'cette liste', en: 'this list' },
} as const satisfies Readonly<Record<string, { takes: string | null } & Record<StartLanguage, string>>>;

type Name = keyof typeof known;
type Valued = { [N in Name]: (typeof known)[N]['takes'] extends string ? N : never }[Name];

export interface StartOptions {
  readonly flags: ReadonlySet<Exclude<Name, Valued>>;
  /** 0 for any free one. */
  readonly port: number;
  readonly data: string | null;
  readonly language: StartLanguage | null;
  /** As it was typed: whether the point has it is known once it is open. */
  readonly till: TillId | null;
}

/** Reads what stands behind `--`: `--name value`, `--name=value` or a bare `--name`. */
export function readOptions(args: readonly string[]): Result<StartOptions, OptionRefusal> {
  const { tokens } = parseArgs({
    args: [...args],
    options: parsed,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | null>();
  for (const token of tokens) {
    if (token.kind !== 'option') return refuse({ kind: 'option-unknown', option: textOf(token, args) });
    const { name, rawName: option, value } = token;
    if (!isKnown(name)) return refuse({ kind: 'option-unknown', option });
    if (known[name].takes === null) {
      if (value !== undefined) return refuse({ kind: 'option-takes-no-value', option });
    } else if (!value || (!token.inlineValue && value.startsWith('-')))
      return refuse({ kind: 'option-needs-value', option });
    values.set(name, value ?? null);
  }
  const port = values.get('port') ?? '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return refuse({ kind: 'port-unreadable', value: port });
  const lang = values.get('lang') ?? null;
  if (lang !== null && lang !== 'fr' && lang !== 'en')
    return refuse({ kind: 'language-unknown', value: lang });
  const flags = [...values.keys()].filter((name): name is Exclude<Name, Valued> => !(name in valued));
  const till = values.get('till') ?? null;
  return ok({
    flags: new Set(flags),
    port: Number(port),
    data: values.get('data') ?? null,
    language: lang,
    till: till === null ? null : brandAs<TillId>(till.toUpperCase()),
  });
}

/** The language asked for, whatever else is wrong: a refusal is said in it. */
export const languageAmong = (args: readonly string[]): StartLanguage | null => {
  const said = args.join(' ').match(/--lang[= ](fr|en)(?: |$)/);
  return said ? (said[1] as StartLanguage) : null;
};

/** One option a line. */
export function optionLines(language: StartLanguage): readonly string[] {
  return Object.entries(known).map(
    ([name, one]) => `  ${`--${name} ${one.takes ?? ''}`.padEnd(16)}${one[language]}`,
  );
}

const isKnown = (name: string): name is Name => Object.hasOwn(known, name);
const valued = Object.fromEntries(Object.entries(known).filter(([, { takes }]) => takes !== null));
const parsed = Object.fromEntries(
  Object.entries(known).map(([name, { takes }]) => [
    name,
    { type: takes === null ? ('boolean' as const) : ('string' as const) },
  ]),
);

const textOf = (token: { readonly index: number }, args: readonly string[]): string =>
  args[token.index] ?? '';
