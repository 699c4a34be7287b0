import { type ReactNode, useEffect, useRef } from 'react';
import type { Picture } from '#paper/document.ts';
import { bytesOf } from './files.ts';
import styles from './ticket-preview.module.css';

/** The dots that a printer prints, one for one. */
export function PictureDots(props: { readonly picture: Picture; readonly alt: string }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { picture, alt } = props;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(dotsOf(picture), 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      className={styles['picture']}
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={alt}
    />
  );
}

function dotsOf({ width, height, bits }: Picture): ImageData {
  const bytes = bytesOf(bits);
  const image = new ImageData(width, height);
  for (let dot = 0; dot < width * height; dot += 1) {
    const dark = ((bytes[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
    const shade = dark ? 0 : 255;
    image.data.set([shade, shade, shade, 255], dot * 4);
  }
  return image;
}
