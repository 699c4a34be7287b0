import type { LucideIcon } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { type NeededRole, may } from '#domain/roles.ts';
import { PartsPanel } from '../ui/parts-panel.tsx';
import { useDesk } from './desk.tsx';
import { useNavigation } from './navigation.tsx';
import styles from './parts-screen.module.css';

export interface ScreenPart<T extends string> {
  readonly id: T;
  readonly name: string;
  readonly icon: LucideIcon;
  /** What it asks of the application needs this role. */
  readonly role: NeededRole;
  readonly body: ComponentType;
  /** What waits there, when anything does. */
  readonly mark?: ReactNode;
}

/** A screen of several parts, of which one is open; those that the role does not allow are not offered. */
export function PartsScreen<T extends string>(props: {
  readonly title: string;
  readonly parts: readonly ScreenPart<T>[];
  /** The part that somebody asked for by name, from the bar above. */
  readonly asked: T | null;
}): ReactNode {
  const { title, asked } = props;
  const { operator } = useDesk();
  const { place } = useNavigation();
  const [chosen, setChosen] = useState<{ readonly part: T; readonly from: object } | null>(null);
  const parts = props.parts.filter(({ role }) => may(operator, role));
  // Asked again from the bar while this screen is open: that wish is newer than the choice made here.
  const wanted = chosen?.from === place ? chosen.part : asked;
  const open = parts.find(({ id }) => id === wanted) ?? parts[0];
  if (!open) return null;
  const Body = open.body;
  return (
    <div className={styles['columns']}>
      <PartsPanel
        title={title}
        open={open.id}
        parts={parts.map(({ mark = null, ...part }) => ({ ...part, mark }))}
        onOpen={(part) => setChosen({ part, from: place })}
      />
      <Body />
    </div>
  );
}
