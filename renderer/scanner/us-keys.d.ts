/** The character of the physical key `code` (`KeyboardEvent.code`) on a US keyboard; null for keys that type none. */
export declare const usCharacter: (code: string, shift: boolean) => string | null;
