import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import type { DeskState } from '#contract/desk.ts';

/** Which point is on screen: the real one, or the one of this training. */
export const worldOf = (desk: Pick<DeskState, 'training'>): string => desk.training?.since ?? 'real';

/** A training has a point of its own: nothing that was read from the other one stays on screen. */
export function useFreshWorld(world: string): void {
  const client = useQueryClient();
  const before = useRef(world);
  // Before anything is painted: the screens are new, and must not begin with the other world's answers.
  useLayoutEffect(() => {
    if (before.current === world) return;
    before.current = world;
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'deskState' });
  }, [client, world]);
}
