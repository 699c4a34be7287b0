import { Banknote, CreditCard, HandHeart, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ByTender, TenderKind } from '#domain/tender.ts';
import { useWords } from '../messages/use-words.ts';

export const tenderIcons: ByTender<LucideIcon> = {
  cash: Banknote,
  bankCard: CreditCard,
  structureCredit: HandHeart,
};

/** How a sale was paid, as a small drawing with its name. */
export function TenderMark({
  kind,
  size = 20,
}: {
  readonly kind: TenderKind;
  readonly size?: number;
}): ReactNode {
  const { t } = useWords();
  const Icon = tenderIcons[kind];
  return <Icon size={size} role="img" aria-label={t(`tender.one.${kind}`)} />;
}
