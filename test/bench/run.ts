import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outFolder } from '#build/paths.ts';
import { benchClosing } from './closing.ts';
import { benchHeadquarters } from './headquarters.ts';
import { benchJournal } from './journal.ts';
import { benchLedger } from './ledger.ts';
import { benchMemory } from './memory.ts';
import { benchPainted } from './painted.ts';
import { benchPeripherals } from './peripherals.ts';
import { type Measure, runMeasures } from './runner.ts';
import { benchSale } from './sale.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { isGood, lineOf, summaryOf } from './table.ts';

// Measures and states the machine. Names choose which; `--quick` runs a little of each.
const measures: Readonly<Record<string, Measure>> = {
  sale: benchSale,
  search: benchSearch,
  ledger: benchLedger,
  closing: benchClosing,
  journal: benchJournal,
  painted: benchPainted,
  peripherals: benchPeripherals,
  start: benchStart,
  memory: benchMemory,
  headquarters: benchHeadquarters,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(`No such measure: ${unknown.join(', ')}. There are ${Object.keys(measures).join(', ')}.`);
  process.exit(2);
}
const volume = values.quick ? 'quick' : 'full';
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(machine);

// Whatever anything puts into the temporary folder, libraries too, is gone at the end, however that comes.
const temporary = mkdtempSync(join(tmpdir(), 'comptoir-bench-'));
process.env['TMPDIR'] = temporary;
// PostgreSQL runs under an account of its own.
chmodSync(temporary, 0o755);
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const chosen = Object.entries(measures).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
const report = await runMeasures(Object.fromEntries(chosen), {
  volume,
  stop: stop.signal,
  tell: (news) => {
    if (news.kind === 'measured') console.log(lineOf(news.row, volume));
    else if (news.kind === 'not-measured') console.log(`Not measured: ${news.what}.`);
    else console.error(`FAILED ${news.name}: ${news.why}`, placesIn(news.error));
  },
});

mkdirSync(outFolder, { recursive: true });
// A quick run does not take the place of numbers that mean something.
const file = volume === 'quick' ? 'bench-quick.json' : 'bench.json';
const kept = { machine, at: new Date().toISOString(), ...report };
writeFileSync(join(outFolder, file), `${JSON.stringify(kept, null, 2)}\n`);
console.log(`\n${summaryOf(report).join('\n')}`);
process.exit(isGood(report) ? 0 : 1);

function placesIn(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return ['', ...lines.filter((line) => /^ +at /.test(line))].join('\n');
}
