import type { Day } from '#domain/time.ts';
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DayFigures } from '../contract/board.ts';
import { ask } from './api.ts';

import styles from './day-panel.module.css';
import { Notice } from './notice.tsx';
import { dayWords, differenceWords, instantWords, money, refusalWords } from './words.ts';
import { tenderKinds } from '#domain/tender.ts';
import { tenderWords } from '#paper/words.ts';

export interface Chosen {
  readonly site: string;
  readonly day: Day;
}

/** A point's day in figures. */
export function DayPanel({ chosen, onClose }: { readonly chosen: Chosen; readonly onClose: () => void }) {
  const figures = useQuery({
    queryKey: ['day', chosen.site, chosen.day],
    queryFn: () => ask('dayFigures', chosen),
  });
  const title = figures.data ? `${figures.data.name}, ${dayWords(chosen.day)}` : dayWords(chosen.day);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={<span className={styles['title']}>{title}</span>}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      {figures.isError && <Notice tone="refuse">{refusalWords(figures.error)}</Notice>}
      {figures.data && <Figures day={figures.data} />}
    </Drawer>
  );
}

function Figures({ day }: { readonly day: DayFigures }) {
  return (
    <div className={styles['panel']}>
      <div className={styles['big']}>
        <span>{money(day.totalCents)}</span>
        <span className={styles['saving']}>{money(day.savingCents)} d’économie</span>
      </div>
      <p className={styles['soft']}>Valeur indicative : {money(day.referenceCents)}</p>
      <Pairs
        rows={[
          ['Ventes', String(day.sales)],
          ['Retours', String(day.returns)],
          ['Corrections', String(day.corrections)],
          ['Personnes inscrites', String(day.persons)],
          ['Droits ouverts', String(day.entitlements)],
        ]}
      />
      <h2>Règlements</h2>
      <Pairs rows={tenderKinds.map((kind) => [tenderWords[kind].many, money(day.byTender[kind])])} />
      <h2>Familles</h2>
      <Pairs rows={day.families.map((one) => [`${one.label} × ${one.units}`, money(one.totalCents)])} />
      <h2>Caisse</h2>
      {day.differences.every((one) => one.differenceCents === 0) && <Notice tone="good">Aucun écart.</Notice>}
      {day.differences
        .filter((one) => one.differenceCents !== 0)
        .map((one) => (
          <Notice key={one.tender} tone="warn">
            {tenderWords[one.tender].many} : compté {money(one.countedCents)}, attendu{' '}
            {money(one.expectedCents)}, écart {money(one.differenceCents)} (
            {differenceWords[one.reason ?? 'unknown'] ?? one.reason}).
          </Notice>
        ))}
      <h2>Lots</h2>
      {day.batches.map((one) => (
        <p key={`${one.till} ${one.batchNo}`} className={styles['soft']}>
          {one.till} n° {one.batchNo}, reçu le {instantWords(one.importedAt)}, {one.records} enregistrements,{' '}
          {signatureWords[one.signatures]}
        </p>
      ))}
    </div>
  );
}

const signatureWords: Readonly<Record<DayFigures['batches'][number]['signatures'], string>> = {
  'to-check': 'signatures en cours de vérification',
  hold: 'signatures vérifiées',
  broken: 'une signature ne tient pas : prévenez l’équipe technique',
};

function Pairs({ rows }: { readonly rows: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className={styles['pairs']}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
