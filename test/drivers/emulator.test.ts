import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PrinterEmulator, startPrinterEmulator } from '#drivers/printer/emulator.ts';

let emulator: PrinterEmulator;
beforeEach(async () => {
  emulator = await startPrinterEmulator({ port: 0, host: '127.0.0.1' });
});
afterEach(() => emulator.close());

const nextJob = (): Promise<Uint8Array> => new Promise((resolve) => (emulator.onJob = resolve));

async function plugged(): Promise<Socket> {
  const socket = connect(emulator.port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

async function answered(socket: Socket, bytes: number[]): Promise<number[]> {
  const reply = new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.write(Uint8Array.from(bytes));
  return [...(await reply)];
}

test('a job is every byte of a connection but the real-time questions', async () => {
  const job = nextJob();
  const socket = await plugged();
  expect(await answered(socket, [0x10, 4, 2])).toEqual([0x12]);
  socket.write(Uint8Array.of(0x41, 0x10));
  expect(await answered(socket, [4, 1])).toEqual([0x12]);
  socket.end(Uint8Array.of(0x42, 0x10, 9, 0x0a));
  expect([...(await job)]).toEqual([0x41, 0x42, 0x10, 9, 0x0a]);
});

test('what comes while there is no paper comes out with the new roll', async () => {
  emulator.set('paper-end');
  const socket = await plugged();
  expect(await answered(socket, [0x41, 0x10, 4, 4])).toEqual([0x7e]);
  socket.end();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(emulator.jobs).toEqual([]);
  emulator.set('ready');
  expect(emulator.jobs.map((job) => [...job])).toEqual([[0x41]]);
});

test('questions inside a job are answered in their turn, and changes are reported', async () => {
  const socket = await plugged();
  expect(await answered(socket, [0x1d, 0x61, 0xff])).toEqual([0x10, 0, 0, 0]);
  expect(await answered(socket, [0x1d, 0x28, 0x48, 6, 0, 48, 48, 0x30, 0x30, 0x30, 0x37])).toEqual([
    0x37, 0x22, 0x30, 0x30, 0x30, 0x37, 0,
  ]);
  const report = new Promise<Buffer>((resolve) => socket.once('data', resolve));
  emulator.set('cover-open');
  expect([...(await report)]).toEqual([0x38, 0, 0, 0]);
  socket.write(Uint8Array.of(0x1d, 0x72, 1));
  const opened = await answered(socket, [0x10, 4, 2]);
  expect(opened).toEqual([0x16]);
  const closed = new Promise<Buffer>((resolve) => socket.once('data', resolve));
  emulator.set('ready');
  expect([...(await closed)].slice(0, 4)).toEqual([0x10, 0, 0, 0]);
  socket.destroy();
});

test('bytes that only wake a printer up are no job', async () => {
  const socket = await plugged();
  socket.end(new Uint8Array(8_192));
  await new Promise((resolve) => socket.resume().once('close', resolve));
  expect(emulator.jobs).toEqual([]);
});
