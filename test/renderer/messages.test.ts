import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#build/paths.ts';
import { en } from '#renderer/messages/en/index.ts';
import { fr } from '#renderer/messages/fr/index.ts';
import { createI18n } from '#renderer/messages/i18n.ts';
import type { Words } from '#renderer/messages/typeset.ts';
import { describe, expect, it } from 'vitest';

function flat(words: Words, before = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}${key}`, value] as [string, string]]
      : flat(value, `${before}${key}.`),
  );
}
const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1] ?? '').toSorted();

describe('words of the interface', () => {
  const french = new Map(flat(fr));
  const english = new Map(flat(en));

  it('are the same keys in both languages, none of them empty', () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted());
    for (const [key, text] of [...french, ...english]) expect(text.trim(), key).not.toBe('');
  });

  it('take the same parameters in both languages', () => {
    for (const [key, text] of french) expect(holes(english.get(key) ?? ''), key).toEqual(holes(text));
  });

  it('count in the plural of each language', () => {
    const i18n = createI18n('fr');
    const t = i18n.t.bind(i18n);
    expect(t('frame.days.waiting', { count: 1 })).toBe('1 jour à envoyer');
    expect(t('frame.days.waiting', { count: 2 })).toBe('2 jours à envoyer');
    return i18n
      .changeLanguage('en')
      .then(() => expect(t('frame.days.waiting', { count: 2 })).toBe('2 days to send'));
  });

  it('carry French typography without anybody typing it', () => {
    expect(createI18n('fr').t('basket.holdTitle', { who: 'F. D.' })).toBe(
      'Mettre en attente la vente de F. D.\u202F?',
    );
  });

  it('are all there for every key that a screen asks for', () => {
    const keys = new Set([...french.keys()].map((key) => key.replace(/_(?:one|other|many)$/, '')));
    const begins = (prefix: string): boolean => [...keys].some((key) => key.startsWith(prefix));
    const asked = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(root, 'renderer', file), 'utf8');
        const whole = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].filter(([, key = '']) => !keys.has(key));
        const begun = [...text.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)].filter(([, key = '']) => !begins(key));
        return [...whole, ...begun].map(([, key]) => `${file}: ${key}`);
      });
    expect(asked).toEqual([]);
  });
});
