import {
  type ReactNode,
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { guardPage } from './guard-page.ts';
import { type Binding, type KeyName, type Reach, Bindings, keyNameOf, leavesToElement } from './bindings.ts';

const BindingsContext = createContext<Bindings | null>(null);
/** How many dialogs stand above the screen where this is rendered. */
const LayerContext = createContext(0);

export function KeysProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const bindings = useMemo(() => new Bindings(), []);
  useEffect(() => {
    let reachedBy: Reach = 'pointer';
    const onPointerDown = (): void => {
      reachedBy = 'pointer';
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      // Typed on the payment pad, which is no field.
      if (/^[\d,.]$/.test(event.key)) bindings.guard.seen();
      if (event.key === 'Tab' || event.key.startsWith('Arrow')) reachedBy = 'keyboard';
      const key = keyNameOf(event);
      if (!key || event.defaultPrevented || leavesToElement(key, event.target, reachedBy)) return;
      if (bindings.press(key, event.timeStamp) !== 'nobody') event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    const endGuard = guardPage(bindings.guard);
    return () => {
      endGuard();
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, [bindings]);
  return <BindingsContext value={bindings}>{children}</BindingsContext>;
}

export function useBindings(): Bindings {
  const bindings = useContext(BindingsContext);
  if (!bindings) throw new Error('useBindings outside KeysProvider');
  return bindings;
}

/** Everything rendered inside answers to keys before what stands under it, and alone. */
export function KeyLayer({ children }: { readonly children: ReactNode }): ReactNode {
  const bindings = useBindings();
  const layer = useContext(LayerContext) + 1;
  useLayoutEffect(() => bindings.openLayer(layer), [bindings, layer]);
  return <LayerContext value={layer}>{children}</LayerContext>;
}

/** Runs on a key while mounted; `null` leaves the key to others. The last one mounted wins. */
export function useKey(key: KeyName | null, run: (() => void) | null): void {
  const bindings = useBindings();
  const layer = useContext(LayerContext);
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const active = key !== null && run !== null;
  useLayoutEffect(() => {
    if (!active || key === null) return undefined;
    const binding: Binding = { key, layer, run: () => latest.current?.() };
    return bindings.add(binding);
  }, [active, bindings, key, layer]);
}
