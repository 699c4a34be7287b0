import { type PressGuard, restMs } from './press-guard.ts';

/** What a press acts on; a field only takes the focus. */
const pressable =
  'button, a[href], summary, [role="option"], [role="menuitem"], [role="tab"], input[type="checkbox"], input[type="radio"]';
/** What tells one screen from another: screens, their steps, dialogs, and the button of the next step. */
const landmarks = 'main, main > *, dialog, [data-next]';

/**
 * Tells the guard of every change of the screen, and keeps from the page what the guard does not take. While the screen
 * rests, `data-resting` on the document says so: buttons look and feel as if they were not there yet.
 */
export function guardPage(guard: PressGuard): () => void {
  const root = document.documentElement;
  let stood = [...document.querySelectorAll(landmarks)];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const stands = [...document.querySelectorAll(landmarks)];
    if (stands.length === stood.length && stands.every((one, at) => one === stood[at])) return;
    stood = stands;
    guard.changed(performance.now());
    root.dataset['resting'] = '';
    clearTimeout(timer);
    timer = setTimeout(awake, restMs);
  };
  const awake = (): void => {
    clearTimeout(timer);
    delete root.dataset['resting'];
  };
  const onInput = (): void => {
    guard.seen();
    awake();
  };
  const onClick = (event: MouseEvent): void => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    const control = event.target.closest(pressable);
    if (!control) return;
    // A click without a place was made by a key.
    const pressed = event.detail === 0 ? { control } : { x: event.clientX, y: event.clientY };
    const repeats = control.closest('[data-repeats]') !== null;
    if (guard.takes(pressed, event.timeStamp, repeats)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-next'],
  });
  window.addEventListener('click', onClick, { capture: true });
  window.addEventListener('input', onInput, { capture: true });
  return () => {
    observer.disconnect();
    awake();
    window.removeEventListener('click', onClick, { capture: true });
    window.removeEventListener('input', onInput, { capture: true });
  };
}
