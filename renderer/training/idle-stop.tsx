import type { ReactNode } from 'react';
import { useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useIdle } from '../app/idle-lock.tsx';

const idleMinutes = 10;

/** A training nobody goes on with ends by itself, and the real till is then locked as it would have been. */
export function IdleStop(): ReactNode {
  const { idleLockMinutes } = useDesk();
  const stop = useDo('stopTraining');
  const lock = useDo('lock');
  const leave = async (): Promise<void> => {
    await stop.act({});
    if (idleLockMinutes > 0 && idleLockMinutes <= idleMinutes) await lock.act({});
  };
  useIdle(idleMinutes, () => void leave());
  return null;
}
