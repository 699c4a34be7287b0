import { join } from 'node:path';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import { root } from '#build/paths.ts';
import { startProgram } from './program.ts';
import type { Bench } from './runner.ts';

export interface Shell {
  readonly pid: number;
  /** Opens the till, once. */
  readonly url: string;
}

/** The demonstration point in the browser shell: the program that `npm start` runs, in its own process. */
export async function startShell(bench: Bench, folder: string): Promise<Shell> {
  const args = ['--demo', '--browser', '--no-open', '--data', folder];
  const program = await startProgram(bench, join(root, 'build/start.ts'), args);
  const [, url = ''] = await program.said(/^ready (http\S+)$/m);
  return { pid: program.pid, url };
}

export type Call = <N extends CallName>(
  name: N,
  input: Input<N>,
) => Promise<Extract<Answer<N>, { ok: true }>['value']>;

/** Calls as the page makes them, without the weight of a browser. @throws when one is refused. */
export async function callsOf({ url }: Shell): Promise<Call> {
  const { origin } = new URL(url);
  const opened = await fetch(url, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { 'content-type': 'application/json', origin, cookie };
  return async <N extends CallName>(name: N, input: Input<N>) => {
    const asked = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    const answer = (await asked.json()) as Answer<N>;
    if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  };
}
