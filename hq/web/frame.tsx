import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LayoutGrid, LogOut, PhoneCall, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { ask } from './api.ts';
import styles from './frame.module.css';

export type Place = 'board' | 'work-list' | 'prices';

const places = [
  { place: 'board', label: 'Tableau', icon: LayoutGrid },
  { place: 'work-list', label: 'À appeler', icon: PhoneCall },
  { place: 'prices', label: 'Prix', icon: Tag },
] as const satisfies readonly { place: Place; label: string; icon: typeof Tag }[];

export function Frame(props: {
  readonly name: string;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly children: ReactNode;
}) {
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => ask('signOut', {}),
    onSettled: () => queries.resetQueries(),
  });
  return (
    <div className={styles['frame']}>
      <header className={styles['bar']}>
        <strong>Comptoir</strong>
        <span className={styles['where']}>siège</span>
        <nav aria-label="Pages" className={styles['nav']}>
          {places.map(({ place, label, icon: Icon }) => (
            <button
              key={place}
              type="button"
              aria-current={props.place === place ? 'page' : undefined}
              onClick={() => props.onGo(place)}
            >
              <Icon size={18} aria-hidden />
              {label}
            </button>
          ))}
        </nav>
        <button type="button" onClick={() => leave.mutate()}>
          <LogOut size={18} aria-hidden />
          {props.name} · se déconnecter
        </button>
      </header>
      <main className={styles['main']}>{props.children}</main>
    </div>
  );
}
