/** How the scanner of this desk types. Times in milliseconds. */
export interface WedgeProfile {
    /** Half of the gaps between two characters of a scan are at most this long; fast typing is at 80 to 100. */
    readonly medianGapMs: number;
    readonly minLength: number;
    /** A scan that ends without Enter or Tab ends after this silence. */
    readonly endSilenceMs: number;
    /** Characters the scanner is set to send first; they are not part of the readings. */
    readonly prefix?: string;
    /** For a scanner as slow as a typist: only digits can be a scan. */
    readonly digitsOnly?: boolean;
}
export declare const wedgeProfile: WedgeProfile;
/** A key that was kept from the page and turned out to be typing: `key` is to be inserted where the focus is. */
export interface HeldKey {
    readonly code: string;
    readonly key: string;
}
/** A key that may be part of a scan. */
export interface Character extends HeldKey {
    readonly atMs: number;
    /** What the key types on a US keyboard. */
    readonly us: string;
    /** False when the page got the key already. */
    readonly kept: boolean;
}
/** Whether more keys could still make a scan of `burst`, which holds at least one. */
export declare function couldBeScan(burst: readonly Character[], profile: WedgeProfile): boolean;
export declare function isScan(burst: readonly Character[], profile: WedgeProfile): boolean;
/** The silence in milliseconds after which `burst` is over, as a scan or as typing. */
export declare function silenceAfter(burst: readonly Character[], profile: WedgeProfile): number;
/** By physical keys first, then by characters; one when they agree. */
export declare function readingsOf(burst: readonly Character[]): string[];
