import type { ReactNode } from 'react';
import { code128Bars } from './code128-bars.ts';

/** White on both sides, without which a scanner does not find the code. */
const quiet = 10;

/** A barcode to be scanned from the screen or from paper: always black on white, whatever the theme. */
export function Code128(props: { readonly text: string; readonly label: string }): ReactNode {
  const symbol = code128Bars(props.text);
  if (!symbol) return null;
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${symbol.modules + 2 * quiet} 40`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      {symbol.bars.map((bar) => (
        <rect key={bar.at} x={quiet + bar.at} y={4} width={bar.width} height={32} fill="#000000" />
      ))}
    </svg>
  );
}
