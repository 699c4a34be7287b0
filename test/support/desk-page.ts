import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { Answer, CallName } from '#contract/ipc.ts';
import { restMs } from '#renderer/keys/press-guard.ts';
import { again } from './slips.ts';

/** What the demonstration point can scan. */
export interface ToScan {
  readonly cards: readonly string[];
  readonly sims: readonly string[];
  readonly devices: readonly string[];
  readonly phones: readonly string[];
}

export const toScan = (folder: string): ToScan =>
  JSON.parse(readFileSync(join(folder, 'demonstration.json'), 'utf8')) as ToScan;

/**
 * Types like a scanner in keyboard mode: a burst of keys ended by Enter. The keys are sent without waiting for one
 * another, so that a busy machine does not turn a scan into typing.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const isCommand = text.startsWith('!');
  if (isCommand) await rested(page, text);
  await sendKeys(page, text);
  if (isCommand)
    await again(page, (session, timestamp) =>
      sendBurst(session, [...[...text].map(keyOf), enter], timestamp),
    );
}

async function sendKeys(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await sendBurst(session, [...[...text].map(keyOf), enter]);
  await session.detach();
}

/** `timestamp`: when the last key is said to go down, in seconds; the others a little before. */
async function sendBurst(session: CDPSession, keys: readonly Key[], timestamp?: number): Promise<void> {
  const sent = keys.flatMap((key, index) => {
    const at = timestamp === undefined ? {} : { timestamp: timestamp - (keys.length - index) / 1_000 };
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...at }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, ...at, text: '' }),
    ];
  });
  await Promise.all(sent);
}

/** Presses a key as a person does: what acts once the screen is what it is going to be, and not twice at a stroke. */
export async function press(page: Page, key: string): Promise<void> {
  if (/^(?:F\d+|Enter|Escape)$/.test(key)) await rested(page, key);
  await page.keyboard.press(key);
  const known = codes[key];
  if (known) await again(page, (session, timestamp) => sendBurst(session, [known], timestamp));
}

const lastPressed = new WeakMap<Page, { readonly key: string; readonly at: number }>();

async function rested(page: Page, key: string): Promise<void> {
  const last = lastPressed.get(page);
  const keyName = keyOfCommand.get(key) ?? key;
  if (last?.key === keyName) await page.waitForTimeout(Math.max(0, last.at + restMs - Date.now()));
  await page.waitForFunction(() => !('resting' in document.documentElement.dataset));
  lastPressed.set(page, { key: keyName, at: Date.now() });
}

const keyOfCommand: ReadonlyMap<string, string> = new Map([
  ['!OK', 'Enter'],
  ['!BACK', 'Escape'],
]);

interface Key {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly modifiers: number;
  readonly windowsVirtualKeyCode: number;
}

const enter: Key = { key: 'Enter', code: 'Enter', text: '\r', modifiers: 0, windowsVirtualKeyCode: 13 };
const shift = 8;

/** The keys that act. */
const codes: Readonly<Record<string, Key>> = {
  Enter: enter,
  ...Object.fromEntries(
    [
      ['Escape', 27] as const,
      ...Array.from({ length: 12 }, (_, at) => [`F${at + 1}`, 112 + at] as const),
    ].map(([key, windowsVirtualKeyCode]) => [
      key,
      { key, code: key, text: '', modifiers: 0, windowsVirtualKeyCode },
    ]),
  ),
};

/** The key of a US keyboard that types a character. */
function keyOf(character: string): Key {
  const at = {
    key: character,
    text: character,
    windowsVirtualKeyCode: character.toUpperCase().charCodeAt(0),
  };
  if (/\d/.test(character)) return { ...at, code: `Digit${character}`, modifiers: 0 };
  if (/[A-Z]/.test(character)) return { ...at, code: `Key${character}`, modifiers: shift };
  if (character === '!') return { ...at, code: 'Digit1', modifiers: shift, windowsVirtualKeyCode: 49 };
  if (character === '-') return { ...at, code: 'Minus', modifiers: 0, windowsVirtualKeyCode: 189 };
  if (character === '.') return { ...at, code: 'Period', modifiers: 0, windowsVirtualKeyCode: 190 };
  throw new Error(`no key for ${character}`);
}

/** Signs in on the demonstration point's sign-in screen, by keyboard. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('textbox', { name: /Mot de passe/ }).fill(password);
  await press(page, 'Enter');
}

/** Opens the till with five notes of ten euros. */
export async function openTill(page: Page): Promise<void> {
  await page.getByLabel('10 €', { exact: true }).fill('5');
  await page.getByRole('button', { name: 'Ouvrir la caisse' }).click();
  await page.getByRole('button', { name: 'Il n’y en a pas' }).click();
  await page.getByRole('region', { name: 'Panier' }).waitFor();
}

/** From an open till, by scanner only: the card, the SIM, exact cash, confirmed, identity seen, next person. */
export async function sellSimByScanner(page: Page, card: string, sim: string): Promise<void> {
  await scan(page, card);
  await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
  await scan(page, sim);
  await page.getByText('Carte prépayée SFR').first().waitFor();
  await scan(page, '!OK');
  await page.getByRole('button', { name: /Valider la vente/ }).waitFor();
  await scan(page, '!EXACT');
  await page.getByText('Compte juste').waitFor();
  await scan(page, '!OK');
  await page.getByRole('button', { name: 'J’ai vu la pièce d’identité' }).waitFor();
  await scan(page, '!OK');
  await page.getByRole('button', { name: /Personne suivante/ }).waitFor();
  await scan(page, '!NEXT');
  await page.getByText('Scannez une carte').first().waitFor();
}

/** A call behind the page's back, made as the page would make it. @throws when it is refused. */
export async function done<N extends CallName>(
  page: Page,
  name: N,
  input: object = {},
): Promise<Extract<Answer<N>, { ok: true }>['value']> {
  const answer = await page.evaluate(
    async ([called, given]) => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: JSON.stringify(given) };
      return (await fetch(`/api/${called}`, asked)).json() as Promise<Answer<N>>;
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

/** Empties the basket, whatever is in it. */
export async function abandonBasket(page: Page): Promise<void> {
  const { saleId } = await done(page, 'basket');
  await done(page, 'abandonBasket', { saleId, reason: 'other' });
}
