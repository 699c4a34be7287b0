import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Panel } from './panel.tsx';
import styles from './parts-panel.module.css';

/** The parts of a screen that has several: one is open, the others are one press away. */
export function PartsPanel<T extends string>(props: {
  readonly title: string;
  readonly parts: readonly {
    readonly id: T;
    readonly icon: LucideIcon;
    readonly name: string;
    /** What waits there, when anything does. */
    readonly mark: ReactNode;
  }[];
  readonly open: T;
  readonly onOpen: (part: T) => void;
}): ReactNode {
  const { title } = props;
  return (
    <Panel flush label={title} head={<h1 className={styles['title']}>{title}</h1>}>
      <nav aria-label={title}>
        {props.parts.map(({ id, icon: Icon, name, mark }) => (
          <button
            key={id}
            type="button"
            className={styles['part']}
            aria-current={id === props.open ? 'page' : undefined}
            onClick={() => props.onOpen(id)}
          >
            <Icon size={22} aria-hidden="true" />
            <span>{name}</span>
            {mark}
          </button>
        ))}
      </nav>
    </Panel>
  );
}
