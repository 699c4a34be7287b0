import { Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState } from '../api/link.ts';
import styles from './link-lost.module.css';

/** The whole page while nothing can be shown: still loading, no longer linked, or no answer. */
export function LinkLost({ state }: { readonly state: LinkState }): ReactNode {
  const { t } = useTranslation();
  if (state === 'linked')
    return (
      <main className={`${styles['page']} ${styles['starting']}`} aria-busy="true">
        <p>{t('ui.link.starting')}</p>
      </main>
    );
  return (
    <main className={styles['page']}>
      <Unplug size={44} aria-hidden="true" />
      {state === 'unlinked' && <h1>{t('ui.link.unlinkedTitle')}</h1>}
      <p>{t(state === 'unlinked' ? 'ui.link.unlinked' : 'ui.link.unreachable')}</p>
    </main>
  );
}
