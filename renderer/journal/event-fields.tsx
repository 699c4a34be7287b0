import type { ReactNode } from 'react';
import { eventGroups } from '#domain/events.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { useWords } from '../messages/use-words.ts';
import { SelectField } from '../person/select-field.tsx';
import { Field } from '../ui/controls/field.tsx';
import { type TypedFilter, faultsOf } from './event-filter.ts';
import styles from './journal.module.css';

export function EventFields(props: {
  readonly typed: TypedFilter;
  readonly operators: readonly { readonly code: OperatorCode; readonly name: string }[];
  readonly onChange: (to: Partial<TypedFilter>) => void;
}): ReactNode {
  const { t } = useWords();
  const { typed, operators, onChange } = props;
  const faults = faultsOf(typed);
  return (
    <div className={styles['filters']}>
      <SelectField<TypedFilter['group']>
        label={t('journal.events.group')}
        value={typed.group}
        options={[
          ['all', t('journal.events.everything')],
          ...eventGroups.map((group) => [group, t(`journal.events.groups.${group}`)] as const),
        ]}
        onChange={(group) => onChange({ group })}
      />
      <SelectField<TypedFilter['operator']>
        label={t('journal.events.operator')}
        value={typed.operator}
        options={[
          ['all', t('journal.events.everybody')],
          ...operators.map(({ code, name }) => [code, name] as const),
        ]}
        onChange={(operator) => onChange({ operator })}
      />
      <Field
        label={t('journal.events.from')}
        placeholder={t('journal.events.datePattern')}
        inputMode="numeric"
        maxLength={10}
        value={typed.from}
        error={faults.from ? t(`journal.events.${faults.from}`) : undefined}
        onChange={(from) => onChange({ from })}
      />
      <Field
        label={t('journal.events.until')}
        placeholder={t('journal.events.datePattern')}
        inputMode="numeric"
        maxLength={10}
        value={typed.until}
        error={faults.until ? t(`journal.events.${faults.until}`) : undefined}
        onChange={(until) => onChange({ until })}
      />
    </div>
  );
}
