import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { forgetSurvivors } from './mutants/again.ts';
import { mutantOptions } from './mutants/options.ts';
import { told } from './mutants/told.ts';
import { outFolder, root } from './paths.ts';

// Changes the program in thousands of small ways and tells which changes no test notices. Hours, not minutes: by hand.
const read = mutantOptions(process.argv.slice(2), (path) => existsSync(join(root, path)));
if (!read.ok) {
  console.error(read.refusal);
  process.exit(2);
}
const { options, env } = read.value;
process.chdir(root);
Object.assign(process.env, env);
const folder = join(outFolder, 'mutants');
mkdirSync(folder, { recursive: true });
if (options.incremental && options.incrementalFile) forgetSurvivors(options.incrementalFile);
const { survivors, sentence } = told(await new Stryker(options).runMutationTest(), root);
writeFileSync(join(folder, 'survivors.txt'), survivors.map((one) => `${one}\n`).join(''));
for (const one of survivors) console.log(one);
console.log(sentence);
