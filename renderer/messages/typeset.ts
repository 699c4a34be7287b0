const narrow = '\u202F';

/** French typography: a narrow no-break space before `€ % : ; ! ? »` and after `«`, a curly apostrophe. */
export function typesetFrench(text: string): string {
  return text
    .replace(/[ \u00A0]([€%:;!?»])/g, `${narrow}$1`)
    .replace(/«[ \u00A0]/g, `«${narrow}`)
    .replaceAll("'", '’');
}

/** Words of an area: texts, or groups of texts. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** The same shape in another language: a missing or a foreign key does not compile. */
export type SameWords<W> = { readonly [K in keyof W]: W[K] extends string ? string : SameWords<W[K]> };

export function typesetAll<W extends Words>(words: W, typeset: (text: string) => string): W {
  const done = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === 'string' ? typeset(value) : typesetAll(value, typeset),
  ]);
  return Object.fromEntries(done) as W;
}
