import type { Page } from 'playwright-core';
/** Stops at a screen in one of its main states. */
export type Visit = (name: string, shown?: Page) => Promise<void>;
