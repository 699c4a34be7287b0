import { PressGuard } from './press-guard.ts';

export const keyNames = [
  'F1',
  'F2',
  'F3',
  'F4',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'F12',
  'Escape',
  'Enter',
  'Exact',
  'Next',
] as const;
/** A key of the keyboard, or one of the two printed commands that have no key (`Exact`, `Next`). */
export type KeyName = (typeof keyNames)[number];

/** What came of a press: nobody answers to it, or it came while the screen rests. */
export type PressAnswer = 'done' | 'resting' | 'nobody';

export interface Binding {
  readonly key: KeyName;
  readonly layer: number;
  readonly run: () => void;
}

/** Who answers to which key. Only the top layer (an open dialog) hears anything. */
export class Bindings {
  readonly guard = new PressGuard();
  readonly #bindings: Binding[] = [];
  readonly #layers: number[] = [0];

  add(binding: Binding): () => void {
    this.#bindings.push(binding);
    return () => {
      const at = this.#bindings.indexOf(binding);
      if (at >= 0) this.#bindings.splice(at, 1);
    };
  }

  openLayer(layer: number): () => void {
    this.#layers.push(layer);
    return () => {
      this.#layers.splice(this.#layers.indexOf(layer), 1);
    };
  }

  press(key: KeyName, atMs: number): PressAnswer {
    const top = Math.max(...this.#layers);
    const binding = this.#bindings.findLast((one) => one.key === key && one.layer === top);
    if (!binding) return 'nobody';
    if (!this.guard.takes({ key }, atMs)) return 'resting';
    binding.run();
    return 'done';
  }
}

export function keyNameOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>,
): KeyName | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
  const name = keyNames.find((one) => one === event.key);
  return name === 'Exact' || name === 'Next' ? null : (name ?? null);
}

/** How the focus last moved. `:focus-visible` does not tell: it turns true with the very key that is asked about. */
export type Reach = 'keyboard' | 'pointer';

/**
 * Enter stays with a control that the keyboard reached. A button that was clicked keeps the focus too, but there
 * Enter means the next step: pressing it again would add the same product twice.
 */
export function leavesToElement(key: KeyName, target: EventTarget | null, reachedBy: Reach): boolean {
  if (key !== 'Enter' || !(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  const presses = target.closest(
    'button, a[href], summary, [role="option"], [role="menuitem"], [role="tab"]',
  );
  return presses !== null && reachedBy === 'keyboard';
}
