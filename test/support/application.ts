import { join } from 'node:path';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import { migrationsFolder, version, workerFile } from '#build/paths.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type KeptTill, type KeptTillOptions, openKeptTill } from '#main/kept-till.ts';

/** How a shell opens a folder, with its keys beside it. */
export const applicationOptions = (
  folder: string,
  options: Partial<KeptTillOptions> = {},
): KeptTillOptions => ({
  folder,
  keystore: fileKeystore(join(folder, 'keys')),
  allowPlain: false,
  migrationsFolder,
  workerFile,
  demo: false,
  version,
  report: (_incident, error) => {
    throw error;
  },
  ...options,
});

/** The whole application on a folder, connected to its only till. */
export const applicationIn = (
  folder: string,
  options: Partial<KeptTillOptions> = {},
): ReturnType<typeof openKeptTill> => openKeptTill(applicationOptions(folder, options));

/** The demonstration till, for a process of its own: what goes wrong beside a call is written, and ends nothing. */
export async function demonstrationTill(folder: string, options: Partial<KeptTillOptions> = {}) {
  const opened = await applicationIn(folder, {
    demo: true,
    report: (incident, error) => {
      console.error(incident, error);
    },
    ...options,
  });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const application: KeptTill = opened.value;
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>> =>
    (await application.call(name, input)) as Answer<N>;
  const done = async <N extends CallName>(
    name: N,
    input: Input<N>,
  ): Promise<Extract<Answer<N>, { ok: true }>['value']> => {
    const answer = await call(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  };
  return { call, done, close: application.close };
}
