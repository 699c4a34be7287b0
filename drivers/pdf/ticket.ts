import type { Picture, TicketDocument } from '#paper/document.ts';
import { layoutTicket, textRows, type TicketRow } from '../printer/layout.ts';
import { type PdfPage, pdfFile } from './page.ts';

const columns = 42;
const widthMm = 80;
const marginMm = 5;
const lineMm = 4;
const inner = widthMm - 2 * marginMm;
/** Points of Courier that put `columns` characters, 0.6 of their size wide, on a line. */
const size = ((inner * 72) / 25.4 / columns) * (1 / 0.6);
const barcodeMm = 14;
const qrMm = 26;
const pictureMm = 48;

/** The very rows of the paper on one page as long as the ticket. */
export async function ticketPdf(document: TicketDocument, logo: Picture | null): Promise<Uint8Array> {
  const rows = layoutTicket(document, columns);
  const file = await pdfFile(document.title);
  const height = rows.reduce((sum, row) => sum + heightOf(row, logo), 2 * marginMm);
  const page = file.page(widthMm, height);
  let y = marginMm;
  for (const row of rows) {
    drawRow(page, row, y, logo);
    y += heightOf(row, logo);
  }
  return file.bytes();
}

const pictureHeight = ({ width, height }: Picture): number => (pictureMm * height) / width + 2;

function heightOf(row: TicketRow, logo: Picture | null): number {
  switch (row.kind) {
    case 'line':
      return row.large ? 2 * lineMm : lineMm;
    case 'barcode':
      return barcodeMm + 2;
    case 'qr':
      return qrMm;
    case 'picture':
      return pictureHeight(row.picture);
    case 'logo':
      return logo ? pictureHeight(logo) : 0;
  }
}

function drawRow(page: PdfPage, row: TicketRow, y: number, logo: Picture | null): void {
  const left = (widthMm - pictureMm) / 2;
  switch (row.kind) {
    case 'line': {
      const { align, bold, large } = row;
      const style = { size: large ? size * 2 : size, bold, mono: true, align };
      page.text(
        row.text === '' ? ' ' : row.text,
        marginMm,
        y,
        align === 'left' ? style : { ...style, width: inner },
      );
      return;
    }
    case 'barcode':
      page.barcode(row.text, { x: marginMm, y, width: inner, height: barcodeMm });
      return;
    case 'qr':
      if (page.qr(row.text, (widthMm - qrMm) / 2, y, qrMm)) return;
      for (const line of textRows(row.text, columns)) page.text(line.text, marginMm, y, { size, mono: true });
      return;
    case 'picture':
      page.picture(row.picture, left, y, pictureMm);
      return;
    case 'logo':
      if (logo) page.picture(logo, left, y, pictureMm);
      return;
  }
}
