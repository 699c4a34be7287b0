import { BrowserWindow } from 'electron';
import { closeWindow, closedPreferences } from './closed.ts';
import { type NoticeAction, noticeAction } from './notice.ts';
import { noticeUrl, pageUrl } from './pages.ts';

/** What a notice may be about: its words are made when it is shown. */
export type NoticeAbout = 'starting' | 'refused' | 'page-gone' | 'page-hung' | 'broke';

export interface TillWindow {
  readonly window: BrowserWindow;
  /** The till's own page, from the beginning. */
  readonly showPage: () => void;
  /** A notice in the place of the page. */
  readonly showNotice: (about: NoticeAbout) => void;
  /** A notice in a small window before the page, which goes on. */
  readonly showBeside: (about: NoticeAbout) => void;
  /** Ends a page that hears nothing any more, and begins it anew in another process. */
  readonly restartPage: () => void;
}

/** A window that cannot draw its page is shown all the same, so that nobody waits before nothing. */
const showMs = 2_000;

/** The till's window, closed to everything but its own page; what happens to that page is said in its place. */
export function tillWindow(options: {
  readonly preload: string;
  readonly onOpen: (url: string) => void;
  readonly onAction: (action: NoticeAction, about: NoticeAbout) => void;
  /** Something broke in the page; by a word that names no one. */
  readonly onBroken: (what: string) => void;
  /** Not even a notice can be drawn. */
  readonly onHopeless: () => void;
}): TillWindow {
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
  const contents = window.webContents;
  let beside: BrowserWindow | null = null;
  let wanted: NoticeAbout | null = null;
  let ending = false;
  const load = (url: string): void => {
    // What cannot be loaded is told by `did-fail-load`; a load that another one overtakes is none of it.
    if (!window.isDestroyed()) void contents.loadURL(url).catch(() => undefined);
  };
  const showPage = (): void => {
    wanted = null;
    load(pageUrl);
  };
  const showNotice = (about: NoticeAbout): void => {
    wanted = about;
    load(addressOf(about));
  };
  const hideBeside = (): void => beside?.close();
  const showBeside = (about: NoticeAbout): void => {
    if (beside) return beside.focus();
    const small = smallWindow(window, (action) => {
      small.close();
      options.onAction(action, about);
    });
    beside = small;
    small.on('closed', () => {
      beside = null;
    });
    void small.loadURL(addressOf(about)).catch(() => undefined);
    return undefined;
  };
  const broken = (what: string): void => {
    options.onBroken(what);
    if (wanted !== null) return options.onHopeless();
    // Not from within what it is about: the process that ended is put away first.
    setImmediate(() => showNotice('page-gone'));
    return undefined;
  };
  closeWindow(window, {
    open: options.onOpen,
    go: (url) => {
      const action = contents.getURL().startsWith(noticeUrl) ? noticeAction(url) : null;
      if (action && wanted) options.onAction(action, wanted);
    },
  });
  watchPage(window, (what) => {
    if (window.isDestroyed()) return;
    if (!ending) return broken(what);
    ending = false;
    setImmediate(showPage);
    return undefined;
  });
  window.on('unresponsive', () => showBeside('page-hung'));
  window.on('responsive', hideBeside);
  window.once('ready-to-show', () => window.show());
  setTimeout(() => window.isDestroyed() || window.isVisible() || window.show(), showMs);
  const restartPage = (): void => {
    ending = true;
    contents.forcefullyCrashRenderer();
  };
  return { window, showPage, showNotice, showBeside, restartPage };
}

/** Tells, in a word that names nobody, that the page of a window is not there. */
function watchPage({ webContents }: BrowserWindow, gone: (what: string) => void): void {
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') gone(`page ${reason}`);
  });
  webContents.on('preload-error', () => gone('preload'));
  webContents.on('did-fail-load', (...[, code, , , isMainFrame]) => {
    const overtaken = -3;
    if (isMainFrame && code !== overtaken) gone('page load');
  });
  webContents.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) gone('page missing');
  });
}

const addressOf = (about: NoticeAbout): string => `${noticeUrl}?about=${about}`;

function smallWindow(parent: BrowserWindow, onAction: (action: NoticeAction) => void): BrowserWindow {
  const window = new BrowserWindow({
    parent,
    width: 680,
    height: 420,
    resizable: false,
    minimizable: false,
    maximizable: false,
    backgroundColor: '#f6f4ef',
    autoHideMenuBar: true,
    webPreferences: closedPreferences(null),
  });
  closeWindow(window, {
    go: (url) => {
      const action = noticeAction(url);
      if (action) onAction(action);
    },
  });
  return window;
}
