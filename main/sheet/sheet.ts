import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { frenchDay } from '#paper/words.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { freshCard } from '../person/fresh-card.ts';
import { cardSheet, cardsAPage } from './card-labels.ts';
import { commandSheet } from './commands.ts';
import { type PriceLabel, priceLabelSheet } from './price-labels.ts';
import { scannerSheet } from './scanner-set-up.ts';
import { tiles } from '../basket/tiles.ts';

/** A sheet of A4 as PDF. */
export async function sheet(deps: Deps, { kind }: Input<'sheet'>): Promise<Answer<'sheet'>> {
  const [name, bytes] = await made(deps, kind);
  return ok({ name: `${name}.pdf`, base64: Buffer.from(bytes).toString('base64') });
}

async function made(deps: Deps, kind: Input<'sheet'>['kind']): Promise<[name: string, bytes: Uint8Array]> {
  switch (kind) {
    case 'commands':
      return ['codes-a-scanner', await commandSheet()];
    case 'scanner':
      return ['reglage-du-scanner', await scannerSheet()];
    case 'prices': {
      const on = todayAtSite(deps);
      return [`etiquettes-de-prix-${on}`, await priceLabelSheet(priceLabels(deps), frenchDay(on))];
    }
    case 'cards': {
      const cards = new Set<ReturnType<typeof freshCard>>();
      while (cards.size < cardsAPage) cards.add(freshCard(deps));
      return ['cartes-d-inscrit', await cardSheet([...cards], deps.reference().site)];
    }
  }
}

/** Products that are scanned by their own code; a SIM or a device carries its number. */
function priceLabels(deps: Deps): PriceLabel[] {
  const answer = tiles(deps);
  const { products } = deps.reference().catalogue;
  return (answer.ok ? answer.value : []).flatMap(({ sku, unit, label, priceCents, referenceCents }) => {
    const ean = products.find((one) => one.sku === sku)?.ean;
    return unit === null && ean ? [{ label, priceCents, referenceCents, ean }] : [];
  });
}
