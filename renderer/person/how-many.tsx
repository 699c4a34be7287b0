import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import styles from './person.module.css';

/** Where more people were found than are shown: how many, and what to type. */
export function HowMany(props: { readonly shown: number; readonly total: number }): ReactNode {
  const { t } = useWords();
  const { shown, total } = props;
  if (total <= shown) return null;
  return <p className={styles['soft']}>{t('person.search.more', { shown, total })}</p>;
}
