import { useState } from 'react';
import type { Output } from '#contract/ipc.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';

export type Tried =
  | { readonly what: 'page'; readonly told: Output<'testPrinter'> }
  | {
      readonly what: 'drawer';
      readonly told: Output<'testDrawer'>;
      readonly pin: 0 | 1;
      /** The other plug was tried before. */
      readonly second: boolean;
    }
  | { readonly what: 'refused'; readonly refusal: AllRefusals };

export interface Trial {
  /** What the last try gave; null before any, and while one is under way. */
  readonly tried: Tried | null;
  readonly busy: 'page' | 'drawer' | null;
  readonly tryPage: () => void;
  readonly tryDrawer: (pin: 0 | 1, second?: boolean) => void;
  readonly forget: () => void;
}

/** Tries of the printer that is in use, one at a time. */
export function useTrial(): Trial {
  const page = useDo('testPrinter');
  const drawer = useDo('testDrawer');
  const [tried, setTried] = useState<Tried | null>(null);
  const tryPage = async (): Promise<void> => {
    setTried(null);
    const answer = await page.act({});
    setTried(answer.ok ? { what: 'page', told: answer.value } : { what: 'refused', refusal: answer.refusal });
  };
  const tryDrawer = async (pin: 0 | 1, second: boolean): Promise<void> => {
    setTried(null);
    const answer = await drawer.act({ pin });
    setTried(
      answer.ok
        ? { what: 'drawer', told: answer.value, pin, second }
        : { what: 'refused', refusal: answer.refusal },
    );
  };
  return {
    tried,
    busy: page.pending ? 'page' : drawer.pending ? 'drawer' : null,
    tryPage: () => void tryPage(),
    tryDrawer: (pin, second = false) => void tryDrawer(pin, second),
    forget: () => setTried(null),
  };
}
