import { onTestFinished } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { type Day, type Instant, day, instant, instantFromMs, instantMs } from '#domain/time.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { openStore } from '#hq/open-store.ts';
import { startHeadquarters } from '#hq/server/start.ts';
import { openApplication } from '#main/application.ts';
import { type TestNetwork, newNetwork } from '#test/hq/network.ts';
import { applicationOptions } from '../support/application.ts';
import { temporaryFolder } from '../support/database.ts';
import { closeDay, float50 } from '../support/desk.ts';
import { type TillPage, pageOf } from '../support/two-tills.ts';

export const chief = { operator: brandAs<never>('E01'), password: 'Cle-du-13e' };
export const agreed = { approver: chief.operator, password: chief.password };

/** Two real points, the first with two tills, and their headquarters, on one clock that the test moves. */
export interface TwoPoints {
  readonly hq: TestNetwork;
  readonly first: TillPage;
  readonly beside: TillPage;
  readonly other: TillPage;
  /** Where the second point keeps everything. */
  readonly otherFolder: string;
  /** Opens the day of a till, by its chief. */
  readonly open: (page: TillPage) => Promise<void>;
  /** Closes the open days of these tills and sends them; then every point hears what headquarters knows. */
  readonly exchange: (...closing: readonly TillPage[]) => Promise<void>;
  readonly nextDay: () => void;
  readonly today: () => Day;
}

/** `through`: what stands between the points and headquarters; gives the address that they know. */
export async function twoPoints(
  through: (url: string) => Promise<string> = async (url) => url,
): Promise<TwoPoints> {
  let at: Instant = instant('2026-11-23T09:00:00.000Z');
  const store = await openStore({ at });
  if (!store.ok) throw new Error(store.refusal.kind);
  const network = await newNetwork(store.value);
  const hq: TestNetwork = { ...network, now: () => at };
  const server = await startHeadquarters({ ...hq, port: 0 });
  onTestFinished(async () => {
    await server.close();
    await store.value.close();
  });
  const url = await through(server.url);
  const codeOf = async (till: string): Promise<string> => {
    const made = await makeEnrolmentCode(hq, brandAs(till.split('-')[0] ?? ''), brandAs(till));
    if (!made.ok) throw new Error(made.refusal.kind);
    return made.value.code;
  };
  const pointOf = async (till: string) => {
    const folder = temporaryFolder();
    const opened = await openApplication(applicationOptions(folder, { now: () => at }));
    if (!opened.ok) throw new Error(opened.refusal.kind);
    onTestFinished(opened.value.close);
    const connection = opened.value.connect(null);
    if (!connection.ok) throw new Error(connection.refusal.kind);
    await connection.value.call('enrol', { code: await codeOf(till), url });
    const page = pageOf(opened.value, brandAs(till));
    await page.done('createFirstOperator', { name: 'Nadia', password: chief.password });
    return { application: opened.value, page, folder };
  };
  const { application, page: first } = await pointOf('PAR13-1');
  await first.done('addTill', { code: await codeOf('PAR13-2') });
  const beside = pageOf(application, brandAs('PAR13-2'));
  await beside.done('signIn', chief);
  const { page: other, folder: otherFolder } = await pointOf('STD-1');
  const today = (): Day => day(at.slice(0, 10));
  return {
    hq,
    first,
    beside,
    other,
    otherFolder,
    today,
    open: async (page) => {
      await page.done('openSession', { businessDay: today(), count: float50, dayConfirmed: true });
    },
    exchange: async (...closing) => {
      for (const page of closing) await closeDay(page);
      for (const page of closing) await page.done('sendNow', {});
      for (const page of [first, beside, other]) await page.done('sendNow', {});
    },
    nextDay: () => {
      at = instantFromMs(instantMs(at) + 86_400_000);
    },
  };
}
