import { useQuery } from '@tanstack/react-query';
import type { CallRow, FlagRow } from '../contract/board.ts';
import { ask } from './api.ts';
import { Notice } from './notice.tsx';
import { dayShort, proofWords, refusalWords } from './words.ts';
import styles from './work-list.module.css';

/** Structures to call, and what points could not know of each other. */
export function WorkListPage() {
  const list = useQuery({ queryKey: ['work-list'], queryFn: () => ask('workList', {}) });
  if (list.isError) return <Notice tone="refuse">{refusalWords(list.error)}</Notice>;
  if (!list.data) return null;
  const { calls, flags } = list.data;
  return (
    <div className={styles['page']}>
      <section className={`card ${styles['box']}`}>
        <h1>Structures à appeler</h1>
        {calls.length === 0 && <p className={styles['soft']}>Personne à appeler.</p>}
        {calls.map((row) => (
          <CallLine
            key={`${row.site} ${row.usedOn} ${row.prescriber} ${row.proof} ${row.issuedOn}`}
            row={row}
          />
        ))}
      </section>
      <section className={`card ${styles['box']}`}>
        <h2>À regarder</h2>
        {flags.length === 0 && <p className={styles['soft']}>Rien à signaler.</p>}
        {flags.map((flag) => (
          <div key={`${flag.kind} ${flag.till} ${JSON.stringify(flag.detail)}`} className={styles['line']}>
            <strong>{flagWords(flag)}</strong>
            <span className={styles['soft']}>
              {flag.till}, {dayShort(flag.on)}
            </span>
          </div>
        ))}
      </section>
    </div>
  );
}

function CallLine({ row }: { readonly row: CallRow }) {
  const why = row.why === 'under-reserve' ? 'acceptée sous réserve' : 'refusée';
  return (
    <div className={styles['line']}>
      <strong>{row.prescriber || 'Structure inconnue'}</strong>
      {row.phone !== '' && <a href={`tel:${row.phone.replaceAll(' ', '')}`}>{row.phone}</a>}
      <span className={styles['soft']}>
        {proofWords[row.proof]} {why} à {row.site} le {dayShort(row.usedOn)}
        {row.issuedOn !== null && `, émise le ${dayShort(row.issuedOn)}`}
      </span>
    </div>
  );
}

function flagWords(flag: FlagRow): string {
  const { detail } = flag;
  switch (flag.kind) {
    case 'referral-twice': {
      const key = String(detail['referralKey']).replace(/^\w+:/, '');
      const when = detail['sameDay'] === true ? ', le même jour' : '';
      return `Orientation ${key} prise aussi à ${String(detail['otherTill'])}${when}`;
    }
    case 'quota-overlap':
      return `Plafond « ${String(detail['family'])} » dépassé entre plusieurs points`;
    case 'bad-signature':
      return `Signature qui ne tient pas : chaîne ${String(detail['chain'])}, n° ${String(detail['seq'])}`;
  }
}
