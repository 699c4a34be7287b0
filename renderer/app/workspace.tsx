import { Activity, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScanProvider } from '../scanning/listening.tsx';
import { LockScreen } from '../access/lock-screen.tsx';
import { IdleStop } from '../training/idle-stop.tsx';
import { TrainingBand } from '../training/training-band.tsx';
import { TrainingTray } from '../training/training-tray.tsx';
import { useFreshWorld, worldOf } from '../training/use-fresh-world.ts';
import { Notice } from '../ui/notice.tsx';
import { useContrast } from './contrast.ts';
import { CrashGuard } from './crash-guard.tsx';
import { useDesk } from './desk.tsx';
import { Frame } from './frame.tsx';
import { IdleLock } from './idle-lock.tsx';
import { useNavigation } from './navigation.tsx';
import { screenFor } from './screen-for.ts';
import { screens } from './screens.tsx';
import styles from './workspace.module.css';

/** The frame and the one screen that the desk and the operator's wish give. */
export function Workspace({ unreachable }: { readonly unreachable: boolean }): ReactNode {
  const desk = useDesk();
  useContrast();
  const { t } = useTranslation();
  const { place, home } = useNavigation();
  const [settingUp, setSettingUp] = useState(!desk.setUp);
  if (settingUp && desk.operator) setSettingUp(false);
  const who = desk.operator?.code ?? null;
  const world = worldOf(desk);
  useFreshWorld(world);
  // Whoever comes next starts at the till, not where somebody else was; so do a training and what follows it.
  useEffect(home, [who, world, home]);
  const screen = settingUp && !desk.operator ? 'set-up' : screenFor(desk, place.at);
  const Screen = screens[screen];
  const locked = desk.locked && desk.operator !== null;
  return (
    <ScanProvider key={world}>
      <div className={styles['page']}>
        {desk.training && <TrainingBand />}
        <Frame />
        {unreachable && (
          <div className={styles['band']}>
            <Notice tone="refuse" live>
              {t('ui.link.unreachable')}
            </Notice>
          </div>
        )}
        <TrainingTray shown={screen === 'till' && !locked} />
        {/* Hidden, not left: what was typed is still there when the same operator unlocks, and nothing else shows. */}
        <Activity mode={locked ? 'hidden' : 'visible'}>
          <main className={styles['screen']} key={who} data-screen={screen}>
            <CrashGuard key={screen}>
              <Screen />
            </CrashGuard>
          </main>
        </Activity>
        {locked && (
          <main className={styles['screen']}>
            <LockScreen />
          </main>
        )}
        {desk.training && <IdleStop />}
        {!locked && desk.operator && !desk.training && <IdleLock minutes={desk.idleLockMinutes} />}
      </div>
    </ScanProvider>
  );
}
