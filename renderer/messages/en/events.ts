import type { IntegrityDefectKind } from '#domain/integrity.ts';
import type { Cents } from '#domain/money.ts';
import { differenceOf } from '../../ui/difference.ts';
import type { Formats } from '../../ui/format.ts';
import { inline, withDetails, wordFor } from '../event-detail.ts';
import type { EventSentences, ToldEvent } from '../event-sentence.ts';
import { periodWords } from '../period.ts';
import { exchange } from './exchange.ts';
import { closing } from './closing.ts';
import { frame } from './frame.ts';
import { peripherals } from './peripherals.ts';
import { basket } from './basket.ts';

type Details = readonly (string | null)[];
const told = (head: string, details: Details = []): string => withDetails(head, ': ', details);
const known = <T>(value: T | null, words: (value: T) => string): string | null =>
  value === null ? null : words(value);

const teamChanges: Readonly<Record<string, string>> = {
  created: 'Added to the team',
  reset: 'New password given',
  limited: 'Role or last day changed',
  stopped: 'Can no longer enter',
  resumed: 'Can enter again',
};
const settled: Readonly<Record<string, string>> = {
  'print-again': 'printed again',
  'consider-printed': 'it had come out',
  drop: 'given up',
  redirect: 'sent to another printer',
};
const defects: Readonly<Record<IntegrityDefectKind, string>> = {
  'records-missing': 'records are missing',
  'records-replaced': 'a record replaces another one',
  'record-changed': 'a record has changed',
  'sale-row-changed': 'a ticket does not match its record',
  'usage-changed': 'what people took had been changed',
  'rights-changed': 'rights or cards had been changed',
  'database-damaged': 'the database could not be read to its end',
  'guard-missing': 'a protection of the database was taken away or changed',
  'head-missing': 'the witness file is missing',
  'head-damaged': 'the witness file is damaged',
  'clock-back': 'the clock went back',
  'clock-jump': 'the clock jumped ahead',
};
const identityHow: Readonly<Record<string, string>> = {
  seen: 'document seen',
  'passed-on': 'left to the person for later',
};
const stockActs: Readonly<Record<string, string>> = {
  received: 'Stock received',
  counted: 'Stock put right after a count',
  'written-off': 'Taken out of stock',
};
const exports: Readonly<Record<string, string>> = {
  inspection: 'folder for an inspection',
  batch: 'day for headquarters',
};
const settingNames: Readonly<Record<string, string>> = { 'backup-folder': 'folder of the backups' };

const difference = (amount: Cents, say: Formats): string => {
  const { kind, cents } = differenceOf(amount);
  if (kind === 'same') return 'the count is right';
  return kind === 'more' ? `${say.money(cents)} too much` : `${say.money(cents)} missing`;
};
const product = ({ detail, names }: ToldEvent): string | null => known(detail.text('sku'), names.product);
const quoted = ({ detail }: ToldEvent, field: string): string | null =>
  detail.yes(`${field}Erased`) ? '[text erased]' : known(detail.text(field), (text) => `“${text}”`);
const numbered = ({ detail, say }: ToldEvent, field: string): string | null =>
  known(detail.number(field), (number) => `no. ${say.number(number)}`);
const amount = ({ detail, say }: ToldEvent, field: string): string | null =>
  known(detail.cents(field), say.money);
const onDay = ({ detail, say }: ToldEvent, field: string): string | null => known(detail.day(field), say.day);
const drawerReason = ({ detail }: ToldEvent): string | null =>
  wordFor(closing.clues.reasons, detail.text('reason'));
const envelope = ({ detail }: ToldEvent): string | null =>
  known(detail.text('envelope'), (text) => `envelope ${text}`);
const slip = ({ detail }: ToldEvent): string | null => known(detail.text('slip'), (text) => `slip ${text}`);
const unlike = ({ detail, say }: ToldEvent): string | null =>
  known(detail.cents('differenceCents') || null, (cents) => difference(cents, say));
const moved = (event: ToldEvent): Details => [amount(event, 'cents'), drawerReason(event), envelope(event)];
const answerOf = ({ detail }: ToldEvent): string | null => {
  const answer = detail.text('answer');
  return answer === 'already-have' ? 'accepted' : answer;
};
const clock = ({ detail, say }: ToldEvent): Details => [
  known(detail.at('from'), (at) => `from ${say.moment(at)}`),
  known(detail.at('to'), (at) => `to ${say.moment(at)}`),
];

export const eventsEn: EventSentences = {
  'sign-in': () => 'Signed in',
  'sign-out': () => 'Signed out',
  'taking-over': ({ detail, names }) =>
    told('Operator changed', [known(detail.text('previous'), (code) => `after ${names.operator(code)}`)]),
  'password-changed': () => 'Password changed',
  'right-changed': ({ detail, names }) =>
    told(wordFor(teamChanges, detail.text('change')) ?? 'Rights changed', [
      known(detail.text('of'), names.operator),
      wordFor(frame.operator.roles, detail.text('role')),
      detail.yes('admin') ? frame.operator.roles.admin : null,
    ]),
  'handover-counted': (event) =>
    told('Drawer counted at a handover', [
      amount(event, 'countedCents'),
      known(event.detail.cents('differenceCents'), (cents) => difference(cents, event.say)),
    ]),
  opening: (event) =>
    told('Till opened', [
      known(event.detail.day('businessDay'), (day) => `day of ${event.say.day(day)}`),
      known(event.detail.cents('floatCents'), (cents) => `float of ${event.say.money(cents)}`),
      known(event.detail.cents('floatDifferenceCents'), (cents) => difference(cents, event.say)),
    ]),
  closing: (event) =>
    told('Till closed', [known(event.detail.number('number'), (number) => `Z no. ${number}`)]),
  'x-report': () => 'The day so far (X) looked at',
  'line-removed': (event) =>
    told('Line taken out of the basket', [
      product(event),
      known(event.detail.number('quantity'), (count) => (count > 1 ? `${count} times` : 'once')),
      event.detail.text('unitKey'),
    ]),
  'basket-abandoned': ({ detail }) =>
    told('Basket given up', [
      known(detail.count('lines'), (count) => `${count} ${count > 1 ? 'lines' : 'line'}`),
      detail.text('reason') === 'closing'
        ? 'at closing'
        : inline(wordFor(basket.held.reasons, detail.text('reason'))),
    ]),
  override: (event) => told('Exception granted', [product(event), quoted(event, 'reason')]),
  'window-opened': ({ detail, say }) =>
    told((detail.number('renewal') ?? 0) > 0 ? 'Rights renewed' : 'Rights opened', [
      known(
        detail.day('from'),
        (from) =>
          known(detail.day('until'), (until) => `from ${say.day(from)} until ${say.day(until)}`) ?? '',
      ),
    ]),
  'window-taken-back': () => 'Rights opened by mistake, taken back: the referral can be used again',
  'referral-refused': () => 'Referral refused',
  'person-registered': () => 'Person registered',
  'card-given': () => 'Member card given',
  'card-sealed': () => 'Member card made known to the other points',
  'identity-seen': ({ detail }) =>
    told('Identity asked for by the carrier', [
      wordFor(identityHow, detail.text('how')),
      detail.text('unitKey'),
    ]),
  'referral-corrected': () => 'Referral corrected: it can be used again, and its rights are closed',
  'drawer-opened': (event) => told('Drawer opened without a sale', [drawerReason(event)]),
  'pay-in': (event) => told('Money put into the drawer', moved(event)),
  drop: (event) => told('Money taken out of the drawer', moved(event)),
  deposit: (event) =>
    told('Bank deposit made ready', [
      amount(event, 'cents'),
      known(event.detail.count('envelopes'), (count) => `${count} ${count > 1 ? 'envelopes' : 'envelope'}`),
      slip(event),
    ]),
  'deposit-credited': (event) =>
    told('Deposit seen on the bank statement', [
      slip(event),
      amount(event, 'cents'),
      onDay(event, 'on'),
      unlike(event),
    ]),
  'credit-statement': (event) =>
    told('Statement made for a structure', [numbered(event, 'number'), amount(event, 'cents')]),
  'credit-settled': (event) =>
    told('Statement paid by a structure', [
      numbered(event, 'number'),
      amount(event, 'cents'),
      onDay(event, 'on'),
      unlike(event),
    ]),
  'stock-moved': ({ detail, say }) =>
    told(wordFor(stockActs, detail.text('act')) ?? 'Stock changed', [
      (detail.count('moves') ?? 0) > 1 ? `${say.number(detail.count('moves') ?? 0)} articles` : null,
    ]),
  'stock-counted': (event) =>
    told('Stock counted', [
      product(event),
      known(event.detail.number('found'), (found) => `${found} found`),
      known(event.detail.number('expected'), (expected) => `${expected} expected`),
    ]),
  'unit-tested': ({ detail }) =>
    told('Device checked', [
      detail.text('unitKey'),
      detail.yes('tested') ? 'tested' : null,
      detail.yes('wiped') ? 'data wiped' : null,
    ]),
  'printer-chosen': ({ detail }) =>
    told('Printer chosen', [inline(wordFor(peripherals.printer.kinds, detail.text('kind')))]),
  'scanner-chosen': ({ detail }) =>
    told('Scanner set', [
      inline(wordFor(peripherals.scanner.wedges, detail.text('wedge'))),
      detail.yes('serial') ? 'on a serial port' : null,
    ]),
  'logo-chosen': ({ detail }) =>
    detail.yes('there') ? 'Logo of the tickets changed' : 'Logo of the tickets taken away',
  'print-settled': (event) =>
    told('Print settled by hand', [quoted(event, 'title'), wordFor(settled, event.detail.text('as'))]),
  'batch-sent': (event) => told('Day sent to headquarters', [numbered(event, 'batchNo')]),
  'batch-acknowledged': (event) =>
    told('Answer of headquarters for a day', [
      numbered(event, 'batchNo'),
      wordFor(exchange.state, answerOf(event)),
    ]),
  'batch-handed-over': (event) => told('Day handed over by hand', [numbered(event, 'batchNo')]),
  'answer-imported': ({ detail }) =>
    told('Answer of headquarters imported from a file', [
      known(detail.count('acknowledgements'), (count) => `${count} ${count > 1 ? 'days' : 'day'}`),
    ]),
  'reference-taken': (event) => told('Prices and structures updated', [numbered(event, 'number')]),
  'offline-start': () => 'Headquarters no longer answers',
  'offline-end': () => 'Headquarters answers again',
  'person-erased': () => 'File of a person erased',
  'integrity-defect': ({ detail }) => told('Anomaly noticed', [wordFor(defects, detail.text('kind'))]),
  'integrity-read': ({ detail }) =>
    told('Anomaly read', [known(detail.number('seq'), (seq) => `number ${seq}`)]),
  'integrity-checked': ({ detail, say }) =>
    told('Records verified', [known(detail.number('records'), say.number)]),
  'clock-jump': (event) => told('Clock of the computer changed', clock(event)),
  version: ({ detail }) =>
    told('New version of Comptoir', [
      detail.text('version'),
      known(detail.text('previous'), (previous) => `before ${previous}`),
    ]),
  baseline: () => 'What was here before this version was signed',
  backup: ({ detail }) =>
    told('Backup made', [
      detail.text('fileName'),
      known(detail.count('drives'), (drives) => (drives > 0 ? 'on a USB stick too' : 'on this computer')),
    ]),
  restore: ({ detail, say }) =>
    told('Point restored from a backup', [known(detail.at('madeAt'), (at) => `backup of ${say.moment(at)}`)]),
  archive: ({ detail, say }) =>
    told('Archive made', [
      known(detail.text('period'), (period) => periodWords(period, say, 'the whole journal')),
      detail.text('fileName'),
    ]),
  export: ({ detail }) =>
    told('File taken out of the till', [wordFor(exports, detail.text('what')), detail.text('fileName')]),
  'text-erased': () => 'Words of a reason erased',
  'setting-changed': ({ detail }) => told('Setting changed', [wordFor(settingNames, detail.text('what'))]),
  'till-added': ({ detail }) => told('Till added to this point', [detail.text('till')]),
  'training-on': () => 'Start of a training',
  'training-off': ({ detail }) =>
    told('End of the training', [detail.text('how') === 'crash' ? 'the computer had stopped' : null]),
};

export const unknownEventEn = 'An event that this screen cannot tell yet';
