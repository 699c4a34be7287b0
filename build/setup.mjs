// Brings a bare clone to a state in which anything runs. Plain JavaScript for any Node from 18 on.
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildStands, makeBuild } from './setup/builds.mjs';
import { installPackages, packagesStand } from './setup/packages.mjs';
import { root } from './setup/place.mjs';
import { languageOf, problemOf, sentenceOf, wordsIn } from './setup/problems.mjs';
import { takeTurn } from './setup/turns.mjs';

const out = join(root, 'out');
const folder = join(out, 'setup');

/** Installs and builds what is missing for these builds, one process at a time. Null, or a sentence that says what failed. */
export async function setUp(builds, args) {
  if (packagesStand() && builds.every(buildStands)) return null;
  const language = languageOf(args);
  const words = wordsIn(language);
  const step = { now: 'install' };
  try {
    // Asked beforehand: in a read-only place, making a folder fails with words that name another cause.
    accessSync(existsSync(out) ? out : root, constants.W_OK);
    const turn = await takeTurn(folder, (pid) => console.error(words.waiting(pid, folder)));
    const problem = await setUpAlone(builds, { words, step, started: turn.shareWith });
    turn.end();
    return problem && sentenceOf(problem, language, root);
  } catch (error) {
    return sentenceOf(problemOf(step.now, error), language, root);
  }
}

/** Another command may have done it while we waited, so each is looked at again. */
async function setUpAlone(builds, { words, step, started }) {
  const tell = () => console.error(words.installing);
  if (!packagesStand()) {
    const problem = await installPackages({ scratch: join(folder, 'node'), started, tell });
    if (problem) return problem;
  }
  step.now = 'build';
  for (const build of builds.filter((one) => !buildStands(one))) {
    console.error(words.building(build.name));
    const problem = await makeBuild(build, { started });
    if (problem) return problem;
  }
  return null;
}
