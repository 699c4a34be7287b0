import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type SaleId, type TicketNumber, brandAs } from '#domain/ids.ts';
import { parseRecord, sealRecord } from '#domain/journal.ts';
import type { SalePayload } from '#domain/sale.ts';
import { sha256Hex } from '#exchange/crypto.ts';
import { headFile } from '#main/journal/head-file.ts';
import { tillSigner } from '#main/set-up/till-keys.ts';
import type { BenchPoint } from './point.ts';

/** Sales as the till would have written them: linked, signed, with their rows; each is the last sale again. */
export function loadSignedSales(point: BenchPoint, count: number): void {
  const store = storeOn(point.beside);
  const [till] = store.tills();
  const signer = till && tillSigner(fileKeystore(join(point.folder, 'keys')), till);
  const last = till && store.lastRecord(till.id, 'sale');
  const [row] = last && till ? store.recordsBetween(till.id, 'sale', last.seq, last.seq) : [];
  const model = row && parseRecord(row.bytes);
  if (!till || !signer || !row || !model) throw new Error('no sale to copy');
  const payload = model.payload as SalePayload;
  const sale = store.saleById(payload.saleId);
  if (!sale) throw new Error('no sale to copy');
  const [lines, tenders] = [store.linesOf(sale.id), store.tendersOf(sale.id)];
  const taken = store.usageOfSales([sale.id]);
  let previousHash = row.hash;
  const keys = { sha256: sha256Hex, sign: signer.sign };
  for (let from = row.seq + 1; from <= count; from += 5_000)
    store.transaction(() => {
      for (let seq = from; seq < Math.min(from + 5_000, count + 1); seq += 1) {
        const saleId = brandAs<SaleId>(uuidv7());
        const number = brandAs<TicketNumber>(`${till.id}-${sale.year}-${String(seq).padStart(6, '0')}`);
        const sealed = sealRecord(
          { ...model, seq, previousHash, payload: { ...payload, saleId, number } },
          keys,
        );
        store.insertRecord({ ...row, id: undefined, ...sealed });
        store.insertSale({ ...sale, id: saleId, number, sequence: seq, recordSeq: seq });
        for (const line of lines) store.insertSaleLine({ ...line, saleId });
        for (const tender of tenders) store.insertSaleTender({ ...tender, saleId });
        for (const usage of taken) store.insertUsage({ ...usage, saleId, seq });
        previousHash = sealed.hash;
      }
    });
  const heads = headFile({
    folder: point.folder,
    till: till.id,
    store,
    signer,
    now: () => row.at,
  });
  heads.flush();
}
