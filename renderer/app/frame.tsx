import { CircleQuestionMark, CloudUpload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DeskState } from '#contract/desk.ts';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { may } from '#domain/roles.ts';
import { Button } from '../ui/controls/button.tsx';
import { BarItem } from './bar-item.tsx';
import { useDesk } from './desk.tsx';
import styles from './frame.module.css';
import { HelpDialog } from './help-dialog.tsx';
import { IntegrityItem } from './integrity-item.tsx';
import { MenuItem } from './menu-item.tsx';
import { useNavigation } from './navigation.tsx';
import { OperatorItem } from './operator-item.tsx';
import { PrinterItem } from './printer-item.tsx';
import { ScannerItem } from './scanner-item.tsx';
import { SessionItem } from './session-item.tsx';

/** The thin bar above every screen: each part says how it is, explains itself and offers the mend. */
export function Frame(): ReactNode {
  const desk = useDesk();
  const { t } = useWords();
  const [help, setHelp] = useState(false);
  useKey('F1', () => setHelp(true));
  const hidden = desk.locked || !desk.operator || desk.mustChangePassword;
  return (
    <>
      <header
        className={styles['bar']}
        data-crowded={desk.integrity.unread > 0 || undefined}
        aria-label={t('frame.label')}
      >
        {!hidden && <MenuItem />}
        {desk.site && <SiteItem desk={desk} />}
        {desk.operator && !desk.locked && <OperatorItem desk={desk} />}
        {!hidden && <SessionItem desk={desk} />}
        <span className={styles['space']} />
        {!hidden && !desk.training && <IntegrityItem desk={desk} />}
        {(desk.warnings.includes('disk-full') ||
          (desk.warnings.length > 0 && may(desk.operator, 'manager'))) && <WarningsItem desk={desk} />}
        {!hidden && <PrinterItem desk={desk} />}
        <ScannerItem />
        {!hidden && !desk.training && <DaysItem desk={desk} />}
        <button type="button" className={styles['plain']} onClick={() => setHelp(true)}>
          <CircleQuestionMark size={20} aria-hidden="true" />
          {t('frame.help.label')} <span className={styles['faint']}>F1</span>
        </button>
      </header>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </>
  );
}

const tillNumber = (desk: DeskState): string => desk.till?.split('-').at(-1) ?? '';

function SiteItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t } = useWords();
  const number = tillNumber(desk);
  const site = desk.site?.name ?? '';
  return (
    <BarItem
      long="capped"
      label={
        <>
          <strong>{site}</strong> · {t('frame.till', { number })}
        </>
      }
      title={t('frame.site.title', { site, number })}
    >
      <p>{t('frame.site.text')}</p>
      {desk.demo && <p>{t('frame.site.demo')}</p>}
      <p className={styles['soft']}>{t('frame.site.version', { version: desk.version })}</p>
    </BarItem>
  );
}

/** Standing warnings about how this computer keeps its data: seen at every moment, in nobody's way. */
function WarningsItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t } = useWords();
  const full = desk.warnings.includes('disk-full');
  return (
    <BarItem
      align="end"
      raised={full}
      tone={full ? 'trouble' : 'caution'}
      label={t(full ? 'frame.warnings.full' : 'frame.warnings.label')}
      title={t('frame.warnings.title')}
    >
      {desk.warnings.map((warning) => (
        <p key={warning}>{t(`frame.warnings.${warning}`)}</p>
      ))}
    </BarItem>
  );
}

function DaysItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t, say } = useWords();
  const { go } = useNavigation();
  const { waiting, oldestDay } = desk.exchange;
  const words = (): string => {
    if (desk.demo) return t('frame.days.demo');
    return oldestDay && waiting > 0
      ? t('frame.days.waitingText', { day: say.day(oldestDay) })
      : t('frame.days.noneText');
  };
  return (
    <BarItem
      align="end"
      raised={waiting > 0}
      tone={waiting > 0 ? 'caution' : 'good'}
      icon={<CloudUpload size={20} aria-hidden="true" />}
      label={waiting > 0 ? t('frame.days.waiting', { count: waiting }) : t('frame.days.none')}
      title={t('frame.days.title')}
      renderActions={(close) =>
        may(desk.operator, 'seller') && (
          <Button onPress={() => (close(), go({ at: 'batches' }))}>{t('frame.days.see')}</Button>
        )
      }
    >
      <p>{words()}</p>
    </BarItem>
  );
}
