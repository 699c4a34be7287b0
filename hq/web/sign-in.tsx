import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Session } from '../contract/calls.ts';
import { ask } from './api.ts';
import { Notice } from './notice.tsx';
import styles from './sign-in.module.css';
import { refusalWords } from './words.ts';

const useEntered = (): ((session: Session) => void) => {
  const queries = useQueryClient();
  return (session) => queries.setQueryData(['session'], session);
};

export function SignIn({ unreachable }: { readonly unreachable: boolean }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => ask('signIn', { name, password }),
    onSuccess: useEntered(),
  });
  return (
    <Sheet title="Bonjour" onSubmit={() => enter.mutate()}>
      <p className={styles['lead']}>Connectez-vous pour voir les journées des points d’accueil.</p>
      <TextInput
        label="Nom"
        size="md"
        autoComplete="username"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
      />
      <PasswordInput
        label="Mot de passe"
        size="md"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        required
      />
      {enter.isError && <Notice tone="refuse">{refusalWords(enter.error)}</Notice>}
      {unreachable && !enter.isError && <Notice tone="refuse">{refusalWords(null)}</Notice>}
      <Button type="submit" size="md" loading={enter.isPending}>
        Se connecter
      </Button>
    </Sheet>
  );
}

export function ChoosePassword() {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const choose = useMutation({
    mutationFn: () => ask('changePassword', { password }),
    onSuccess: useEntered(),
  });
  const differs = again !== '' && again !== password;
  return (
    <Sheet title="Votre mot de passe" onSubmit={() => !differs && choose.mutate()}>
      <p className={styles['lead']}>
        Le mot de passe affiché au démarrage ne sert qu’une fois. Choisissez le vôtre : au moins 8 caractères,
        de trois sortes.
      </p>
      <PasswordInput
        label="Nouveau mot de passe"
        size="md"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        required
      />
      <PasswordInput
        label="Encore une fois"
        size="md"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={differs ? 'Les deux ne sont pas pareils.' : null}
        required
      />
      {choose.isError && <Notice tone="refuse">{refusalWords(choose.error)}</Notice>}
      <Button type="submit" size="md" loading={choose.isPending}>
        Garder ce mot de passe
      </Button>
    </Sheet>
  );
}

function Sheet(props: {
  readonly title: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <main className={styles['page']}>
      <form className={`card ${styles['sheet']}`} onSubmit={submit}>
        <p className={styles['brand']}>Comptoir — siège</p>
        <h1>{props.title}</h1>
        {props.children}
      </form>
    </main>
  );
}
