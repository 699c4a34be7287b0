import { createRequire } from 'node:module';
import type * as Decoder from '@react-thermal-printer/printer';

// Its ES module imports iconv-lite, which it does not declare; its CommonJS build carries it.
const require = createRequire(import.meta.url);
const { decode, deserialize } = require('@react-thermal-printer/printer') as typeof Decoder;

export interface ReadBack {
  /** What stands on each line of paper, by a decoder that is not ours. */
  readonly lines: string[];
  readonly commands: { readonly name: string; readonly data: readonly number[] }[];
}

export function readBack(bytes: Uint8Array): ReadBack {
  const lines: string[] = [];
  const commands: ReadBack['commands'] = [];
  let line: number[] = [];
  const singleByteMode = [0x1c, 0x2e];
  const start = bytes.findIndex(
    (byte, at) => byte === singleByteMode[0] && bytes[at + 1] === singleByteMode[1],
  );
  for (const command of deserialize(Uint8Array.from([...bytes].toSpliced(start, 2)))) {
    if (command.name === 'char') line.push(command.data);
    else if (command.name === 'lf') {
      lines.push(decode(Uint8Array.from(line), 'wpc1252'));
      line = [];
    } else commands.push({ name: command.name, data: 'data' in command ? [command.data].flat() : [] });
  }
  return { lines, commands };
}
