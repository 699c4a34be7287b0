/** What the physical keys type on a US keyboard, without and with Shift. Scanners are sold set to that layout. */
const usKeys: ReadonlyMap<string, readonly [string, string]> = new Map([
  ...[...'1234567890'].map(
    (digit, index) => [`Digit${digit}`, [digit, '!@#$%^&*()'[index] ?? digit]] as const,
  ),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map(
    (letter) => [`Key${letter.toUpperCase()}`, [letter, letter.toUpperCase()]] as const,
  ),
  ...[...'0123456789'].map((digit) => [`Numpad${digit}`, [digit, digit]] as const),
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['Period', ['.', '>']],
  ['Comma', [',', '<']],
  ['Slash', ['/', '?']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Backquote', ['`', '~']],
  ['Backslash', ['\\', '|']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Space', [' ', ' ']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadSubtract', ['-', '-']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadDecimal', ['.', '.']],
]);

/** The character of the physical key `code` (`KeyboardEvent.code`) on a US keyboard; null for keys that type none. */
export const usCharacter = (code: string, shift: boolean): string | null =>
  usKeys.get(code)?.[shift ? 1 : 0] ?? null;

/** The digit row of a French keyboard, without Shift; with it, the digits. */
const frenchRow = '&é"\'(-è_çà';
/** Letters and signs that stand elsewhere than on a US keyboard. */
const frenchKeys: ReadonlyMap<string, readonly [string, string]> = new Map([
  ...[...'1234567890'].map((digit, index) => [`Digit${digit}`, [frenchRow[index] ?? digit, digit]] as const),
  ['KeyQ', ['a', 'A']],
  ['KeyA', ['q', 'Q']],
  ['KeyW', ['z', 'Z']],
  ['KeyZ', ['w', 'W']],
  ['Semicolon', ['m', 'M']],
  ['KeyM', [',', '?']],
  ['Comma', [';', '.']],
  ['Period', [':', '/']],
  ['Slash', ['!', '§']],
  ['Minus', [')', '°']],
  ['Backquote', ['²', '²']],
]);

/** The same on a French keyboard: what a scanner set to it means, whatever Caps Lock makes of it. */
export const frenchCharacter = (code: string, shift: boolean): string | null =>
  frenchKeys.get(code)?.[shift ? 1 : 0] ?? usCharacter(code, shift);
