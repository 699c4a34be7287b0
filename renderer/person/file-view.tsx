import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { PersonFile } from '#contract/person.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { useApproved } from '../ui/controls/use-approved.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { birthWords } from './birth-words.ts';
import type { View, Who } from './flow.ts';
import styles from './person.module.css';
import { useSell } from './use-sell.tsx';

/** Everything held on somebody: opening it is written down, and nothing of it stays in the page afterwards. */
export function FileView(props: { readonly who: Who; readonly onView: (view: View) => void }): ReactNode {
  const { t, refusal } = useWords();
  const { who, onView } = props;
  const client = useQueryClient();
  const { data: file, error } = useAsk('personFile', { personId: who.personId, act: 'request' });
  const { sell, pending, why, question } = useSell();
  useEffect(() => () => client.removeQueries({ queryKey: ['personFile'] }), [client]);
  const back = (): void => onView({ at: 'search', text: '', who });
  return (
    <div className={styles['file']}>
      <Panel
        label={t('person.file.title')}
        foot={
          <div className={styles['acts']}>
            <Button wide kind="primary" why={why} disabled={pending} onPress={() => sell(who.personId)}>
              {t('person.sell')}
            </Button>
            <Button wide onPress={() => onView({ at: 'referral', who })}>
              {t('person.chosen.renew')}
            </Button>
            <Button wide onPress={() => onView({ at: 'card', who, until: null })}>
              {t('person.chosen.newCard')}
            </Button>
            <Button wide shortcut="Escape" onPress={back}>
              {t('ui.back')}
            </Button>
          </div>
        }
      >
        {error && <Notice tone="refuse" sentence={refusal(error.refusal)} live />}
        {file && <Facts file={file} />}
      </Panel>
      <Panel label={t('person.file.rights')}>
        {file && <Rights file={file} />}
        {file && <Cards file={file} />}
      </Panel>
      <Panel label={t('person.file.sales')}>{file && <Sales file={file} />}</Panel>
      {question}
    </div>
  );
}

function Facts({ file }: { readonly file: PersonFile }): ReactNode {
  const { t, say } = useWords();
  const { registration: held } = file;
  const facts: readonly (readonly [string, string])[] = [
    [t('person.form.birthName'), held.usedName ? held.birthName : ''],
    [t('person.file.birth'), birthWords(held.birth, t, say)],
    [t('person.form.phone'), held.phone],
    [t('person.form.municipality'), `${held.postcode} ${held.municipality}`.trim()],
    [t('person.file.qpv'), t(`person.qpv.${held.qpv}`)],
    [t('person.form.situation'), held.situation ? t(`person.situations.${held.situation}`) : ''],
    [t('person.form.contact'), held.contact ? t(`person.contact.${held.contact}`) : ''],
    [t('person.file.registered'), say.day(file.registeredOn)],
    [t('person.file.notice'), t(`person.languages.${held.notice.language}`)],
  ];
  return (
    <>
      <h1 className={styles['name']}>
        {held.firstNames} {held.usedName || held.birthName}
      </h1>
      <dl className={styles['facts']}>
        {facts
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      <p className={styles['soft']}>{t('person.chosen.fileNote')}</p>
    </>
  );
}

function Rights({ file }: { readonly file: PersonFile }): ReactNode {
  const { t, say } = useWords();
  const [mistaken, setMistaken] = useState<PersonFile['entitlements'][number] | null>(null);
  return (
    <section className={styles['part']}>
      <h2 className={styles['sub']}>{t('person.file.rights')}</h2>
      {file.entitlements.length === 0 && <p>{t('person.file.noRights')}</p>}
      <ul className={styles['rows']}>
        {file.entitlements.map((one) => (
          <li key={one.id}>
            <strong>{t('person.file.window', { from: say.day(one.from), until: say.day(one.until) })}</strong>
            <span className={styles['soft']}>
              {t(`person.proofs.${one.proof}`)} · {one.prescriber}
              {one.underReserve && ` · ${t('person.file.underReserve')}`}
            </span>
            <Button kind="quiet" onPress={() => setMistaken(one)}>
              {t('person.file.mistake')}
            </Button>
          </li>
        ))}
      </ul>
      {mistaken && <MistakeDialog entitlement={mistaken} onClose={() => setMistaken(null)} />}
    </section>
  );
}

/** "Orientation enregistrée par erreur": given back, unless something was sold on it. */
function MistakeDialog(props: {
  readonly entitlement: PersonFile['entitlements'][number];
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const client = useQueryClient();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('correctReferral');
  const { entitlement, onClose } = props;
  const { go, asking, refused } = useApproved({
    title: t('person.file.mistakeApprove'),
    attempt: (approval) => act({ entitlementId: entitlement.id, approval }),
    onDone: () => {
      announce('good', { text: t('person.file.mistakeDone'), next: t('person.file.mistakeDoneNext') });
      void client.invalidateQueries({ queryKey: ['personFile'] });
      onClose();
    },
  });
  if (asking) return asking;
  return (
    <Dialog
      title={t('person.file.mistakeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" disabled={pending} onPress={go}>
            {t('person.file.mistakeConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('person.file.mistakeText', { until: say.day(entitlement.until) })}</p>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

function Cards({ file }: { readonly file: PersonFile }): ReactNode {
  const { t, say } = useWords();
  return (
    <section className={styles['part']}>
      <h2 className={styles['sub']}>{t('person.file.cards')}</h2>
      {file.cards.length === 0 && <p>{t('person.file.noCards')}</p>}
      <ul className={styles['rows']}>
        {file.cards.map((one) => (
          <li key={one.card}>
            <strong>{grouped(one.card)}</strong>
            <span className={styles['soft']}>
              {t(one.active ? 'person.file.cardActive' : 'person.file.cardOld', {
                moment: say.moment(one.givenAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sales({ file }: { readonly file: PersonFile }): ReactNode {
  const { t, say } = useWords();
  const { go } = useNavigation();
  return (
    <section className={styles['part']}>
      <h2 className={styles['sub']}>{t('person.file.sales')}</h2>
      {file.sales.length === 0 && <p>{t('person.file.noSales')}</p>}
      <ul className={styles['found']}>
        {file.sales.map((sale) => (
          <li key={sale.saleId}>
            <button
              type="button"
              className={styles['result']}
              onClick={() => go({ at: 'tickets', saleId: brandAs<SaleId>(sale.saleId) })}
            >
              <strong>{sale.labels.join(', ')}</strong>
              <span className={styles['soft']}>
                {say.day(sale.on)} · {say.money(cents(sale.totalCents))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
