import { type ReactNode, useState } from 'react';
import type { TicketView } from '#contract/ticket.ts';
import { tenderKinds } from '#domain/tender.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { StructureSearch } from '../person/structure-search.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { useApproved } from '../ui/controls/use-approved.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { type TypedTenders, allBy, correctionOf, typedFrom } from './tender-correction.ts';
import styles from './ticket.module.css';

/** How the sale was really paid. Money moves between tenders; the total stays. */
export function CorrectTender(props: {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { ticket, onClose } = props;
  const { act, pending } = useDo('correctTender');
  const [typed, setTyped] = useState<TypedTenders>(() => typedFrom(ticket));
  const state = correctionOf(typed, ticket);
  const why =
    state.kind === 'ready'
      ? null
      : t(`ticket.tenderState.${state.kind}`, { amount: 'cents' in state ? say.money(state.cents) : '' });
  const { go, asking, refused } = useApproved({
    title: t('ticket.correct.approve'),
    attempt: (approval) =>
      act({ saleId: ticket.saleId, tenders: state.kind === 'ready' ? [...state.tenders] : [], approval }),
    onDone: () => {
      announce('good', { text: t('ticket.correct.done'), next: t('ticket.correct.doneNext') });
      onClose();
    },
  });
  if (asking) return asking;
  return (
    <Dialog
      wide
      title={t('ticket.correct.tenderTitle', { amount: say.money(ticket.totalCents) })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={pending} onPress={go}>
            {t('ticket.correct.confirm')}
          </Button>
        </>
      }
    >
      <fieldset className={styles['choices']}>
        <legend>{t('ticket.correct.all')}</legend>
        {tenderKinds.map((kind) => (
          <Button key={kind} onPress={() => setTyped(allBy(typed, kind, ticket.totalCents))}>
            {t(`tender.one.${kind}`)}
          </Button>
        ))}
      </fieldset>
      <div className={styles['three']}>
        {tenderKinds.map((kind) => (
          <Field
            key={kind}
            label={t(`tender.one.${kind}`)}
            inputMode="decimal"
            value={typed.texts[kind]}
            cap={<span aria-hidden="true">€</span>}
            maxLength={9}
            onChange={(text) => setTyped({ ...typed, texts: { ...typed.texts, [kind]: text } })}
          />
        ))}
      </div>
      {typed.texts.structureCredit.trim() !== '' && <StructurePart typed={typed} onChange={setTyped} />}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

function StructurePart(props: {
  readonly typed: TypedTenders;
  readonly onChange: (typed: TypedTenders) => void;
}): ReactNode {
  const { t } = useWords();
  const { typed, onChange } = props;
  const { data: all = [] } = useAsk('prescribers', {});
  if (!typed.prescriberId)
    return (
      <StructureSearch
        label={t('ticket.correct.structure')}
        onChoose={(one) => onChange({ ...typed, prescriberId: one.id })}
      />
    );
  return (
    <div className={styles['structure']}>
      <p>
        <strong>{all.find((one) => one.id === typed.prescriberId)?.name ?? typed.prescriberId}</strong>
      </p>
      <Button onPress={() => onChange({ ...typed, prescriberId: null })}>
        {t('person.referral.changeStructure')}
      </Button>
      <Field
        label={t('ticket.correct.commitment')}
        value={typed.commitment}
        onChange={(commitment) => onChange({ ...typed, commitment })}
        maxLength={60}
        focused
      />
    </div>
  );
}
