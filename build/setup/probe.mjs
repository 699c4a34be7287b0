// Loads what is compiled for this machine, and prints which files that took. Run by the project's Node.
import { realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const [given = '', ...names] = process.argv.slice(2);
const root = realpathSync(given);
const require = createRequire(join(root, 'package.json'));

for (const name of names) {
  try {
    const loaded = await import(pathToFileURL(require.resolve(name)).href);
    // This one loads its file when a database is opened.
    if (name === 'better-sqlite3') new loaded.default(':memory:').close();
  } catch (error) {
    console.error(`${name} (${String(error.message).split('\n')[0]})`);
    process.exit(1);
  }
}
process.report.excludeNetwork = true;
const { sharedObjects } = process.report.getReport();
const packages = join(root, 'node_modules');
const files = [realpathSync(process.execPath), ...sharedObjects.filter((path) => path.startsWith(packages))];
const asTheyAre = files.map((path) => {
  const { size, mtimeMs } = statSync(path);
  return { path: relative(root, path), bytes: size, atMs: mtimeMs };
});
console.log(JSON.stringify(asTheyAre));
