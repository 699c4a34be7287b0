import { type ReactNode, createContext, useContext } from 'react';
import type { DeskState } from '#contract/desk.ts';
import { FamiliesContext } from '../messages/families.ts';
import { TimeZoneContext } from '../messages/time-zone.ts';

const DeskContext = createContext<DeskState | null>(null);

export function DeskProvider(props: { readonly desk: DeskState; readonly children: ReactNode }): ReactNode {
  const { desk, children } = props;
  return (
    <TimeZoneContext value={desk.site?.timeZone ?? 'Europe/Paris'}>
      <FamiliesContext value={desk.families}>
        <DeskContext value={desk}>{children}</DeskContext>
      </FamiliesContext>
    </TimeZoneContext>
  );
}

/** The state of the desk as last told; every screen is rendered under it. */
export function useDesk(): DeskState {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside DeskProvider');
  return desk;
}
