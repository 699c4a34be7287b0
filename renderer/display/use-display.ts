import { useEffect, useState } from 'react';
import type { Bridge, Output } from '#contract/ipc.ts';
import { call } from '../api/client.ts';

/** Thanks end by themselves: nothing else would tell. */
const againMs = 5_000;

/** What is to be shown, asked again whenever something changed; null before the first answer and while there is none. */
export function useDisplay(bridge: Bridge): Output<'display'> | null {
  const [shown, setShown] = useState<Output<'display'> | null>(null);
  useEffect(() => {
    let asked = 0;
    const ask = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const answer = await call(bridge, 'display', {}).catch(() => null);
      // An answer that was overtaken would show what was bought before.
      if (mine === asked) setShown(answer?.ok ? answer.value : null);
    };
    const timer = setInterval(() => void ask(), againMs);
    const stop = bridge.onChanged(() => void ask());
    void ask();
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [bridge]);
  return shown;
}
