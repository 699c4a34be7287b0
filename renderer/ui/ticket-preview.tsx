import { type ReactNode, Suspense, lazy } from 'react';
import type { Picture, TicketBlock, TicketDocument } from '#paper/document.ts';
import { useAsk } from '../api/api.tsx';
import { Code128 } from './code128.tsx';
import { PictureDots } from './picture.tsx';
import styles from './ticket-preview.module.css';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

/** A long paper is scrolled by keyboard too: the focus has to be able to stand on it. */
const reachable = { tabIndex: 0 };

/** The paper on screen, drawn from the very blocks that the printer gets. */
export function TicketPreview({ document }: { readonly document: TicketDocument }): ReactNode {
  const { data: logo } = useAsk('logo', {});
  return (
    <article className={styles['paper']} aria-label={document.title} lang="fr" {...reachable}>
      {document.blocks.map((block, index) => (
        // Blocks of a document never move: their place is their identity.
        <Block key={`${index}-${block.kind}`} block={block} logo={logo ?? null} />
      ))}
    </article>
  );
}

function Block(props: { readonly block: TicketBlock; readonly logo: Picture | null }): ReactNode {
  const { block, logo } = props;
  switch (block.kind) {
    case 'text':
      return (
        <p
          className={styles['text']}
          data-align={block.align ?? 'left'}
          data-bold={block.bold || undefined}
          data-large={block.large || undefined}
        >
          {block.text}
        </p>
      );
    case 'pair':
      return (
        <p className={styles['pair']} data-bold={block.bold || undefined}>
          <span>{block.left}</span>
          <span>{block.right}</span>
        </p>
      );
    case 'bar':
      return (
        <p className={styles['bar']}>
          <span>{block.left}</span>
          <meter className={styles['share']} min={0} max={1} value={block.share} aria-hidden="true" />
          <span>{block.right}</span>
        </p>
      );
    case 'rule':
      return <hr className={styles['rule']} />;
    case 'space':
      return <div className={styles['space']} />;
    case 'barcode':
      return (
        <div className={styles['code']}>
          <div className={styles['bars']} aria-hidden="true">
            <Code128 text={block.text} label={block.text} />
          </div>
          <span>{block.text}</span>
        </div>
      );
    case 'logo':
      return logo && <PictureDots picture={logo} alt="" />;
    case 'picture':
      return <PictureDots picture={block.picture} alt={block.alt} />;
    case 'qr':
      return (
        <div className={styles['code']}>
          <div className={styles['qr']} aria-hidden="true">
            <Suspense fallback={null}>
              <QrCode text={block.text} label={block.text} />
            </Suspense>
          </div>
          <span>{block.text}</span>
        </div>
      );
  }
}
