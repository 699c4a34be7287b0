import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings an element into view when what it shows changes: on a narrow or enlarged screen the panels stand one
 * above the other, and what was just chosen would stay out of sight.
 */
export function useBroughtIn(shown: unknown): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    ref.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  return ref;
}
