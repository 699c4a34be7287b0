import type { ReactNode } from 'react';
import type { Output } from '#contract/ipc.ts';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/controls/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { DrawerTried } from './drawer-tried.tsx';
import { Failed } from './printer-failed.tsx';
import type { Trial } from './use-trial.ts';

/** What a try gave, and the one question whose answer mends what it showed. */
export function PrinterTried(props: {
  readonly trial: Trial;
  readonly codepages: readonly number[];
  readonly codepage: number;
  readonly onCodepage: (number: number) => void;
  readonly onDrawer: (pin: 0 | 1) => void;
}): ReactNode {
  const { refusal } = useWords();
  const { tried, tryDrawer } = props.trial;
  switch (tried?.what) {
    case undefined:
      return null;
    case 'refused':
      return <Notice tone="refuse" sentence={refusal(tried.refusal)} live />;
    case 'drawer':
      return <DrawerTried tried={tried} onTry={tryDrawer} onOpened={props.onDrawer} />;
    case 'page':
      return tried.told.outcome === 'failed' ? (
        <Failed fault={tried.told.fault} />
      ) : (
        <PageOut {...props} outcome={tried.told.outcome} />
      );
  }
}

function PageOut(props: {
  readonly outcome: Exclude<Output<'testPrinter'>['outcome'], 'failed'>;
  readonly codepages: readonly number[];
  readonly codepage: number;
  readonly onCodepage: (number: number) => void;
}): ReactNode {
  const { t } = useWords();
  const { outcome } = props;
  return (
    <>
      <Notice
        live
        tone={outcome === 'printed' ? 'good' : 'info'}
        sentence={{
          text: t(`peripherals.printer.outcome.${outcome}`),
          next: t(`peripherals.printer.outcomeNext.${outcome}`),
        }}
      />
      <Choice
        legend={t('peripherals.printer.accents')}
        options={props.codepages.map((one) => ({ id: String(one), label: String(one) }))}
        value={String(props.codepage)}
        onPick={(picked) => props.onCodepage(Number(picked))}
      />
    </>
  );
}
