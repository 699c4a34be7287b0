import { type BrowserWindow, app, dialog, ipcMain } from 'electron';
import type { Attempts } from '../start/attempts.ts';
import type { StartRefusal } from '../start/refusal.ts';
import type { StartSentence, StartWords } from '../start/sentence.ts';
import { closeSession, isOurs } from './closed.ts';
import { type DisplayWindow, displayWindow, openWanted } from './display-window.ts';
import { type Notice, type NoticeAction, noticeHtml } from './notice.ts';
import { displayUrl, pageUrl, servePages } from './pages.ts';
import { type NoticeAbout, type TillWindow, tillWindow } from './till-window.ts';

export interface ElectronOptions {
  readonly pageFolder: string;
  readonly preload: string;
  readonly language: string;
  readonly words: StartWords;
  readonly sentenceOf: (refusal: StartRefusal) => StartSentence;
  readonly version: string;
  /** Keeps what broke outside of any call, and gives the number it is kept under. */
  readonly keep: (what: unknown) => string;
  readonly onReady: () => void;
  /** Nothing is left to be seen. */
  readonly onEnd: () => void;
}

export interface ElectronShell {
  /** Puts the window in front, or makes one where none is left. */
  readonly show: () => void;
  /** Says before the page that the application itself broke. */
  readonly broke: (incident: string) => void;
}

/**
 * Opens the till's window. The page is served first and starts in its own process while the point is opened in this
 * one; its first calls wait for it. Whatever keeps the point shut is said in the window, which tries again.
 */
export function electronShell(attempts: Attempts, options: ElectronOptions): ElectronShell {
  const { words } = options;
  const said: Said = { refused: { text: '', next: '' }, incident: '', brokeAtMs: -betweenBrokeMs };
  const notices = noticesOf(words, said);
  const served = servePages(options.pageFolder, (about) => {
    if (!Object.hasOwn(notices, about)) return null;
    const foot = `Comptoir ${options.version}`;
    return noticeHtml({ ...notices[about as NoticeAbout](), language: options.language, foot });
  });
  closeSession();

  let till: TillWindow | null = null;
  let display: DisplayWindow | null = null;
  const open = async (): Promise<void> => {
    const refusal = await attempts.again();
    if (refusal) {
      said.refused = options.sentenceOf(refusal);
      till?.showNotice('refused');
      return;
    }
    const kept = await attempts.opened();
    kept.onChanged((changed) => {
      for (const window of [till?.window, display?.shown()])
        if (window && !window.isDestroyed()) window.webContents.send('changed', changed);
    });
    if (display) await openWanted(kept, display.open);
  };
  const restart = (): void => {
    till?.showNotice('starting');
    void open().then(() => attempts.isOpen() && till?.showPage());
  };
  const act = (action: NoticeAction, about: NoticeAbout): void => {
    if (action === 'close') till?.window.close();
    else if (action === 'retry' || (action === 'reload' && about === 'broke')) restart();
    else if (action === 'reload' && about === 'page-hung') till?.restartPage();
    else if (action === 'reload') till?.showPage();
  };
  const make = (): void => {
    const made = tillWindow({
      preload: options.preload,
      onOpen: (url) => url === displayUrl && display?.open(),
      onAction: act,
      onBroken: (what) => options.keep(what),
      onHopeless: () => {
        const { text, next } = words.pageGone;
        dialog.showErrorBox('Comptoir', `${text}\n\n${next}`);
        made.window.destroy();
      },
    });
    till = made;
    display = displayWindow(made.window, options.preload, options.keep);
    // Windows ends the session of the desktop: there is no other word before the process is gone.
    made.window.on('session-end', options.onEnd);
    made.window.on('closed', () => {
      till = null;
      display = null;
    });
    made.window.webContents.once('did-finish-load', () => void attempts.opened().then(options.onReady));
    made.showPage();
  };
  answerCalls(attempts, () => ({ till: till?.window ?? null, display: display?.shown() ?? null }));
  app.on('window-all-closed', options.onEnd);
  make();
  void served.then(open);
  return {
    show: () => {
      if (!till) return make();
      if (till.window.isMinimized()) till.window.restore();
      till.window.show();
      return till.window.focus();
    },
    broke: (number) => {
      // What breaks every few seconds is not put before the seller every few seconds.
      if (performance.now() - said.brokeAtMs < betweenBrokeMs) return;
      said.incident = number;
      said.brokeAtMs = performance.now();
      till?.showBeside('broke');
    },
  };
}

/** What notices say of what happened last. */
interface Said {
  refused: StartSentence;
  incident: string;
  brokeAtMs: number;
}

const betweenBrokeMs = 60_000;

function noticesOf(
  words: StartWords,
  said: Said,
): Readonly<Record<NoticeAbout, () => Pick<Notice, 'sentence' | 'actions'>>> {
  const labelled = (...actions: readonly NoticeAction[]): Notice['actions'] =>
    actions.map((action) => ({ action, label: words[action] }));
  return {
    starting: () => ({ sentence: { text: words.starting, next: '' }, actions: [] }),
    refused: () => ({ sentence: said.refused, actions: labelled('retry', 'close') }),
    'page-gone': () => ({ sentence: words.pageGone, actions: labelled('reload', 'close') }),
    'page-hung': () => ({ sentence: words.pageHung, actions: labelled('reload', 'wait') }),
    broke: () => ({ sentence: words.broke(said.incident), actions: labelled('reload', 'continue') }),
  };
}

/** The one door: the till's own page, and the screen that faces the person served, which asks only what it shows. */
function answerCalls(
  attempts: Attempts,
  windows: () => { readonly till: BrowserWindow | null; readonly display: BrowserWindow | null },
): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const { till, display } = windows();
    const allowed =
      (till && isOurs(event, till, pageUrl)) ||
      (display && name === 'display' && isOurs(event, display, displayUrl));
    if (!allowed || typeof name !== 'string') throw new Error('call refused');
    return (await attempts.opened()).call(name, input);
  });
}
