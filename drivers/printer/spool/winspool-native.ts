import koffi from 'koffi';
import type { PrinterHandle, Winspool } from './winspool-port.ts';

/** Calls of `winspool.drv` as `winspool.h` declares them. */
const prototypes = {
  OpenPrinterW: '(const char16_t *pPrinterName, _Out_ HANDLE *phPrinter, void *pDefault)',
  ClosePrinter: '(HANDLE hPrinter)',
  StartDocPrinterW: '(HANDLE hPrinter, DWORD Level, const DOC_INFO_1W *pDocInfo)',
  EndDocPrinter: '(HANDLE hPrinter)',
  AbortPrinter: '(HANDLE hPrinter)',
  StartPagePrinter: '(HANDLE hPrinter)',
  EndPagePrinter: '(HANDLE hPrinter)',
  WritePrinter: '(HANDLE hPrinter, const void *pBuf, DWORD cbBuf, _Out_ DWORD *pcWritten)',
  EnumPrintersW:
    '(DWORD Flags, const char16_t *Name, DWORD Level, _Out_ uint8_t *pPrinterEnum, DWORD cbBuf, _Out_ DWORD *pcbNeeded, _Out_ DWORD *pcReturned)',
  GetPrinterW: '(HANDLE hPrinter, DWORD Level, _Out_ uint8_t *pPrinter, DWORD cbBuf, _Out_ DWORD *pcbNeeded)',
  GetPrinterDriverW:
    '(HANDLE hPrinter, const char16_t *pEnvironment, DWORD Level, _Out_ uint8_t *pDriverInfo, DWORD cbBuf, _Out_ DWORD *pcbNeeded)',
} as const;

/** What a call answers: a Windows BOOL, or the number of a job; 0 is a refusal. */
type Native = Readonly<Record<keyof typeof prototypes, (...args: readonly unknown[]) => Promise<number>>>;

/** Local queues and those of print servers this account is connected to. */
const printersOfThisAccount = 0x2 | 0x4;

let loaded: Winspool | null = null;

/** `winspool.drv`, loaded once. Every call runs on a thread of the pool: a driver that hangs holds up no sale. */
export const winspoolOf = (): Winspool => (loaded ??= bound());

function bound(): Winspool {
  const structs = declared();
  const native = nativeCalls();
  return {
    openPrinter: async (queue) => {
      const handle: [PrinterHandle | null] = [null];
      return (await native.OpenPrinterW(queue, handle, null)) ? handle[0] : null;
    },
    closePrinter: async (handle) => void (await native.ClosePrinter(handle)),
    driverVersion: async (handle) => {
      const told = await sized((buffer, needed) =>
        native.GetPrinterDriverW(handle, null, 2, buffer, buffer?.length ?? 0, needed),
      );
      return told && (koffi.decode(told, structs.driver) as { cVersion: number }).cVersion;
    },
    startDocument: async (handle, { name, dataType }) => {
      const document = { pDocName: name, pOutputFile: null, pDatatype: dataType };
      return (await native.StartDocPrinterW(handle, 1, document)) !== 0;
    },
    startPage: async (handle) => (await native.StartPagePrinter(handle)) !== 0,
    write: async (handle, bytes) => {
      const written: [number] = [0];
      const buffer = Buffer.from(bytes);
      return (await native.WritePrinter(handle, buffer, buffer.length, written)) ? written[0] : 0;
    },
    endPage: async (handle) => (await native.EndPagePrinter(handle)) !== 0,
    endDocument: async (handle) => (await native.EndDocPrinter(handle)) !== 0,
    abort: async (handle) => void (await native.AbortPrinter(handle)),
    status: async (handle) => {
      const told = await sized((buffer, needed) =>
        native.GetPrinterW(handle, 2, buffer, buffer?.length ?? 0, needed),
      );
      return told && (koffi.decode(told, structs.printer) as { Status: number }).Status;
    },
    queues: async () => {
      const returned: [number] = [0];
      const told = await sized((buffer, needed) =>
        native.EnumPrintersW(printersOfThisAccount, null, 4, buffer, buffer?.length ?? 0, needed, returned),
      );
      if (!told) return [];
      const named = koffi.decode(told, structs.printerName, returned[0]) as { pPrinterName: string }[];
      return named.map(({ pPrinterName }) => pPrinterName);
    },
  };
}

function nativeCalls(): Native {
  const library = koffi.load('winspool.drv');
  const call = (name: keyof typeof prototypes): Native[typeof name] => {
    const returns = name === 'StartDocPrinterW' ? 'DWORD' : 'BOOL';
    const native = library.func(`${returns} __stdcall ${name}${prototypes[name]}`);
    return (...args) =>
      new Promise((resolve, reject) => {
        native.async(...args, (error: Error | null, value: number) =>
          error ? reject(error) : resolve(value),
        );
      });
  };
  const names = Object.keys(prototypes) as (keyof typeof prototypes)[];
  return Object.fromEntries(names.map((name) => [name, call(name)])) as Native;
}

/** The types that the prototypes name, and the structures that answers are read with. */
function declared() {
  koffi.alias('DWORD', 'uint32_t');
  koffi.alias('BOOL', 'int32_t');
  koffi.pointer('HANDLE', koffi.opaque());
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const texts = (names: string): Record<string, string> =>
    Object.fromEntries(names.split(' ').map((name) => [name, 'str16']));
  const numbers = (names: string): Record<string, string> =>
    Object.fromEntries(names.split(' ').map((name) => [name, 'DWORD']));
  return {
    printerName: koffi.struct('PRINTER_INFO_4W', {
      ...texts('pPrinterName pServerName'),
      ...numbers('Attributes'),
    }),
    printer: koffi.struct('PRINTER_INFO_2W', {
      ...texts('pServerName pPrinterName pShareName pPortName pDriverName pComment pLocation'),
      pDevMode: 'void *',
      ...texts('pSepFile pPrintProcessor pDatatype pParameters'),
      pSecurityDescriptor: 'void *',
      ...numbers('Attributes Priority DefaultPriority StartTime UntilTime Status cJobs AveragePPM'),
    }),
    driver: koffi.struct('DRIVER_INFO_2W', {
      ...numbers('cVersion'),
      ...texts('pName pEnvironment pDriverPath pDataFile pConfigFile'),
    }),
  };
}

/** Asks how large an answer is, then for the answer; null when there is none. */
async function sized(
  ask: (buffer: Buffer | null, needed: [number]) => Promise<number>,
): Promise<Buffer | null> {
  const needed: [number] = [0];
  await ask(null, needed);
  if (needed[0] === 0) return null;
  const buffer = Buffer.alloc(needed[0]);
  return (await ask(buffer, needed)) ? buffer : null;
}
