import { expect, test } from 'vitest';
import type { Site } from '#domain/catalogue.ts';
import { type TicketNumber, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { memberCardTicket } from '#paper/card.ts';
import { markTraining, wordsTicket } from '#paper/document.ts';
import { saleTicket } from '#paper/ticket.ts';
import { day, instant } from '#domain/time.ts';
import { catalogue, paris, sold, soldLine } from '#test/support/catalogue.ts';

// What stands in the middle, large or bold: whole blocks compared, so that no style is lost unseen.

const site = catalogue.sites.find((one) => one.code === paris) as Site;
const centred = { kind: 'text', align: 'center' } as const;
const heading = (text: string) => ({ ...centred, text, bold: true });
const large = (text: string) => ({ ...heading(text), large: true });

test('a duplicata of a return, block by block', () => {
  const given = soldLine({ quantity: 1, guaranteeUntil: day('2028-11-21') });
  const back = soldLine({ quantity: -1, guaranteeUntil: day('2028-11-20'), returns: null });
  const none = soldLine({ quantity: 0, label: 'rien' });
  const { blocks } = saleTicket({
    sale: sold([back, given, none], {
      kind: 'return',
      original: brandAs<TicketNumber>('PAR13-1-2026-000041'),
      tenders: [{ kind: 'bankCard', cents: cents(-500), reference: null }],
      savingCents: cents(0),
    }),
    at: instant('2026-11-22T09:30:00.000Z'),
    site,
    till: '1',
    mark: 'CGMS',
    guaranteeText: 'Garantie',
    version: '1.0.0',
    print: 2,
  });
  const euro = '\u202f€';
  expect(blocks).toEqual([
    { kind: 'logo' },
    large('Paris 13ᵉ'),
    { ...centred, text: 'Comptoir solidaire (association fictive)' },
    { ...centred, text: site.address },
    { ...centred, text: `SIRET ${site.siret}` },
    { kind: 'rule' },
    heading('DUPLICATA 1'),
    heading('Remboursement'),
    { kind: 'pair', left: 'PAR13-1-2026-000042', right: 'Caisse 1' },
    { kind: 'text', text: '22/11/2026 10:30' },
    { kind: 'text', text: 'Ticket d’origine PAR13-1-2026-000041' },
    { kind: 'rule' },
    { kind: 'pair', left: '-1 × Carte prépayée SFR', right: `−5,00${euro}` },
    { kind: 'text', text: `  valeur indicative −35,00${euro}` },
    { kind: 'pair', left: 'Carte prépayée SFR', right: `5,00${euro}` },
    { kind: 'text', text: `  valeur indicative 35,00${euro}` },
    { kind: 'pair', left: 'rien', right: `0,00${euro}` },
    { kind: 'rule' },
    { kind: 'pair', left: 'Total', right: `0,00${euro}`, bold: true },
    { kind: 'pair', left: 'Carte bancaire', right: `−5,00${euro}` },
    { kind: 'text', text: site.vatWording },
    { kind: 'rule' },
    { kind: 'text', text: 'Garantie' },
    { kind: 'text', text: 'Garantie jusqu’au 21/11/2028 : Carte prépayée SFR' },
    { kind: 'rule' },
    { kind: 'pair', left: '3 lignes', right: 'Signature CGMS' },
    { kind: 'pair', left: 'Comptoir 1.0.0', right: 'Impression 2' },
    { kind: 'barcode', text: 'PAR13-1-2026-000042' },
    { kind: 'qr', text: 'PAR13-1-2026-000042' },
  ]);
});

test('a member card, block by block', () => {
  expect(memberCardTicket({ card: '4711082307', firstName: 'Fatoumata', initial: 'D', site }).blocks).toEqual(
    [
      { kind: 'logo' },
      heading('Carte d’inscrit'),
      large('Fatoumata D.'),
      { kind: 'barcode', text: '4711082307' },
      { kind: 'qr', text: '4711082307' },
      { ...centred, text: `${site.name} — ${site.phone}` },
      { ...centred, text: 'Gardez cette carte : elle suffit pour revenir.' },
    ],
  );
});

test('words on paper: a sentence, a pair, a space, a block as it is', () => {
  const rule = { kind: 'rule' } as const;
  expect(wordsTicket('Z 1', ['Bonjour', ['Total', '5'], '', rule])).toEqual({
    title: 'Z 1',
    blocks: [
      large('Z 1'),
      rule,
      { kind: 'text', text: 'Bonjour' },
      { kind: 'pair', left: 'Total', right: '5' },
      { kind: 'space' },
      rule,
    ],
  });
});

test('a training paper is marked at both ends, once, and a paper of nothing is not', () => {
  const marked = markTraining({ title: 't', blocks: [{ kind: 'rule' }] });
  expect(marked.blocks).toHaveLength(3);
  expect(marked.blocks[0]).toEqual(marked.blocks[2]);
  expect(marked.blocks[0]).toMatchObject({ ...centred, bold: true });
  expect(markTraining(marked)).toEqual(marked);
  expect(markTraining({ title: 't', blocks: [] })).toEqual({ title: 't', blocks: [] });
});
