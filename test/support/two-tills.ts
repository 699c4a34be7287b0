import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import type { Topic } from '#contract/form/topics.ts';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type TillId, brandAs } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { type Application, openApplication } from '#main/application.ts';
import { argonPasswords } from '#main/access/passwords.ts';
import { openPoint } from '#main/point.ts';
import { setUpDemo } from '#main/set-up/demo.ts';
import { applicationOptions } from './application.ts';
import { migrationsFolder, temporaryFolder } from './database.ts';
import { plantTill } from './point.ts';

/** A connection to one till, typed as a page has it. */
export interface TillPage {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Answer<N>>;
  readonly done: <N extends CallName>(
    name: N,
    input: Input<N>,
  ) => Promise<Extract<Answer<N>, { ok: true }>['value']>;
  /** Topics it was told of so far. */
  readonly told: Topic[];
}

/** The demonstration point with two tills, in the whole application. */
export async function twoTills(): Promise<{
  readonly folder: string;
  readonly application: Application;
  readonly first: TillPage;
  readonly second: TillPage;
}> {
  const folder = temporaryFolder();
  const at = () => brandAs<never>('2026-11-22T10:00:00.000Z');
  await plantTwoTills(folder, at);
  const opened = await openApplication(applicationOptions(folder, { demo: true, now: at }));
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const application = opened.value;
  onTestFinished(application.close);
  const [first, second] = (['PAR13-1', 'PAR13-2'] as const).map((till) => pageOf(application, brandAs(till)));
  return { folder, application, first: first as TillPage, second: second as TillPage };
}

/** Sets the demonstration point up with two tills in a folder that holds none. */
export async function plantTwoTills(folder: string, now: () => Instant): Promise<void> {
  const keystore = fileKeystore(join(folder, 'keys'));
  const point = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!point.ok) throw new Error(point.refusal.kind);
  const store = storeOn(point.value.db);
  await setUpDemo(store, { keystore, passwords: argonPasswords, now });
  plantTill({ store, keystore, now }, 2);
  store.close();
}

export function pageOf(application: Application, till: TillId): TillPage {
  const connection = application.connect(till);
  if (!connection.ok) throw new Error(connection.refusal.kind);
  const told: Topic[] = [];
  connection.value.onChanged(({ topics }) => told.push(...topics));
  const call: TillPage['call'] = async (name, input) =>
    (await connection.value.call(name, input)) as Answer<typeof name>;
  return {
    told,
    call,
    done: async (name, input) => {
      const answer = await call(name, input);
      if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.refusal)}`);
      return answer.value;
    },
  };
}
