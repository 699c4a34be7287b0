import { type ReactNode, useState } from 'react';
import { contactWays, noticeLanguages, qpvAnswers, situations } from '#contract/person.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { noticePage } from '../slip/page.ts';
import { PaperDialog } from '../slip/paper-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import own from './registration-fields.module.css';
import styles from './person.module.css';
import { type FormField, type Problems, type RegistrationForm, birthKinds } from './registration-form.ts';
import { ChoiceField, SelectField } from './select-field.tsx';
import { dayFromText } from '../ui/controls/typed-day.ts';

interface Props {
  readonly form: RegistrationForm;
  readonly problems: Problems;
  readonly onChange: (part: Partial<RegistrationForm>) => void;
}

/** Two columns on one page: who the person is, then how to reach and count them. */
export function RegistrationFields(props: Props): ReactNode {
  return (
    <div className={own['form']}>
      <WhoColumn {...props} />
      <WhereColumn {...props} />
    </div>
  );
}

/** A problem is told at its field once something is typed there; what is merely missing stands beside the button. */
function useError(form: RegistrationForm, problems: Problems): (field: FormField) => string | undefined {
  const { t } = useWords();
  return (field) => {
    const problem = problems[field];
    if (!problem || problem === 'needed' || form[field] === '') return undefined;
    if (problem === 'not-a-date' && form.birthText.trim().length < 4) return undefined;
    return t(`person.problems.${problem}`);
  };
}

function WhoColumn({ form, problems, onChange }: Props): ReactNode {
  const { t, say } = useWords();
  const { now } = useDesk();
  const error = useError(form, problems);
  const on = form.birthKind === 'day' ? dayFromText(form.birthText, Number(now.slice(0, 4))) : null;
  return (
    <div className={own['column']}>
      <Field
        label={t('person.form.firstNames')}
        value={form.firstNames}
        onChange={(firstNames) => onChange({ firstNames })}
        error={error('firstNames')}
        maxLength={80}
        focused
      />
      <Field
        label={t('person.form.birthName')}
        value={form.birthName}
        onChange={(birthName) => onChange({ birthName })}
        error={error('birthName')}
        maxLength={80}
      />
      <Field
        label={t('person.form.usedName')}
        value={form.usedName}
        onChange={(usedName) => onChange({ usedName })}
        error={error('usedName')}
        maxLength={80}
      />
      <div className={styles['pair']}>
        <SelectField
          label={t('person.form.birthKind')}
          value={form.birthKind}
          options={birthKinds.map((kind) => [kind, t(`person.birth.${kind}`)] as const)}
          onChange={(birthKind) => onChange({ birthKind, birthText: '' })}
        />
        {form.birthKind !== 'unknown' && (
          <Field
            label={t('person.form.birthText')}
            placeholder={t(`person.birthHint.${form.birthKind}`)}
            hint={on && !problems.birthText ? say.longDay(on) : undefined}
            inputMode={form.birthKind === 'day' || form.birthKind === 'month' ? 'text' : 'numeric'}
            value={form.birthText}
            onChange={(birthText) => onChange({ birthText })}
            error={error('birthText')}
            maxLength={10}
          />
        )}
      </div>
      <Field
        label={t('person.form.phone')}
        type="tel"
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        error={error('phone')}
        maxLength={20}
      />
      <SelectField
        label={t('person.form.contact')}
        value={form.contact}
        options={[
          ['', t('person.form.notSaid')] as const,
          ...contactWays.map((way) => [way, t(`person.contact.${way}`)] as const),
        ]}
        onChange={(contact) => onChange({ contact })}
      />
    </div>
  );
}

function WhereColumn({ form, problems, onChange }: Props): ReactNode {
  const { t } = useWords();
  const { site } = useDesk();
  const [giving, setGiving] = useState(false);
  const error = useError(form, problems);
  const languages = noticeLanguages.map((code) => [code, t(`person.languages.${code}`)] as const);
  return (
    <div className={own['column']}>
      <div className={styles['pair']}>
        <Field
          label={t('person.form.postcode')}
          inputMode="numeric"
          value={form.postcode}
          onChange={(postcode) => onChange({ postcode })}
          error={error('postcode')}
          maxLength={5}
        />
        <Field
          label={t('person.form.municipality')}
          value={form.municipality}
          onChange={(municipality) => onChange({ municipality })}
          error={error('municipality')}
          maxLength={80}
        />
      </div>
      <ChoiceField
        label={t('person.form.qpv')}
        value={form.qpv}
        options={qpvAnswers.map((answer) => [answer, t(`person.qpv.${answer}`)] as const)}
        onChange={(qpv) => onChange({ qpv })}
      />
      <div className={styles['pair']}>
        <SelectField
          label={t('person.form.situation')}
          value={form.situation}
          options={[
            ['', t('person.form.notSaid')] as const,
            ...situations.map((one) => [one, t(`person.situations.${one}`)] as const),
          ]}
          onChange={(situation) => onChange({ situation })}
        />
        <SelectField
          label={t('person.form.language')}
          value={form.language}
          options={[...languages, ['', t('person.form.otherLanguage')] as const]}
          onChange={(language) => {
            const spoken = noticeLanguages.find((one) => one === language);
            onChange(spoken ? { language, noticeLanguage: spoken } : { language });
          }}
        />
      </div>
      <div className={own['notice']}>
        <SelectField
          label={t('person.form.noticeLanguage')}
          value={form.noticeLanguage}
          options={languages}
          onChange={(noticeLanguage) => onChange({ noticeLanguage })}
        />
        {site && <Button onPress={() => setGiving(true)}>{t('person.form.noticePrint')}</Button>}
        {giving && site && (
          <PaperDialog
            kind="notice"
            language={form.noticeLanguage}
            pageIn={(language) => noticePage(site, language)}
            onMade={(noticeLanguage) => onChange({ noticeLanguage })}
            onClose={() => setGiving(false)}
          />
        )}
        <label className={own['check']}>
          <input
            type="checkbox"
            checked={form.noticeGiven}
            onChange={(event) => onChange({ noticeGiven: event.currentTarget.checked })}
          />
          {t('person.form.noticeGiven')}
        </label>
        <p className={styles['soft']}>{t('person.form.never')}</p>
      </div>
    </div>
  );
}
