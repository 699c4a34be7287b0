import { onTestFinished } from 'vitest';
import { type TillId, brandAs } from '#domain/ids.ts';
import { type Day, type Instant, addDays, day, instant } from '#domain/time.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { openStore } from '#hq/open-store.ts';
import { startHeadquarters } from '#hq/server/start.ts';
import { type Application, openApplication } from '#main/application.ts';
import { type TestNetwork, newNetwork } from '#test/hq/network.ts';
import { applicationOptions } from '#test/support/application.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { closeDay, float50 } from '#test/support/desk.ts';
import { type TillPage, pageOf } from '#test/support/two-tills.ts';

export const chief = { operator: brandAs<never>('E01'), password: 'Cle-du-13e' };
export const agreed = { approver: chief.operator, password: chief.password };

/** Two real points, the first with two tills, and their headquarters, on days that the test moves. */
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
  /** Ends the application that holds a till, and starts it again on its folder. */
  readonly restart: (page: TillPage) => Promise<void>;
  readonly nextDay: () => void;
  readonly today: () => Day;
}

export interface TwoPointsOptions {
  /** What stands between the points and headquarters; gives the address that they know. */
  readonly through?: (url: string) => Promise<string>;
  readonly from?: Day;
  /** What the clock of the second point says at 9:00. */
  readonly otherClock?: string;
  readonly otherFolder?: string;
}

export async function twoPoints({
  through = async (url) => url,
  from = day('2026-11-23'),
  otherClock = '09:00',
  otherFolder = temporaryFolder(),
}: TwoPointsOptions = {}): Promise<TwoPoints> {
  let today = from;
  const at = (time: string) => (): Instant => instant(`${today}T${time}:00.000Z`);
  const now = at('09:00');
  const store = await openStore({ at: now() });
  if (!store.ok) throw new Error(store.refusal.kind);
  const hq: TestNetwork = { ...(await newNetwork(store.value)), now };
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
  const here = await openPoint(temporaryFolder(), now);
  const there = await openPoint(otherFolder, at(otherClock));
  const first = await here.firstTill(await codeOf('PAR13-1'), url);
  await first.done('addTill', { code: await codeOf('PAR13-2') });
  const beside = here.page(brandAs('PAR13-2'));
  await beside.done('signIn', chief);
  const other = await there.firstTill(await codeOf('STD-1'), url);
  return {
    hq,
    first,
    beside,
    other,
    otherFolder,
    today: () => today,
    open: async (page) => {
      await page.done('openSession', { businessDay: today, count: float50, dayConfirmed: true });
    },
    exchange: async (...closing) => {
      for (const page of closing) await closeDay(page);
      for (const page of closing) await page.done('sendNow', {});
      for (const page of [first, beside, other]) await page.done('sendNow', {});
    },
    restart: (page) => (page === other ? there : here).restart(),
    nextDay: () => {
      today = addDays(today, 1);
    },
  };
}

/** One point: its application, which may end and start again under the pages of its tills. */
async function openPoint(folder: string, now: () => Instant) {
  const openIt = async (): Promise<Application> => {
    const opened = await openApplication(applicationOptions(folder, { now }));
    if (!opened.ok) throw new Error(opened.refusal.kind);
    return opened.value;
  };
  let application = await openIt();
  onTestFinished(() => application.close());
  const pages = new Map<TillId, TillPage>();
  const page = (till: TillId): TillPage => {
    pages.set(till, pageOf(application, till));
    const now = (): TillPage => pages.get(till) as TillPage;
    return {
      get told() {
        return now().told;
      },
      call: (name, input) => now().call(name, input),
      done: (name, input) => now().done(name, input),
    };
  };
  return {
    page,
    /** Sets the point up by enrolling its first till. */
    firstTill: async (code: string, url: string): Promise<TillPage> => {
      const connection = application.connect(null);
      if (!connection.ok) throw new Error(connection.refusal.kind);
      await connection.value.call('enrol', { code, url });
      const [till] = application.tills();
      const made = page(till as TillId);
      await made.done('createFirstOperator', { name: 'Nadia', password: chief.password });
      return made;
    },
    restart: async (): Promise<void> => {
      await application.close();
      application = await openIt();
      for (const till of pages.keys()) {
        pages.set(till, pageOf(application, till));
        await pages.get(till)?.done('signIn', chief);
      }
    },
  };
}
