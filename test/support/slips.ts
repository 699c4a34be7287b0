import type { CDPSession, Locator, Page } from 'playwright-core';

/** After how long a hand that slips presses again, one after another. */
const delaysMs = [0, 100, 200, 400];

interface Slips {
  readonly session: CDPSession;
  count: number;
}

const slipping = new WeakMap<Page, Slips>();

/** From now on every press on this page is made twice: clicks at the same place, keys and printed commands. */
export async function slipOn(page: Page): Promise<void> {
  slipping.set(page, { session: await page.context().newCDPSession(page), count: 0 });
  await page.addInitScript(() => {
    for (const kind of ['click', 'keydown'])
      addEventListener(
        kind,
        (event) => Object.assign(globalThis, { lastPress: performance.timeOrigin + event.timeStamp }),
        true,
      );
  });
  const locators = Object.getPrototypeOf(page.locator('html')) as Locator & { slips?: true };
  if (locators.slips) return;
  locators.slips = true;
  const click: (this: Locator, options?: object) => Promise<void> = Reflect.get(locators, 'click');
  locators.click = async function twice(this: Locator, options?: object) {
    const pressedOn = this.page();
    if (!slipping.has(pressedOn)) return click.call(this, options);
    await this.waitFor();
    await this.scrollIntoViewIfNeeded();
    // Notes and digits are pressed twice on purpose.
    const repeats = await this.evaluate((one) => one.closest('[data-repeats]') !== null);
    const box = repeats ? null : await this.boundingBox();
    await click.call(this, options);
    if (box) await clickAgain(pressedOn, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    return undefined;
  };
}

const clickAgain = (page: Page, at: { readonly x: number; readonly y: number }): Promise<void> =>
  again(page, async (session, timestamp) => {
    const press = { ...at, button: 'left' as const, clickCount: 1, timestamp };
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
  });

/**
 * Presses again a little later where hands slip on this page. The page is told when it was pressed: on a slow machine it
 * would be later than meant.
 */
export async function again(
  page: Page,
  pressAgain: (session: CDPSession, timestamp: number) => Promise<void>,
): Promise<void> {
  const slips = slipping.get(page);
  if (!slips) return;
  const delayMs = delaysMs[slips.count % delaysMs.length] ?? 0;
  slips.count += 1;
  await page.waitForTimeout(delayMs);
  const lastPress = await page.evaluate(() => (globalThis as { lastPress?: number }).lastPress);
  await pressAgain(slips.session, ((lastPress ?? Date.now()) + delayMs) / 1_000);
}
