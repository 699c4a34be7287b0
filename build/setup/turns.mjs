// One process at a time, on any file system and any Node: each takes a turn, a file with a number above all
// others. Making such a file can only succeed once, and the last is never taken away, so that two that find a
// dead one's turn cannot both follow it.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'turn-';
const pollMs = 300;
/** A turn without a process in it is being written, for no longer than this. */
const writingMs = 5_000;

/** Waits until nobody else has the turn in this folder. `onWait` is told once whose turn it is. */
export async function takeTurn(folder, onWait) {
  mkdirSync(folder, { recursive: true });
  let told = false;
  for (;;) {
    const last = Math.max(0, ...turnsIn(folder));
    const holder = last === 0 ? null : holderOf(join(folder, `${prefix}${last}`));
    if (holder === null) {
      const turn = claim(folder, last + 1);
      if (turn) return turn;
    } else {
      if (!told) onWait(holder);
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

const turnsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)));

function claim(folder, number) {
  const file = join(folder, `${prefix}${number}`);
  const own = `${identity(process.pid)}\n`;
  try {
    writeFileSync(file, own, { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return null;
    throw error;
  }
  const all = turnsIn(folder);
  if (Math.max(...all) !== number) {
    rmSync(file, { force: true });
    return null;
  }
  for (const earlier of all.filter((one) => one !== number))
    rmSync(join(folder, `${prefix}${earlier}`), { force: true });
  return {
    /** While this child lives the turn is taken, even when we do not. */
    shareWith: (pid) => writeFileSync(file, `${own}${identity(pid)}\n`),
    end: () => writeFileSync(file, 'ended\n'),
  };
}

/** Process id of who has this turn, 0 when it is not written yet, null when nobody has it any more. */
function holderOf(file) {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    if (lines.length === 0) return Date.now() - statSync(file).mtimeMs < writingMs ? 0 : null;
    const living = lines.find((line) => line !== 'ended' && identity(Number(line.split(' ')[0])) === line);
    return living === undefined ? null : Number(living.split(' ')[0]);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A process id and, where the system tells, when it started: ids come round again. Null when it lives no more. */
function identity(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    // After the name, which may hold anything, the 20th field is the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' ? null : `${pid} ${fields[19]}`;
  } catch {
    return `${pid} -`;
  }
}
