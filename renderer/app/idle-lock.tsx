import { type ReactNode, useEffect } from 'react';
import { useDo } from '../api/api.tsx';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks the till after a while without a hand on it. Main keeps the lock; a reload changes nothing. */
export function IdleLock({ minutes }: { readonly minutes: number }): ReactNode {
  const { act } = useDo('lock');
  useEffect(() => {
    if (minutes <= 0) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void act({}), minutes * 60_000);
    };
    wait();
    for (const sign of signs) window.addEventListener(sign, wait, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wait, { capture: true });
    };
  }, [act, minutes]);
  return null;
}
