/** What was pressed: a key or the printed command that stands for it, a place on the screen, a control reached by Tab. */
export type Pressed =
  | { readonly key: string }
  | { readonly x: number; readonly y: number }
  | { readonly control: object };

/** A press so soon after another one, or after the screen changed, was meant for what stood there before. */
export const restMs = 500;
/** How far a hand moves between the two presses of a double click. */
const samePlacePx = 24;

/**
 * Whether a press acts: one rule for the pointer, the keys and the printed commands. Knows no clock and no page; times are
 * in milliseconds of one clock.
 */
export class PressGuard {
  #changedAtMs = -Infinity;
  #last: { readonly pressed: Pressed; readonly atMs: number } | null = null;

  /** Another screen, step or dialog stands there, or another next step. */
  changed(atMs: number): void {
    this.#changedAtMs = atMs;
  }

  /** Something was typed into what stands there: it was seen, and what comes next is meant for it. */
  seen(): void {
    this.#changedAtMs = -Infinity;
    this.#last = null;
  }

  isResting(atMs: number): boolean {
    return atMs - this.#changedAtMs < restMs;
  }

  /** `repeats`: a control that is pressed many times on purpose, such as a digit. */
  takes(pressed: Pressed, atMs: number, repeats = false): boolean {
    if (this.isResting(atMs)) return false;
    const again = this.#last && atMs - this.#last.atMs < restMs && isSame(this.#last.pressed, pressed);
    if (again && !repeats) return false;
    this.#last = { pressed, atMs };
    return true;
  }
}

function isSame(a: Pressed, b: Pressed): boolean {
  if ('key' in a) return 'key' in b && a.key === b.key;
  if ('control' in a) return 'control' in b && a.control === b.control;
  return 'x' in b && Math.hypot(a.x - b.x, a.y - b.y) <= samePlacePx;
}
