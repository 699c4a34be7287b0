/** Handle of an opened printer, as the system gave it. */
export type PrinterHandle = bigint | object;

/** The calls of `winspool.drv` that printing takes, each off the main thread; false or null is the system's refusal. */
export interface Winspool {
  openPrinter(queue: string): Promise<PrinterHandle | null>;
  closePrinter(handle: PrinterHandle): Promise<void>;
  /** `cVersion` of the driver: 4 and later take XPS. */
  driverVersion(handle: PrinterHandle): Promise<number | null>;
  startDocument(
    handle: PrinterHandle,
    document: { readonly name: string; readonly dataType: string },
  ): Promise<boolean>;
  startPage(handle: PrinterHandle): Promise<boolean>;
  /** How many bytes were taken; 0 when none were. */
  write(handle: PrinterHandle, bytes: Uint8Array): Promise<number>;
  endPage(handle: PrinterHandle): Promise<boolean>;
  endDocument(handle: PrinterHandle): Promise<boolean>;
  /** Gives up a document that was begun. */
  abort(handle: PrinterHandle): Promise<void>;
  /** `PRINTER_STATUS_*` bits. */
  status(handle: PrinterHandle): Promise<number | null>;
  /** Names of the queues of this computer. */
  queues(): Promise<string[]>;
}
