import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Pill } from '../ui/pill.tsx';
import styles from './settings.module.css';

export function AboutPart(): ReactNode {
  const { t, refusal } = useWords();
  const desk = useDesk();
  const asked = useAsk('settings', {});
  const settings = asked.data;
  return (
    <Panel
      label={t('settings.parts.about')}
      head={<h2 className={styles['title']}>{t('settings.parts.about')}</h2>}
    >
      <div className={styles['stack']}>
        {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
        <dl className={styles['facts']}>
          <dt>{t('settings.about.version')}</dt>
          <dd>Comptoir {desk.version}</dd>
          <dt>{t('settings.about.site')}</dt>
          <dd>{desk.site ? `${desk.site.name} (${desk.site.code})` : ''}</dd>
          <dt>{t('settings.about.till')}</dt>
          <dd>{desk.till}</dd>
          <dt>{t('settings.about.headquarters')}</dt>
          <dd>{settings?.headquartersUrl ?? t('settings.about.noHeadquarters')}</dd>
          <dt>{t('settings.about.folder')}</dt>
          <dd>
            <code>{settings?.dataFolder}</code>
          </dd>
          <dt>{t('settings.about.data')}</dt>
          <dd>
            {settings?.encrypted && (
              <Pill tone="good" icon={LockKeyhole}>
                {t('settings.about.encrypted')}
              </Pill>
            )}
            {settings && !settings.encrypted && t('settings.about.plain')}
          </dd>
        </dl>
        {desk.warnings.map((warning) => (
          <Notice
            key={warning}
            tone="warn"
            sentence={{
              text: t(`settings.about.warnings.${warning}`),
              next: t(`settings.about.warningsNext.${warning}`),
            }}
          />
        ))}
      </div>
    </Panel>
  );
}
