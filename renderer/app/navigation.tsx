import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { Place } from './places.ts';

interface Navigation {
  readonly place: Place;
  readonly go: (to: Place) => void;
  /** To the till, or to whatever the desk asks for first. */
  readonly home: () => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [place, go] = useState<Place>({ at: 'till' });
  const home = useCallback(() => go({ at: 'till' }), []);
  const navigation = useMemo(() => ({ place, go, home }), [place, home]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside NavigationProvider');
  return navigation;
}
