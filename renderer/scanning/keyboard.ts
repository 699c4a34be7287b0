import { type Wedge, type WedgeOutcome, type WedgeScan, createWedge } from './wedge.ts';

/**
 * Listens to the whole page before anything else hears a key: what a scanner types never reaches a field, and
 * what a person typed while that was not sure yet is given back in order.
 */
export function listenToKeyboard(
  onScan: (scan: WedgeScan) => void,
  wedge: Wedge = createWedge(),
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (outcome: WedgeOutcome): void => {
    giveBack(outcome.release);
    clearTimeout(timer);
    if (outcome.flushAtMs !== null) {
      const waitMs = Math.max(0, outcome.flushAtMs - performance.now());
      timer = setTimeout(() => settle(wedge.flush(performance.now())), waitMs);
    }
    if (outcome.scan) onScan(outcome.scan);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What `giveBack` sends comes through here again, and is not trusted.
    if (!event.isTrusted) return;
    const { code, key, shiftKey, altKey, ctrlKey, metaKey, repeat, isComposing } = event;
    const outcome = wedge.key({
      code,
      key,
      shiftKey,
      altKey,
      ctrlKey,
      metaKey,
      repeat,
      isComposing,
      capsLock: event.getModifierState('CapsLock'),
      atMs: event.timeStamp,
      inField: takesText(document.activeElement) || padIsOpen(),
    });
    if (outcome.preventDefault) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    settle(outcome);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    clearTimeout(timer);
  };
}

/** The payment pad takes digits wherever the focus is: the first key of a scan must not reach it either. */
const padIsOpen = (): boolean => document.querySelector('[data-takes-digits]') !== null;

function takesText(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (!(element instanceof HTMLInputElement) || element.readOnly) return false;
  return !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(element.type);
}

function giveBack(keys: readonly { readonly code: string; readonly key: string }[]): void {
  for (const { code, key } of keys) {
    if (takesText(document.activeElement)) {
      // The only way that keeps the caret, undo and React's own listeners as if it had been typed.
      document.execCommand('insertText', false, key);
    } else {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
    }
  }
}
