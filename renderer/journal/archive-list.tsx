import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArchiveView } from '#contract/archive.ts';
import { periodWords } from '../messages/period.ts';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Pill } from '../ui/pill.tsx';
import styles from './journal.module.css';
import { sizeOf } from './size-words.ts';

export function ArchiveList(props: {
  readonly archives: readonly ArchiveView[];
  readonly foot: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const { archives } = props;
  return (
    <Panel
      flush
      readable
      label={t('journal.archives.list')}
      head={<h2 className={styles['title']}>{t('journal.archives.list')}</h2>}
      foot={props.foot}
    >
      {archives.length === 0 && (
        <div className={styles['aside']}>
          <Notice tone="info">{t('journal.archives.none')}</Notice>
        </div>
      )}
      <ul className={styles['list']}>
        {archives.map((archive) => (
          <ArchiveRow key={`${archive.folder}/${archive.fileName}`} archive={archive} />
        ))}
      </ul>
    </Panel>
  );
}

function ArchiveRow({ archive }: { readonly archive: ArchiveView }): ReactNode {
  const { t, say } = useWords();
  const { unit, size } = sizeOf(archive.sizeBytes);
  return (
    <li className={styles['file']}>
      <strong>{periodWords(archive.period, say, t('journal.archives.everything'))}</strong>
      {!archive.there && (
        <Pill tone="warn" icon={TriangleAlert}>
          {t('journal.archives.gone')}
        </Pill>
      )}
      <span>{archive.fileName}</span>
      <small>
        {[
          t('journal.archives.madeAt', { moment: say.moment(archive.madeAt) }),
          t('journal.archives.records', { count: archive.records, records: say.number(archive.records) }),
          t(`journal.size.${unit}`, { size: say.number(size) }),
        ].join(', ')}
      </small>
      <small>{archive.folder}</small>
      {!archive.there && <small>{t('journal.archives.goneNext')}</small>}
    </li>
  );
}
