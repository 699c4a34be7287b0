import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { BrowserWindow, type IpcMainInvokeEvent, app, ipcMain, protocol, screen, session } from 'electron';
import type { Application } from '../application.ts';
import { contentTypes } from './content-types.ts';
import { pagePolicy } from './policy.ts';

const scheme = 'app';
const pageUrl = `${scheme}://comptoir/index.html`;
const displayUrl = `${scheme}://comptoir/display.html`;

/** Call before the application is ready: the page has its own origin, and no file is reachable by address. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Opens the till's window, closed to everything but its own page and the contract. The page is served first and
 * starts in its own process while `open` opens the point in this one; its first calls wait for it.
 */
export function electronShell(
  open: (pageServed: Promise<void>) => Promise<Application>,
  options: { readonly pageFolder: string; readonly preload: string },
): { readonly window: BrowserWindow; readonly opening: Promise<Application> } {
  const served = quietAfterFirst(30);
  protocol.handle(scheme, async (request) => {
    const response = await pageResponse(options.pageFolder, request.url);
    // The document asks for its scripts next: they are what must not wait for the point.
    if (!request.url.endsWith('.html')) served.happened();
    return response;
  });
  const opening = open(served.quiet);
  closeSession();
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    backgroundColor: '#f6f4ef',
    show: false,
    autoHideMenuBar: true,
    webPreferences: closedPreferences(options.preload),
  });
  const display = displayWindow(window, options.preload, (opened) => void tellChanges(opening, opened));
  window.removeMenu();
  closeWindow(window, (url) => {
    if (url === displayUrl) display.open();
  });
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const shown = display.shown();
    // The screen that faces the person served asks what it shows, and nothing else.
    const allowed =
      isOurs(event, window, pageUrl) || (shown && name === 'display' && isOurs(event, shown, displayUrl));
    if (!allowed || typeof name !== 'string') throw new Error('call refused');
    return (await opening).call(name, input);
  });
  void tellChanges(opening, window);
  void opening.then((application) => openWanted(application, display.open));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return { window, opening };
}

/** No page has Node, another window, or anything that was not given to it. */
const closedPreferences = (preload: string): Electron.WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
});

/** The customer display: one window, on the second screen where there is one; it ends with the till's. */
function displayWindow(
  main: BrowserWindow,
  preload: string,
  onOpen: (window: BrowserWindow) => void,
): { readonly open: () => void; readonly shown: () => BrowserWindow | null } {
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
    opened.removeMenu();
    closeWindow(opened);
    opened.on('closed', () => {
      window = null;
    });
    onOpen(opened);
    void opened.loadURL(displayUrl);
    // Whoever sells goes on typing in the till.
    main.focus();
    return undefined;
  };
  main.on('closed', () => window?.close());
  return { open, shown: () => window };
}

const secondScreen = (): Electron.Display | undefined => {
  const primary = screen.getPrimaryDisplay();
  return screen.getAllDisplays().find(({ id }) => id !== primary.id);
};

/** Opens the customer display at the start of a till that wants it, where somebody can see it. */
async function openWanted(application: Application, open: () => void): Promise<void> {
  const answer = await application.call('display', {});
  const wanted = answer.ok && (answer.value as { readonly wanted: boolean }).wanted;
  if (wanted && secondScreen()) open();
}

/** Tells the page what changed, from the moment the point is open to the end of the window. */
async function tellChanges(opening: Promise<Application>, window: BrowserWindow): Promise<void> {
  const application = await opening;
  const stop = application.onChanged((changed) => {
    if (!window.isDestroyed()) window.webContents.send('changed', changed);
  });
  window.on('closed', stop);
}

/** Resolves once something has happened and then nothing for `quietMs`. */
function quietAfterFirst(quietMs: number): { readonly happened: () => void; readonly quiet: Promise<void> } {
  let settle = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const quiet = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return {
    happened: () => {
      clearTimeout(timer);
      timer = setTimeout(settle, quietMs);
    },
    quiet,
  };
}

/** Only a window's own top frame on its own page may call: no other page, no frame inside it. */
function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow, page: string): boolean {
  const { senderFrame } = event;
  return (
    senderFrame !== null && senderFrame === window.webContents.mainFrame && senderFrame.url.startsWith(page)
  );
}

function closeSession(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  // Nothing remote is ever loaded: what is not our page is cancelled before it leaves.
  own.webRequest.onBeforeRequest((request, decide) => {
    const { protocol: asked } = new URL(request.url);
    decide({ cancel: !['app:', 'data:', 'devtools:', 'blob:'].includes(asked) });
  });
}

function closeWindow(window: BrowserWindow, onAsked: (url: string) => void = () => undefined): void {
  window.webContents.setWindowOpenHandler(({ url }) => {
    onAsked(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  if (app.isPackaged) window.webContents.on('devtools-opened', () => window.webContents.closeDevTools());
}

async function pageResponse(folder: string, address: string): Promise<Response> {
  const { pathname, host } = new URL(address);
  const file = join(folder, normalize(decodeURIComponent(pathname)));
  const type = contentTypes[extname(file)];
  if (host !== 'comptoir' || !file.startsWith(folder) || !type)
    return new Response('not found', { status: 404 });
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'content-security-policy': pagePolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}
