import { spawn } from 'node:child_process';
import { root } from './place.mjs';

const signals = ['SIGINT', 'SIGTERM'];

/** Runs a command to its end and keeps what it said. `started` is told its process id. */
export function finish(command, args, { started = () => undefined, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    // Whoever stops this stops the child first: a setter-up left behind would write under the next one's hands.
    let stopped = false;
    const stop = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    const end = (code) => {
      for (const signal of signals) process.off(signal, stop);
      if (stopped) process.exit(1);
      resolve({ code, said });
    };
    for (const signal of signals) process.on(signal, stop);
    child.on('error', (error) => {
      said += `${error.code ?? ''} ${error.message}`;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
    if (child.pid !== undefined) started(child.pid);
  });
}
