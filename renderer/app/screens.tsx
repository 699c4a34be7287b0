import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenName } from './screen-for.ts';

/** One component a screen, loaded when first shown. */
export const screens: Readonly<Record<ScreenName, LazyExoticComponent<ComponentType>>> = {
  'set-up': lazy(async () => ({ default: (await import('../set-up/index.tsx')).SetUpScreen })),
  'sign-in': lazy(async () => ({ default: (await import('../sign-in/index.tsx')).SignInScreen })),
  'new-password': lazy(async () => ({
    default: (await import('../sign-in/new-password.tsx')).NewPasswordScreen,
  })),
  opening: lazy(async () => ({ default: (await import('../opening/index.tsx')).OpeningScreen })),
  till: lazy(async () => ({ default: (await import('../till/index.tsx')).TillScreen })),
  persons: lazy(async () => ({ default: (await import('../persons/index.tsx')).PersonsScreen })),
  tickets: lazy(async () => ({ default: (await import('../tickets/index.tsx')).TicketsScreen })),
  stock: lazy(async () => ({ default: (await import('../stock/index.tsx')).StockScreen })),
  team: lazy(async () => ({ default: (await import('../team/index.tsx')).TeamScreen })),
  closing: lazy(async () => ({ default: (await import('../closing/index.tsx')).ClosingScreen })),
  batches: lazy(async () => ({ default: (await import('../batches/index.tsx')).BatchesScreen })),
  settings: lazy(async () => ({ default: (await import('../settings/index.tsx')).SettingsScreen })),
};
