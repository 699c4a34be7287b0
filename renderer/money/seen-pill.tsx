import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import { Pill } from '../ui/pill.tsx';
import { type SeenMoney, seenState } from './seen.ts';

const looks = {
  waiting: { tone: 'warn', icon: Clock },
  same: { tone: 'good', icon: CircleCheck },
  less: { tone: 'refuse', icon: TriangleAlert },
  more: { tone: 'refuse', icon: TriangleAlert },
} as const;

/** Whether the money came, and as much as was expected. */
export function SeenPill(props: {
  readonly of: 'money' | 'credits';
  readonly expectedCents: Cents;
  readonly seen: SeenMoney;
}): ReactNode {
  const { t, say } = useWords();
  const state = seenState(props.expectedCents, props.seen);
  const amount = 'cents' in state ? say.money(state.cents) : '';
  const look = looks[state.kind];
  return (
    <Pill tone={look.tone} icon={look.icon}>
      {t(`money.${props.of}.state.${state.kind}`, { amount })}
    </Pill>
  );
}
