import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useKey } from '../keys/keys.tsx';
import styles from './frame.module.css';

export type DotTone = 'good' | 'caution' | 'trouble' | 'quiet';

/** A part of the bar: a button that opens its own explanation and the way to mend it. */
export function BarItem(props: {
  readonly label: ReactNode;
  readonly title: string;
  readonly icon?: ReactNode;
  readonly tone?: DotTone;
  readonly raised?: boolean;
  /** A name that may be long: cut at a width, or as short as the bar needs; whole in its explanation. */
  readonly long?: 'capped' | 'shrinks';
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
  readonly renderActions?: (close: () => void) => ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  // Only what was opened last closes: the screen behind keeps what was begun on it.
  useKey('Escape', open ? close : null);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position={props.align === 'end' ? 'bottom-end' : 'bottom-start'}
      closeOnEscape={false}
      returnFocus
      width={340}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={[styles['item'], props.raised && styles['raised'], props.long && styles[props.long]]
            .filter(Boolean)
            .join(' ')}
          onClick={() => setOpen(!open)}
        >
          {props.tone && <span className={styles['dot']} data-tone={props.tone} aria-hidden="true" />}
          {props.icon}
          <span className={styles['label']}>{props.label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['popover']} aria-label={props.title}>
        <h2 className={styles['title']}>{props.title}</h2>
        {props.children}
        {props.renderActions && <div className={styles['actions']}>{props.renderActions(close)}</div>}
      </Popover.Dropdown>
    </Popover>
  );
}
