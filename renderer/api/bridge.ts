import type { Bridge } from '#contract/ipc.ts';
import { browserBridge } from './browser-bridge.ts';

declare global {
  interface Window {
    /** Put there by the Electron preload; absent in a browser. */
    readonly comptoir?: Bridge;
  }
}

export const openBridge = (): Bridge => window.comptoir ?? browserBridge();
