import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchClosing } from './closing.ts';
import { benchHeadquarters } from './headquarters.ts';
import { benchJournal } from './journal.ts';
import { type Measured, meets, rounded } from './measure.ts';
import { benchPainted } from './painted.ts';
import { benchPeripherals } from './peripherals.ts';
import { benchSale } from './sale.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { outFolder } from '#build/paths.ts';

// Measures ratios in one run and states the machine. Names after `--` choose which.
const benches: Readonly<Record<string, (folder: string) => Promise<Measured[]>>> = {
  sale: benchSale,
  search: benchSearch,
  closing: benchClosing,
  journal: benchJournal,
  painted: benchPainted,
  peripherals: benchPeripherals,
  start: benchStart,
  headquarters: benchHeadquarters,
};

const asked = process.argv.slice(2);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(machine);
const measured: Measured[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), `comptoir-bench-${name}-`));
  try {
    for (const one of await bench(folder)) {
      measured.push(one);
      console.log(line(one));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
mkdirSync(outFolder, { recursive: true });
writeFileSync(
  join(outFolder, 'bench.json'),
  `${JSON.stringify({ machine, at: new Date().toISOString(), measured }, null, 2)}\n`,
);
process.exit(measured.every(meets) ? 0 : 1);

function line(one: Measured): string {
  const bar = 'most' in one.bar ? `≤ ${one.bar.most}` : `≥ ${one.bar.least}`;
  const detail = Object.entries(one.detail).map(([name, value]) => `${name} ${rounded(value)}`);
  const unit = one.unit === 'ratio' ? '' : ` ${one.unit}`;
  return `${meets(one) ? 'ok  ' : 'MISS'} ${one.what}: ${rounded(one.value)}${unit} (${bar}${unit}) — ${detail.join(', ')}`;
}
