import { FocusTrap } from '@mantine/core';
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer, useKey } from '../../keys/keys.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

/** A question above the screen. Scans still reach the till, and no key reaches what is under it. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <KeyLayer>
      <DialogBox {...props} />
    </KeyLayer>
  );
}

function DialogBox(props: DialogProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  useKey('Escape', props.onClose);
  return (
    <div className={styles['veil']}>
      <FocusTrap active>
        <dialog
          open
          className={`${styles['box']} ${props.wide ? styles['wide'] : ''}`}
          aria-modal="true"
          aria-labelledby={id}
        >
          <header className={styles['head']}>
            <h2 id={id}>{props.title}</h2>
            <button
              type="button"
              className={styles['close']}
              aria-label={t('ui.close')}
              onClick={props.onClose}
            >
              <X size={22} aria-hidden="true" />
            </button>
          </header>
          <div className={styles['body']}>{props.children}</div>
          {props.actions && <footer className={styles['actions']}>{props.actions}</footer>}
          {/* Takes the focus where no field asked for it, so that no button is pressed by chance. */}
          <span tabIndex={-1} data-autofocus className={styles['rest']} />
        </dialog>
      </FocusTrap>
    </div>
  );
}
