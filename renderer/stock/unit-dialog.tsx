import { PackageMinus, ShieldCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type StockRow, type UnitRow, donorKinds } from '#contract/stock.ts';
import { may } from '#domain/roles.ts';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './stock.module.css';
import { TestedDialog } from './tested-dialog.tsx';
import { StatusPill } from './unit-list.tsx';
import { WriteOffDialog } from './write-off-dialog.tsx';

type Act = 'look' | 'tested' | 'write-off';

/** All that the stock knows of one article, and what a manager can do with it. */
export function UnitDialog(props: {
  readonly row: StockRow;
  readonly unit: UnitRow;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { data: units = [] } = useAsk('units', { sku: props.row.sku });
  const unit = units.find((one) => one.key === props.unit.key) ?? props.unit;
  const [act, setAct] = useState<Act>('look');
  if (act === 'tested')
    return <TestedDialog unit={unit} onBack={() => setAct('look')} onClose={props.onClose} />;
  if (act === 'write-off')
    return <WriteOffDialog unit={unit} onBack={() => setAct('look')} onClose={props.onClose} />;
  const why = may(operator, 'manager') ? null : t('stock.managerOnly');
  const inHand = unit.status !== 'sold' && unit.status !== 'written-off';
  const toTest = inHand && props.row.reconditioned && !unit.testedAndWiped;
  return (
    <Dialog
      wide
      title={t('stock.unit.title', { text: grouped(unit.text) })}
      onClose={props.onClose}
      actions={
        <>
          {inHand && (
            <Button
              kind="refuse"
              why={why}
              icon={<PackageMinus size={20} aria-hidden="true" />}
              onPress={() => setAct('write-off')}
            >
              {t('stock.writeOff')}
            </Button>
          )}
          <span className={styles['pushed']} />
          {toTest && (
            <Button
              kind="primary"
              why={why}
              icon={<ShieldCheck size={20} aria-hidden="true" />}
              onPress={() => setAct('tested')}
            >
              {t('stock.unit.markTested')}
            </Button>
          )}
          <Button kind={toTest && !why ? 'plain' : 'primary'} onPress={props.onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <Facts row={props.row} unit={unit} />
      {unit.status === 'sold' && <Notice tone="info">{t('stock.unit.soldNote')}</Notice>}
      {inHand && props.row.reconditioned && unit.testedAndWiped && (
        <div className={styles['acts']}>
          <Button why={why} onPress={() => setAct('tested')}>
            {t('stock.unit.unmark')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function Facts({ row, unit }: { readonly row: StockRow; readonly unit: UnitRow }): ReactNode {
  const { t, say } = useWords();
  const donor = donorKinds.find((kind) => kind === unit.donor);
  return (
    <dl className={styles['facts']}>
      <dt>{t('stock.unit.product')}</dt>
      <dd>{row.label}</dd>
      <dt>{t('stock.unit.state')}</dt>
      <dd>
        <StatusPill unit={unit} />
      </dd>
      <dt>{t('stock.unit.received')}</dt>
      <dd>
        {unit.receivedAtSale && t('stock.unit.early')}
        {!unit.receivedAtSale && (unit.receivedOn ? say.day(unit.receivedOn) : t('stock.unit.unknown'))}
      </dd>
      <dt>{t('stock.unit.donor')}</dt>
      <dd>{donor ? t(`stock.receiving.donors.${donor}`) : (unit.donor ?? t('stock.unit.unknown'))}</dd>
      {unit.soldOn && (
        <>
          <dt>{t('stock.unit.sold')}</dt>
          <dd>{say.day(unit.soldOn)}</dd>
        </>
      )}
      {row.reconditioned && (
        <>
          <dt>{t('stock.unit.tested')}</dt>
          <dd>{unit.testedAndWiped ? t('stock.unit.yes') : t('stock.unit.no')}</dd>
        </>
      )}
    </dl>
  );
}
