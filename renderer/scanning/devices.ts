import type { Bridge } from '#contract/ipc.ts';
import type { Scan } from './scan.ts';

/** A page that nobody looks at leaves a code to the one in front, and takes it when there is none. */
const waitBehindMs = 150;
const waitHiddenMs = 600;

/** Takes the codes of scanners that are no keyboards: of all pages of a till, one gets each. */
export function listenToDevices(options: {
  readonly onChanged: Bridge['onChanged'];
  /** The next code, if no other page had it. */
  readonly next: () => Promise<{ readonly text: string; readonly aim: string | null } | null>;
  readonly onScan: (scan: Scan) => void;
}): () => void {
  const takeNext = async (): Promise<void> => {
    const code = await options.next();
    if (!code) return;
    const { text, aim } = code;
    options.onScan({ readings: [text], from: 'device', ...(aim ? { aim } : {}) });
  };
  return options.onChanged(({ topics }) => {
    if (!topics.includes('scan')) return;
    const waitMs = document.hasFocus() ? 0 : document.hidden ? waitHiddenMs : waitBehindMs;
    if (waitMs === 0) void takeNext();
    else setTimeout(() => void takeNext(), waitMs);
  });
}
