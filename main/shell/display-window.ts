import { BrowserWindow, screen } from 'electron';
import type { KeptTill } from '../kept-till.ts';
import { closeWindow, closedPreferences } from './closed.ts';
import { displayUrl } from './pages.ts';

export interface DisplayWindow {
  readonly open: () => void;
  readonly shown: () => BrowserWindow | null;
}

/** The customer display: one window, on the second screen where there is one; it ends with the till's. */
export function displayWindow(
  main: BrowserWindow,
  preload: string,
  onGone: (code: string) => void,
): DisplayWindow {
  let window: BrowserWindow | null = null;
  const open = (): void => {
    if (window) return window.focus();
    const second = secondScreen();
    const opened = new BrowserWindow({
      width: 1024,
      height: 600,
      ...(second ? { x: second.bounds.x, y: second.bounds.y, fullscreen: true } : {}),
      backgroundColor: '#f6f4ef',
      autoHideMenuBar: true,
      webPreferences: closedPreferences(preload),
    });
    window = opened;
    closeWindow(opened);
    opened.on('closed', () => {
      window = null;
    });
    // An empty second screen tells the person served nothing: it is closed, and may be opened again from the till.
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      onGone(`display ${reason}`);
      opened.close();
    });
    opened.loadURL(displayUrl).catch(() => opened.close());
    // Whoever sells goes on typing in the till.
    main.focus();
    return undefined;
  };
  main.on('closed', () => window?.close());
  return { open, shown: () => window };
}

/** Opens the customer display at the start of a till that wants it, where somebody can see it. */
export async function openWanted(kept: KeptTill, open: () => void): Promise<void> {
  const answer = await kept.call('display', {});
  const wanted = answer.ok && (answer.value as { readonly wanted: boolean }).wanted;
  if (wanted && secondScreen()) open();
}

const secondScreen = (): Electron.Display | undefined => {
  const primary = screen.getPrimaryDisplay();
  return screen.getAllDisplays().find(({ id }) => id !== primary.id);
};
