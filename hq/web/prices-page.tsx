import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { brandAs, type Sku } from '#domain/ids.ts';
import { parseEuros } from '#domain/money.ts';
import { parseDay } from '#domain/time.ts';
import type { PriceRow, Prices } from '../contract/board.ts';
import { ask } from './api.ts';
import { Notice } from './notice.tsx';
import styles from './prices.module.css';
import { dayShort, money, refusalWords } from './words.ts';

/** Today's prices and the form that changes one of them from a day on. */
export function PricesPage() {
  const prices = useQuery({ queryKey: ['prices'], queryFn: () => ask('prices', {}) });
  if (prices.isError) return <Notice tone="refuse">{refusalWords(prices.error)}</Notice>;
  if (!prices.data) return null;
  if (prices.data.publication === null)
    return <Notice tone="warn">Aucun référentiel n’est publié : publiez-en un pour changer un prix.</Notice>;
  return (
    <div className={styles['page']}>
      <section className={`card ${styles['list']}`} aria-label="Prix du jour">
        <h1>Prix du jour</h1>
        <table>
          <thead>
            <tr>
              <th scope="col">Produit</th>
              <th scope="col">Valeur indicative</th>
              <th scope="col">Prix solidaire</th>
              <th scope="col">Prévu</th>
            </tr>
          </thead>
          <tbody>
            {prices.data.products.map((row) => (
              <PriceLine key={row.sku} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <PriceForm prices={prices.data} />
    </div>
  );
}

function PriceLine({ row }: { readonly row: PriceRow }) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td className={styles['market']}>{money(row.marketCents)}</td>
      <td className={styles['price']}>{money(row.priceCents)}</td>
      <td>
        {row.planned.map((one) => (
          <span key={one.from} className={styles['planned']}>
            {money(one.priceCents)} le {dayShort(one.from)}
          </span>
        ))}
      </td>
    </tr>
  );
}

function PriceForm({ prices }: { readonly prices: Prices }) {
  const queries = useQueryClient();
  const [sku, setSku] = useState(prices.products[0]?.sku ?? '');
  const [price, setPrice] = useState('');
  const [from, setFrom] = useState<string>(prices.today);
  const cents = parseEuros(price);
  const fromDay = parseDay(from);
  const product = prices.products.find((one) => one.sku === sku);
  const change = useMutation({
    mutationFn: () => {
      if (cents === null || fromDay === null) throw new Error('an unfinished form was sent');
      return ask('changePrice', { sku: brandAs<Sku>(sku), cents, from: fromDay });
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (cents !== null && fromDay !== null) change.mutate();
  };
  return (
    <form className={`card ${styles['form']}`} onSubmit={submit} aria-label="Changer un prix">
      <h2>Changer un prix</h2>
      <NativeSelect
        label="Produit"
        size="md"
        value={sku}
        onChange={(event) => {
          setSku(event.currentTarget.value);
          change.reset();
        }}
        data={prices.products.map((one) => ({ value: one.sku, label: one.label }))}
      />
      <TextInput
        label="Nouveau prix solidaire"
        size="md"
        inputMode="decimal"
        placeholder="5,00"
        description={product ? `Aujourd’hui : ${money(product.priceCents)}` : undefined}
        value={price}
        onChange={(event) => setPrice(event.currentTarget.value)}
        error={price !== '' && cents === null ? 'Écrivez un montant, par exemple 4,50.' : null}
        required
      />
      <TextInput
        label="À partir du"
        size="md"
        type="date"
        min={prices.today}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        required
      />
      {change.isError && <Notice tone="refuse">{refusalWords(change.error)}</Notice>}
      {change.isSuccess && (
        <Notice tone="good">
          Publié : référentiel n° {change.data.publication}. Les caisses allumées et en réseau l’auront dans
          la demi-heure, les autres au retour du réseau ou avec le fichier de réponse.
        </Notice>
      )}
      <Button
        type="submit"
        size="md"
        loading={change.isPending}
        disabled={cents === null || fromDay === null}
      >
        {cents !== null && fromDay !== null
          ? `Publier ${money(cents)} dès le ${dayShort(fromDay)}`
          : 'Publier le nouveau prix'}
      </Button>
      <p className={styles['soft']}>
        Le nouveau prix vaut à partir de ce jour, dans tous les points. Un panier mis en attente est
        recalculé.
      </p>
    </form>
  );
}
