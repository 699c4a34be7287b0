import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/ipc.ts';
import type { PrinterChoice, Settings } from '#contract/settings.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { faultNamed } from './fault-words.ts';
import { type PrinterDraft, choiceOf, draftOf, isSameChoice } from './printer-draft.ts';
import { PrinterAddress } from './printer-address.tsx';
import styles from './settings.module.css';

const kinds = ['none', 'virtual', 'tcp'] as const;

export function PrinterPart(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('settings', {});
  if (asked.data) return <PrinterForm key={JSON.stringify(asked.data.printer)} settings={asked.data} />;
  return (
    <Panel label={t('settings.parts.printer')}>
      {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
    </Panel>
  );
}

function PrinterForm({ settings }: { readonly settings: Settings }): ReactNode {
  const { t, refusal } = useWords();
  const choose = useDo('choosePrinter');
  const test = useDo('testPrinter');
  const [draft, setDraft] = useState<PrinterDraft>(() =>
    draftOf(settings.printer, settings.profiles[0]?.id ?? ''),
  );
  const [tested, setTested] = useState<Output<'testPrinter'> | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const choice = choiceOf(draft);
  const wrong = typeof choice === 'string' ? choice : null;
  const changed = wrong !== null || !isSameChoice(choice as PrinterChoice, settings.printer);
  const change = (to: Partial<PrinterDraft>): void => {
    setTested(null);
    setDraft({ ...draft, ...to });
  };
  const save = async (): Promise<void> => {
    if (typeof choice === 'string') return;
    const answer = await choose.act({ printer: choice });
    setRefused(answer.ok ? null : answer.refusal);
  };
  const tryIt = async (): Promise<void> => {
    setTested(null);
    const answer = await test.act({});
    setRefused(answer.ok ? null : answer.refusal);
    if (answer.ok) setTested(answer.value);
  };
  return (
    <Panel
      label={t('settings.parts.printer')}
      head={<h2 className={styles['title']}>{t('settings.parts.printer')}</h2>}
      foot={
        <div className={styles['acts']}>
          {changed ? (
            <Button
              big
              kind="primary"
              why={wrong && t(`settings.printer.${wrong}`)}
              disabled={choose.pending}
              onPress={() => void save()}
            >
              {t('settings.printer.save')}
            </Button>
          ) : (
            <Button
              big
              kind="primary"
              why={draft.kind === 'none' ? t('settings.printer.nothingToTest') : null}
              disabled={test.pending}
              onPress={() => void tryIt()}
            >
              {test.pending ? t('settings.printer.testing') : t('settings.printer.test')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles['stack']}>
        <Choice
          legend={t('settings.printer.which')}
          options={kinds.map((id) => ({ id, label: t(`settings.printer.kinds.${id}`) }))}
          value={draft.kind}
          onPick={(kind) => change({ kind })}
        />
        <p className={styles['soft']}>{t(`settings.printer.about.${draft.kind}`)}</p>
        {draft.kind === 'tcp' && (
          <PrinterAddress draft={draft} profiles={settings.profiles} onChange={change} />
        )}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {tested && <TestOutcome tested={tested} />}
      </div>
    </Panel>
  );
}

function TestOutcome({ tested }: { readonly tested: Output<'testPrinter'> }): ReactNode {
  const { t } = useWords();
  if (tested.outcome === 'failed') {
    const fault = faultNamed(tested.fault ?? '');
    return (
      <Notice
        live
        tone="refuse"
        sentence={{
          text: t(`settings.printer.faults.${fault}`),
          next: t(`settings.printer.faultNext.${fault}`),
        }}
      />
    );
  }
  const { outcome } = tested;
  return (
    <Notice
      live
      tone={outcome === 'printed' ? 'good' : 'info'}
      sentence={{
        text: t(`settings.printer.outcome.${outcome}`),
        next: t(`settings.printer.outcomeNext.${outcome}`),
      }}
    />
  );
}
