import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Answer, Bridge, CallName, Output } from '#contract/ipc.ts';
import { type Given, type RefusedError, ask, call } from './client.ts';
import { type LinkState, UnlinkedError, UnreachableError, linkStateAfter } from './link.ts';
import { answersWithBasket, questionsOn } from './asked-again.ts';

interface Door {
  readonly bridge: Bridge;
  readonly link: LinkState;
  /** Notes what a failed or answered call says about the link. */
  readonly onLink: (state: LinkState) => void;
}

const DoorContext = createContext<Door | null>(null);

export function ApiProvider(props: { readonly bridge: Bridge; readonly children: ReactNode }): ReactNode {
  const { bridge, children } = props;
  const client = useQueryClient();
  const [link, onLink] = useState<LinkState>('linked');
  useEffect(
    () => bridge.onChanged(({ topics }) => void askAgain(client, topics.flatMap(questionsOn))),
    [bridge, client],
  );
  const door = useMemo(() => ({ bridge, link, onLink }), [bridge, link]);
  return <DoorContext value={door}>{children}</DoorContext>;
}

export function useDoor(): Door {
  const door = useContext(DoorContext);
  if (!door) throw new Error('useDoor outside ApiProvider');
  return door;
}

/** Asks and keeps asking as things change; `error` carries the refusal. */
export function useAsk<N extends CallName>(
  name: N,
  input: Given<N>,
  options: { readonly enabled?: boolean; readonly pollMs?: number } = {},
): UseQueryResult<Output<N>, RefusedError> {
  const { bridge, onLink } = useDoor();
  return useQuery<Output<N>, RefusedError>({
    queryKey: [name, input],
    queryFn: () => watched(ask(bridge, name, input), onLink),
    enabled: options.enabled ?? true,
    refetchInterval: options.pollMs ?? false,
  });
}

export interface Doing<N extends CallName> {
  /** Does it and answers the value or the refusal; no answer at all is a refusal too. */
  readonly act: (input: Given<N>) => Promise<Answer<N>>;
  readonly pending: boolean;
}

/** Does something; the basket that comes back is shown at once, the rest is asked again. */
export function useDo<N extends CallName>(name: N): Doing<N> {
  const { bridge, onLink } = useDoor();
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const act = useCallback(
    async (input: Given<N>): Promise<Answer<N>> => {
      setPending(true);
      try {
        const answer = await watched(call(bridge, name, input), onLink);
        if (answer.ok && answersWithBasket(name)) showBasket(client, answer.value);
        // Not waited for: what the answer says is shown first, the rest follows.
        void askAgain(client, answersWithBasket(name) && answer.ok ? ['deskState'] : ['deskState', 'basket']);
        return answer;
      } catch (error) {
        if (!(error instanceof UnreachableError || error instanceof UnlinkedError)) throw error;
        return { ok: false, refusal: { kind: 'broken', incident: 'link' } };
      } finally {
        setPending(false);
      }
    },
    [bridge, client, name, onLink],
  );
  return { act, pending };
}

/** Puts a basket that came with another answer (a scan) where every screen reads it. */
export function showBasket(client: QueryClient, basket: unknown): void {
  client.setQueryData(['basket', {}], basket);
}

const askAgain = async (client: QueryClient, names: readonly CallName[]): Promise<void> => {
  await Promise.all([...new Set(names)].map((name) => client.invalidateQueries({ queryKey: [name] })));
};

async function watched<T>(answer: Promise<T>, onLink: (state: LinkState) => void): Promise<T> {
  try {
    const value = await answer;
    onLink('linked');
    return value;
  } catch (error) {
    onLink(linkStateAfter(error));
    throw error;
  }
}
