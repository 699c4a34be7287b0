import { describe, expect, test } from 'vitest';
import { displayWords } from '#renderer/display/words.ts';
import { fr } from '#renderer/messages/fr/index.ts';
import type { Words } from '#renderer/messages/typeset.ts';
import { commandIn } from '#renderer/scanning/commands.ts';
import { stateWords } from '#hq/web/words.ts';
import { codeIn, pages, projectFiles, proseOf, read, rowsIn } from '../support/documents.ts';

// In every page, *italics* are words of a screen, exactly as they stand there: a button that gets another name must
// get it in the guides too.

/** One form for apostrophes and spaces, which the page sets by itself. */
const plain = (text: string): string => text.replaceAll("'", '’').replaceAll(/\s+/g, ' ').trim();

const texts = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));

const onScreen = new Set([...texts(fr), ...Object.values(displayWords.fr)].map(plain));
const isOnScreen = (text: string): boolean => onScreen.has(text);

/** Headquarters' page has no table of messages: its words stand in quotes or between tags. */
const headquarters = plain(
  projectFiles()
    .filter((file) => /^hq\/web\/.*\.tsx?$/.test(file))
    .map((file) => read(file))
    .join(' '),
);
const isAtHeadquarters = (text: string): boolean =>
  new RegExp(`[’">] ?${escaped(text)} ?[’"<{]`, 'u').test(headquarters);

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Runs in single stars, not those in double ones. */
const italicsIn = (text: string): string[] =>
  [...proseOf(text).matchAll(/(?<![*\w])\*(?![*\s])([^*]+)(?<!\s)\*(?![*\w])/g)].map(([, words = '']) =>
    plain(words),
  );

const guides = pages().filter(({ path }) => path.startsWith('docs/') && !path.startsWith('docs/decisions/'));
const italics = (path: string): string[] => italicsIn(read(path));
/** Cells of a table that name keys say the words of the help, in whatever case the sentence needs. */
const firstRows = (path: string): string[] => rowsIn(read(path)).map(([first = '']) => first);

describe('words in italics', () => {
  test('are on a screen of the till, or of headquarters in its guide', () => {
    const unknown = guides.flatMap(({ path, text }) =>
      italicsIn(text)
        .filter((words) => !isOnScreen(words))
        .filter((words) => path !== 'docs/guides/siege.md' || !isAtHeadquarters(words))
        .map((words) => `${path}: ${words}`),
    );
    expect(unknown).toEqual([]);
  });

  test('are many: every guide names what it speaks of', () => {
    const few = guides
      .filter(({ path }) => path.startsWith('docs/guides/'))
      .filter(({ text }) => italicsIn(text).length < 3)
      .map(({ path }) => path);
    expect(few).toEqual([]);
  });
});

describe('whole lists', () => {
  test('the first day has every key with what it does, and every code of the sheet', () => {
    const guide = 'docs/guides/premiere-journee.md';
    const rows = rowsIn(read(guide)).map((cells) => plain(cells.join(' ')));
    for (const [key, does] of Object.entries(fr.keys.does)) {
      const name = fr.keys.names[key as keyof typeof fr.keys.names];
      const said = rows.filter((row) => row.includes(`${name} *${plain(does)}*`));
      expect(said.length, `${name} ${does}`).toBe(1);
    }
    const codes = codeIn(read(guide)).filter((code) => code.startsWith('!'));
    expect(new Set(codes.map((code) => commandIn([code])))).toEqual(new Set(Object.keys(fr.keys.commands)));
  });

  test('the manager’s guide says what to do in each state of a day to send', () => {
    const said = firstRows('docs/guides/responsable.md').flatMap(italicsIn);
    expect(said).toEqual(expect.arrayContaining(Object.values(fr.exchange.state).map(plain)));
  });

  test('the guide of peripherals says what to do at each fault of the printer, and what each kind of printer is', () => {
    const said = firstRows('docs/guides/peripheriques.md').flatMap(italicsIn);
    const { faults, 'paper-near-end': nearEnd, waiting } = fr.frame.printer;
    const wanted = [
      ...Object.values(faults),
      nearEnd,
      waiting,
      ...Object.values(fr.peripherals.printer.kinds),
    ];
    expect(said).toEqual(expect.arrayContaining(wanted.map(plain)));
  });

  test('headquarters’ guide says what to do at each state of a day', () => {
    const said = firstRows('docs/guides/siege.md').flatMap(italicsIn);
    expect(said.toSorted()).toEqual(Object.values(stateWords).map(plain).toSorted());
  });

  test('every place of the menu has its word in a guide', () => {
    const named = new Set(guides.flatMap(({ path }) => italics(path)));
    expect(Object.values(fr.frame.places).filter((place) => !named.has(plain(place)))).toEqual([]);
  });
});
