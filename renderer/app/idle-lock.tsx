import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useDo } from '../api/api.tsx';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks the till after a while without a hand on it. Main keeps the lock; a reload changes nothing. */
export function IdleLock({ minutes }: { readonly minutes: number }): ReactNode {
  const { act } = useDo('lock');
  useIdle(minutes, () => void act({}));
  return null;
}

/** Runs once nobody has touched the till for so many minutes; 0 never does. */
export function useIdle(minutes: number, run: () => void): void {
  const onIdle = useEffectEvent(run);
  useEffect(() => {
    if (minutes <= 0) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => onIdle(), minutes * 60_000);
    };
    wait();
    for (const sign of signs) window.addEventListener(sign, wait, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wait, { capture: true });
    };
  }, [minutes]);
}
