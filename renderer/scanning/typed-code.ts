import { useScanner } from './listening.tsx';

/** Shorter, it is a word, a year or a price. */
const shortestCode = 6;

/** Whether what was typed where a name is looked for may be the number of a worn card, label or barcode. */
export const mayBeCode = (text: string): boolean =>
  /\d/.test(text) && text.replace(/\s/g, '').length >= shortestCode;

/** Takes what was typed the very way of a scan; whether it was taken. */
export function useTypedCode(): (text: string) => boolean {
  const { take } = useScanner();
  return (text) => {
    if (!mayBeCode(text)) return false;
    take({ readings: [text.trim()], from: 'screen' });
    return true;
  };
}
