import { type HeldKey, type WedgeProfile } from './burst.ts';
/** The fields of a `keydown` that count; `atMs` is its `timeStamp`, which a busy page does not delay. */
export interface WedgeKey {
    readonly code: string;
    readonly key: string;
    readonly atMs: number;
    readonly shiftKey?: boolean;
    readonly altKey?: boolean;
    readonly ctrlKey?: boolean;
    readonly metaKey?: boolean;
    readonly repeat?: boolean;
    readonly isComposing?: boolean;
    /** Whether text can be typed where the focus is. Elsewhere a single key is left to do what it does there. */
    readonly inField?: boolean;
}
/** The same scan by physical keys of a US keyboard and by characters; one reading when they agree. */
export interface WedgeScan {
    readonly readings: readonly string[];
}
export interface WedgeOutcome {
    /** In the order they were typed; to be inserted before the default action of the present key. */
    readonly release: readonly HeldKey[];
    readonly scan: WedgeScan | null;
    /** When `flush` is to be called, unless another key comes first; null when nothing is held. */
    readonly flushAtMs: number | null;
}
export interface Wedge {
    key(event: WedgeKey): WedgeOutcome & {
        readonly preventDefault: boolean;
    };
    /** To be called at `flushAtMs`, with the time it then is; may put itself off by naming a later `flushAtMs`. */
    flush(nowMs: number): WedgeOutcome;
}
/** Tells what a keyboard-wedge scanner types from what a person types. Knows no clock and no page. */
export declare function createWedge(options?: {
    readonly profile?: WedgeProfile;
}): Wedge;
