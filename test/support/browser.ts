import { type BrowserStart, startBrowser as start } from '#main/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';

/** The till in the browser, on a folder of its own. @throws when it cannot be opened. */
export async function startBrowser(options: Omit<BrowserStart, 'named'>): Promise<BrowserShell> {
  const started = await start({ named: 'by-nobody', ...options });
  if (!started.ok) throw new Error(started.refusal.kind);
  return started.value;
}
