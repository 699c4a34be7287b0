import { expect, test } from 'vitest';
import { highestLogo } from '#contract/sheet.ts';
import { noticeLanguages } from '#contract/person.ts';
import { euros } from '#domain/money.ts';
import { widestPicture } from '#paper/document.ts';
import { largestPlain } from '#exchange/open-batch.ts';
import { publishedFile } from '#exchange/catalogue-schema.ts';
import { headFileBytes } from '#exchange/heads-file.ts';
import { codeLifeMs } from '#hq/enrol.ts';
import { lookBackDays } from '#hq/publish/reference.ts';
import { receivedFileKeptMs } from '#hq/server/batch-files.ts';
import { allowedSkewMs } from '#hq/server/till-routes.ts';
import { freeTries } from '#main/access/check-password.ts';
import { cardsAPage } from '#main/sheet/card-labels.ts';
import { keptInFolder } from '#main/backup/make.ts';
import { acceptedFileKeptMs, quietMs } from '#main/exchange/loop.ts';
import { draftKeptMs } from '#main/person/registration-draft.ts';
import { pinTries } from '#main/access/unlock.ts';
import { read, rowsIn } from '../support/documents.ts';

// How long, how many, how much: a page says the number that the program uses.

const minuteMs = 60_000;
const hours = (ms: number): string => `${ms / (60 * minuteMs)} heures`;
const days = (ms: number): string => `${ms / (24 * 60 * minuteMs)} jours`;
const inWords = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const wordOf = (count: number): string => inWords[count] ?? String(count);

const policy = publishedFile.parse(JSON.parse(read('exchange/demonstration.json'))).policy;
const shortMoney = (cents: Parameters<typeof euros>[0]): string =>
  euros(cents).replace(',00', '').replaceAll(/\s/gu, ' ');

/** What is done today, of the row of the table of durations that names this. */
const kept = (what: string): string => {
  const rows = rowsIn(read('docs/rgpd/durees-de-conservation.md'));
  return rows.find(([data = '']) => data.includes(what))?.[2] ?? `no row ${what}`;
};

test('what is forgotten by itself is said with the time after which it is', () => {
  expect(kept('`draft`')).toContain(`après ${hours(draftKeptMs)}`);
  expect(kept('`batch.file`')).toContain(`effacé ${days(acceptedFileKeptMs)} après`);
  expect(kept('fichiers reçus au siège')).toContain(`après ${days(receivedFileKeptMs)} par \`serve\``);
  expect(kept('`.comptoir-backup`')).toContain(`les ${keptInFolder} dernières`);
});

test.each([
  ['docs/guides/responsable.md', `(les ${keptInFolder} dernières)`],
  ['docs/guides/responsable.md', `(${shortMoney(policy.refundLimitForSellerCents)} dans les règles de dém`],
  ['docs/guides/responsable.md', `(${shortMoney(policy.differenceNeedsManagerCents)} dans les règles de dém`],
  ['docs/guides/premiere-journee.md', `${wordOf(pinTries)} codes faux`],
  ['docs/guides/mises-a-jour.md', `dans les ${days(acceptedFileKeptMs)}`],
  ['docs/guides/siege.md', `valable ${wordOf(codeLifeMs / (24 * 60 * minuteMs))} jours`],
  ['docs/guides/siege.md', quietMs === 30 * minuteMs ? 'au plus une demi-heure' : `${quietMs} ms`],
  ['docs/guides/logo.md', `${widestPicture} points de large et ${highestLogo} de haut`],
  ['docs/guides/peripheriques.md', `en ${wordOf(noticeLanguages.length)} langues`],
  ['docs/guides/peripheriques.md', `${cardsAPage} cartes d'inscrit vierges`],
  ['docs/rgpd/aipd-projet.md', `en ${wordOf(noticeLanguages.length)} langues`],
  ['docs/rgpd/registre.md', `après ${wordOf(freeTries)} essais`],
  ['docs/formats/batch.md', `more than ${largestPlain / 2 ** 20} MB`],
  ['docs/formats/batch.md', `more than ${allowedSkewMs / minuteMs} minutes`],
  ['docs/formats/reference.md', `last ${lookBackDays} days`],
  ['docs/formats/heads.md', `${headFileBytes.toLocaleString('en')} bytes`],
])('%s says: %s', (path, said) => {
  expect(read(path).replaceAll(/\s+/gu, ' ').toLowerCase()).toContain(said.toLowerCase());
});
