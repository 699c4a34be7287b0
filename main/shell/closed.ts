import { type BrowserWindow, type IpcMainInvokeEvent, app, session } from 'electron';

/** No page has Node, another window, or anything that was not given to it. */
export const closedPreferences = (preload: string | null): Electron.WebPreferences => ({
  ...(preload === null ? {} : { preload }),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
});

export function closeSession(): void {
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

/** Lets a window go nowhere and open nothing; what its page asks for is told, and done only by whoever is told. */
export function closeWindow(
  window: BrowserWindow,
  asked: { readonly open?: (url: string) => void; readonly go?: (url: string) => void } = {},
): void {
  const contents = window.webContents;
  contents.setWindowOpenHandler(({ url }) => {
    asked.open?.(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    asked.go?.(event.url);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  if (app.isPackaged) contents.on('devtools-opened', () => contents.closeDevTools());
  window.removeMenu();
}

/** Only a window's own top frame on its own page may call: no other page, no frame inside it. */
export function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow, page: string): boolean {
  const { senderFrame } = event;
  return (
    senderFrame !== null &&
    !window.isDestroyed() &&
    senderFrame === window.webContents.mainFrame &&
    senderFrame.url.startsWith(page)
  );
}
