import { useLocalStorage } from '@mantine/hooks';
import { useLayoutEffect } from 'react';

/** The high-contrast theme, kept on this computer: it belongs to the screen and the light, not to a person. */
export function useContrast(): { readonly high: boolean; readonly setHigh: (high: boolean) => void } {
  const [high, setHigh] = useLocalStorage({
    key: 'comptoir-contrast',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  useLayoutEffect(() => {
    document.documentElement.dataset['contrast'] = high ? 'high' : 'normal';
  }, [high]);
  return { high, setHigh };
}
