import type { ComponentType } from 'react';
import { AccountsScreen } from '../money/index.tsx';
import { BatchesScreen } from '../exchange/index.tsx';
import { ClosingScreen } from '../closing/index.tsx';
import { JournalScreen } from '../journal/index.tsx';
import { OpeningScreen } from '../session/index.tsx';
import { PeripheralsScreen } from '../peripherals/index.tsx';
import { PersonsScreen } from '../person/index.tsx';
import { SetUpScreen } from '../set-up/index.tsx';
import { SettingsScreen } from '../settings/index.tsx';
import { SignInScreen } from '../access/index.tsx';
import { NewPasswordScreen } from '../access/new-password.tsx';
import { StockScreen } from '../stock/index.tsx';
import { TeamScreen } from '../team/index.tsx';
import { TicketsScreen } from '../ticket/index.tsx';
import { TillScreen } from '../basket/index.tsx';
import type { ScreenName } from './screen-for.ts';

/**
 * One component a screen. None is loaded late: they come from this machine, and a screen that suspends once is held
 * back 300 ms by React.
 */
export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  'set-up': SetUpScreen,
  'sign-in': SignInScreen,
  'new-password': NewPasswordScreen,
  opening: OpeningScreen,
  till: TillScreen,
  persons: PersonsScreen,
  tickets: TicketsScreen,
  stock: StockScreen,
  team: TeamScreen,
  closing: ClosingScreen,
  batches: BatchesScreen,
  accounts: AccountsScreen,
  journal: JournalScreen,
  peripherals: PeripheralsScreen,
  settings: SettingsScreen,
};
