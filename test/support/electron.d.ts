import { type ElectronApplication, type Page } from 'playwright-core';
/** Folder of an Electron to test with: ELECTRON_DIST, or the pinned one where it could be fetched. */
export declare function electronDist(): string | null;
/** Puts the built application where a runtime of its own finds it, with the addons built for that runtime. */
export declare function stageElectron(dist: string): {
    readonly executable: string;
    readonly remove: () => void;
};
/** Starts the staged till and waits for its page. */
export declare function launchTill(executable: string, args: readonly string[]): Promise<{
    readonly electron: ElectronApplication;
    readonly page: Page;
}>;
