import { Banknote, FileClock, HandHeart, type LucideIcon } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import styles from './money.module.css';
import { ClosingsPart } from './closings-part.tsx';
import { CreditsPart } from './credits-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { type Part, partRole, parts } from './parts.ts';

const icons: Readonly<Record<Part, LucideIcon>> = {
  closings: FileClock,
  money: Banknote,
  credits: HandHeart,
};
const bodies: Readonly<Record<Part, ComponentType>> = {
  closings: ClosingsPart,
  money: MoneyPart,
  credits: CreditsPart,
};

/** What became of the money: closed tills, cash on its way to the bank, what structures owe. */
export function AccountsScreen(): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const allowed = parts.filter((part) => may(operator, partRole[part]));
  const [part, setPart] = useState<Part>('closings');
  const Body = bodies[part];
  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <h1 className={styles['title']}>{t('money.title')}</h1>
        <nav className={styles['tabs']} aria-label={t('money.title')}>
          {allowed.map((one) => {
            const Icon = icons[one];
            return (
              <button
                key={one}
                type="button"
                className={styles['tab']}
                aria-current={one === part ? 'page' : undefined}
                onClick={() => setPart(one)}
              >
                <Icon size={20} aria-hidden="true" />
                {t(`money.parts.${one}`)}
              </button>
            );
          })}
        </nav>
      </header>
      <Body />
    </div>
  );
}
