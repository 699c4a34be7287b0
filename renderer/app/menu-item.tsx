import { Popover } from '@mantine/core';
import {
  Archive,
  CloudUpload,
  Landmark,
  type LucideIcon,
  Menu,
  Package,
  Printer,
  ReceiptText,
  Settings,
  ShieldCheck,
  ShoppingBasket,
  Users,
  UsersRound,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useDesk } from './desk.tsx';
import styles from './frame.module.css';
import { useNavigation } from './navigation.tsx';
import type { PlaceName } from './places.ts';
import { isOffered } from './screen-for.ts';

const icons: Readonly<Record<PlaceName, LucideIcon>> = {
  till: ShoppingBasket,
  persons: Users,
  tickets: ReceiptText,
  stock: Package,
  team: UsersRound,
  closing: Archive,
  batches: CloudUpload,
  accounts: Landmark,
  journal: ShieldCheck,
  peripherals: Printer,
  settings: Settings,
};
const places = Object.keys(icons) as PlaceName[];

/** Where one can go; what the role does not allow is not offered. */
export function MenuItem(): ReactNode {
  const { t } = useWords();
  const desk = useDesk();
  const { place, go } = useNavigation();
  const [open, setOpen] = useState(false);
  useKey('Escape', open ? () => setOpen(false) : null);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      closeOnEscape={false}
      returnFocus
      width={280}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles['item']}
          onClick={() => setOpen(!open)}
          aria-label={t('frame.menu')}
        >
          <Menu size={22} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['popover']}>
        <nav aria-label={t('frame.menu')} className={styles['menu']}>
          {places
            .filter((name) => isOffered(desk, name))
            .map((name) => {
              const Icon = icons[name];
              return (
                <button
                  key={name}
                  type="button"
                  className={styles['place']}
                  aria-current={place.at === name ? 'page' : undefined}
                  onClick={() => {
                    setOpen(false);
                    go({ at: name });
                  }}
                >
                  <Icon size={22} aria-hidden="true" />
                  {t(`frame.places.${name}`)}
                </button>
              );
            })}
        </nav>
      </Popover.Dropdown>
    </Popover>
  );
}
