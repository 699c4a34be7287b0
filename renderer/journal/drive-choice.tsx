import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/controls/choice.tsx';

/** USB drives that are plugged in: one press instead of a path to type. */
export function DriveChoice(props: {
  readonly drives: readonly string[];
  readonly value: string;
  readonly onPick: (drive: string) => void;
}): ReactNode {
  const { t } = useWords();
  if (props.drives.length === 0) return null;
  return (
    <Choice
      legend={t('journal.backups.drives')}
      options={props.drives.map((drive) => ({ id: drive, label: drive }))}
      value={props.value}
      onPick={props.onPick}
    />
  );
}
