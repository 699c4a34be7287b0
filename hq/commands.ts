import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FamilyId, type PrescriberId, type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { dayIn, parseDay } from '#domain/time.ts';
import { answerFileName } from '#exchange/answer.ts';
import { enrolTill, makeEnrolmentCode } from './enrol.ts';
import { importBatch } from './import/import-batch.ts';
import { verifySignatures } from './import/verify-signatures.ts';
import { issueReferralFor } from './issue-referral.ts';
import { publish } from './publish/publications.ts';
import type { ReferenceDeps } from './publish/reference.ts';
import { answerFor } from './server/till-routes.ts';
import { lookAtLedger, makeLedgerAnew } from './ledger/made-anew.ts';
import { undoUpgrade } from './store/upgrade.ts';

/** What a command wrote, line by line, and how it ended. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly code: 0 | 1;
}

const done = (...lines: string[]): Outcome => ({ lines, code: 0 });
const failed = (...lines: string[]): Outcome => ({ lines, code: 1 });

type Command = (deps: ReferenceDeps, args: readonly string[]) => Promise<Outcome>;

/** Every command but `serve`. Paths in the arguments are absolute. */
export const commands: Readonly<Record<string, Command>> = {
  publish: publishFile,
  enrol,
  import: importFiles,
  'issue-referral': issueReferral,
  verify: verifyRecords,
  rebuild: rebuildLedger,
  'undo-upgrade': undoLastUpgrade,
};

async function publishFile(deps: ReferenceDeps, args: readonly string[]): Promise<Outcome> {
  const [path] = args;
  if (path === undefined) return failed('publish FILE');
  const published = await publish(deps.store, await readFile(path, 'utf8'), {
    name: 'publish',
    at: deps.now(),
  });
  if (published.ok) return done(`publication ${published.value}`);
  return failed(...published.refusal.map((one) => `${one.path}: ${one.why}`));
}

/** `enrol SITE TILL` prints a code; `enrol --request FILE` answers a till that came with a file. */
async function enrol(deps: ReferenceDeps, args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { request: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.request !== undefined) return enrolByFile(deps, values.request, values.out);
  const [site, number] = positionals;
  if (site === undefined || !/^[1-9]\d{0,2}$/.test(number ?? '')) return failed('enrol SITE TILL');
  const till = brandAs<TillId>(`${site}-${number}`);
  const made = await makeEnrolmentCode(deps, brandAs<SiteCode>(site), till);
  return made.ok ? done(made.value.code, `until ${made.value.expiresAt}`) : failed(made.refusal.kind);
}

async function enrolByFile(deps: ReferenceDeps, request: string, out: string | undefined): Promise<Outcome> {
  const enrolled = await enrolTill(deps, await readFile(request, 'utf8'));
  if (!enrolled.ok) return failed(enrolled.refusal.kind);
  const path = out ?? `${request}.answer`;
  await writeFile(path, enrolled.value, { mode: 0o600 });
  return done(path);
}

/** `import FILE… [--answer DIR]`: batches brought on a stick; the answer files go back the same way. */
async function importFiles(deps: ReferenceDeps, args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { answer: { type: 'string' } },
  });
  if (positionals.length === 0) return failed('import FILE… [--answer DIR]');
  const lines: string[] = [];
  const callers = new Map<TillId, { readonly till: TillId; readonly site: SiteCode }>();
  let code: Outcome['code'] = 0;
  // By name: a till's batches then come in the order of their numbers.
  for (const path of positionals.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1))) {
    const { body } = await importBatch(deps, await readFile(path), null);
    const { kind, ...more } = body.status;
    const detail = Object.values(more).map((one) => ` ${String(one)}`);
    lines.push(`${basename(path)}: ${kind}${detail.join('')}`);
    if (kind !== 'accepted' && kind !== 'already-have') code = 1;
    if (body.till !== null && body.site !== null)
      callers.set(body.till, { till: body.till, site: body.site });
  }
  if (values.answer !== undefined)
    for (const caller of callers.values()) {
      const path = join(values.answer, answerFileName(caller.till));
      await writeFile(path, await answerFor(deps, caller), { mode: 0o600 });
      lines.push(path);
    }
  return { lines, code };
}

async function issueReferral(deps: ReferenceDeps, args: readonly string[]): Promise<Outcome> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      prescriber: { type: 'string' },
      initials: { type: 'string' },
      year: { type: 'string' },
      families: { type: 'string', default: '*' },
      on: { type: 'string' },
    },
  });
  const birthYear = Number(values.year);
  const issuedOn = values.on === undefined ? dayIn(deps.now(), 'Europe/Paris') : parseDay(values.on);
  if (values.prescriber === undefined || !values.initials || !/^\d{4}$/.test(values.year ?? '') || !issuedOn)
    return failed(
      'issue-referral --prescriber P001 --initials FD --year 1984 [--families sim+phone] [--on DAY]',
    );
  const issued = await issueReferralFor(
    deps,
    {
      prescriberId: brandAs<PrescriberId>(values.prescriber),
      initials: values.initials.toUpperCase(),
      birthYear,
      families:
        values.families === '*' ? '*' : values.families.split(/[+,]/).map((one) => brandAs<FamilyId>(one)),
      issuedOn,
    },
    'issue-referral',
  );
  return issued.ok ? done(issued.value.code, `until ${issued.value.expiresOn}`) : failed(issued.refusal.kind);
}

async function verifyRecords(deps: ReferenceDeps): Promise<Outcome> {
  const { batches, records, defects } = await verifySignatures(deps.store, deps.now);
  const lines = defects.map((one) => `${one.till} ${one.chain} ${one.seq}: wrong signature`);
  const { rows, changed } = await lookAtLedger(deps.store);
  const ledger =
    changed === 0
      ? `${rows} rows of rights and usage are what the records give`
      : `${changed} rows of rights and usage are not what the records give: rebuild makes them anew`;
  return {
    lines: [`${batches} batches, ${records} records`, ledger, ...lines],
    code: defects.length === 0 && changed === 0 ? 0 : 1,
  };
}

/** Makes anew, from the signed records alone, what everybody took and may take. */
async function rebuildLedger({ store }: ReferenceDeps): Promise<Outcome> {
  const { rows, changed } = await makeLedgerAnew(store);
  return done(`${rows} rows counted from the records, ${changed} of them otherwise than before`);
}

/** The next start of this version would upgrade again: the version before is installed first. */
async function undoLastUpgrade({ store }: ReferenceDeps): Promise<Outcome> {
  const undone = await store.exclusively(undoUpgrade);
  if (undone.ok)
    return done('The tables are as they were before the upgrade. Install the version before, then start it.');
  return undone.refusal.kind === 'nothing-to-undo'
    ? failed('No copy from before an upgrade is kept here.')
    : failed(
        `${undone.refusal.count} batches came in since the upgrade and were answered: going back would lose them.`,
        'Stay with this version, or put back a backup of the whole database.',
      );
}
