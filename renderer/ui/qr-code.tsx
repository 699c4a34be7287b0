import { create } from 'qrcode';
import type { ReactNode } from 'react';

/** White on every side, without which a scanner does not find the code. */
const quiet = 4;

/** The same symbol that the printer draws; nothing where the text is longer than any QR code. */
export function QrCode(props: { readonly text: string; readonly label: string }): ReactNode {
  const dark = darkModules(props.text);
  if (!dark) return null;
  const side = dark.size + 2 * quiet;
  return (
    <svg role="img" aria-label={props.label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={dark.path} fill="#000000" />
    </svg>
  );
}

function darkModules(text: string): { readonly size: number; readonly path: string } | null {
  try {
    const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
    const path = Array.from(data, (dark, at) =>
      dark === 1 ? `M${quiet + (at % size)} ${quiet + Math.floor(at / size)}h1v1h-1z` : '',
    ).join('');
    return { size, path };
  } catch {
    return null;
  }
}
