import { ChevronDown, ChevronUp, IdCard, ScanBarcode } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { useScanner } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { articleKinds, nextOf } from './articles.ts';
import styles from './training.module.css';

/** Cards and articles to practise with: a tap is a scan. Folded by one press, and kept so on every other screen. */
export function TrainingTray({ shown }: { readonly shown: boolean }): ReactNode {
  const { t } = useWords();
  const { training } = useDesk();
  const { take } = useScanner();
  const [folded, setFolded] = useState(false);
  if (!training || !shown) return null;
  const { people, articles } = training.tray;
  return (
    <aside className={styles['tray']} aria-label={t('training.tray.title')}>
      <header className={styles['head']}>
        <h2>{t('training.tray.title')}</h2>
        {!folded && <p>{t('training.tray.text')}</p>}
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {t(folded ? 'training.tray.unfold' : 'training.tray.fold')}
          {folded ? <ChevronDown size={20} aria-hidden="true" /> : <ChevronUp size={20} aria-hidden="true" />}
        </button>
      </header>
      {!folded && (
        <div className={styles['groups']}>
          {people.length === 0 && articles.length === 0 && <p>{t('training.tray.none')}</p>}
          {people.length > 0 && (
            <fieldset className={styles['codes']}>
              <legend>{t('training.tray.people')}</legend>
              {people.map(({ name, card }) => (
                <Button
                  key={card}
                  icon={<IdCard size={20} aria-hidden="true" />}
                  onPress={() => take({ readings: [card], from: 'screen' })}
                >
                  {name}
                </Button>
              ))}
            </fieldset>
          )}
          <TrainingArticles />
        </div>
      )}
    </aside>
  );
}

/** Articles to tap, or those of one name alone where such a one is asked for; nothing outside a training. */
export function TrainingArticles({ only }: { readonly only?: string }): ReactNode {
  const { t } = useWords();
  const { training } = useDesk();
  const { take } = useScanner();
  const kinds = articleKinds(training?.tray.articles ?? []).filter(
    ({ label }) => only === undefined || label === only,
  );
  if (kinds.length === 0) return null;
  return (
    <fieldset className={styles['codes']}>
      <legend>{t(only === undefined ? 'training.tray.articles' : 'training.tray.title')}</legend>
      {kinds.map((kind) => (
        <Button
          key={kind.label}
          icon={<ScanBarcode size={20} aria-hidden="true" />}
          onPress={() => take({ readings: [nextOf(kind)], from: 'screen' })}
        >
          {kind.label}
        </Button>
      ))}
    </fieldset>
  );
}
