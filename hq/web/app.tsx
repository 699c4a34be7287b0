import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from './api.ts';
import { BoardPage } from './board-page.tsx';
import { Frame, type Place } from './frame.tsx';
import { PricesPage } from './prices-page.tsx';
import { ChoosePassword, SignIn } from './sign-in.tsx';
import { WorkListPage } from './work-list-page.tsx';

export function App() {
  const session = useQuery({ queryKey: ['session'], queryFn: () => ask('session', {}) });
  const [place, setPlace] = useState<Place>('board');
  if (session.isPending) return null;
  if (!session.data) return <SignIn unreachable={session.isError} />;
  if (session.data.mustChange) return <ChoosePassword />;
  return (
    <Frame name={session.data.name} place={place} onGo={setPlace}>
      {place === 'board' && <BoardPage />}
      {place === 'work-list' && <WorkListPage />}
      {place === 'prices' && <PricesPage />}
    </Frame>
  );
}
