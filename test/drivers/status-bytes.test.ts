import { describe, expect, test } from 'vitest';
import { replyReader, statusFromAnswers, statusFromAutomatic } from '#drivers/printer/status-bytes.ts';

const read = (...chunks: number[][]): unknown[] => {
  const reader = replyReader();
  return chunks.flatMap((chunk) => reader(Uint8Array.from(chunk)));
};

describe('replies of a printer', () => {
  test('are told apart by their fixed bits', () => {
    expect(read([0x12, 0x10, 0, 0x0c, 0, 0x37, 0x22, 0x30, 0x30, 0x31, 0x32, 0, 0x0c])).toEqual([
      { kind: 'real-time', byte: 0x12 },
      { kind: 'automatic', bytes: [0x10, 0, 0x0c, 0] },
      { kind: 'process', id: '0012' },
      { kind: 'paper', byte: 0x0c },
    ]);
  });

  test('are read whole however they are cut', () => {
    expect(read([0x18], [0, 0], [0x0f, 0x37], [0x22, 0x31, 0x31], [0x31, 0x31], [0])).toEqual([
      { kind: 'automatic', bytes: [0x18, 0, 0, 0x0f] },
      { kind: 'process', id: '1111' },
    ]);
  });

  test('an answer in the middle of an automatic status disturbs neither', () => {
    expect(read([0x10, 0, 0x1a, 0, 0])).toEqual([
      { kind: 'real-time', byte: 0x1a },
      { kind: 'automatic', bytes: [0x10, 0, 0, 0] },
    ]);
  });

  test('flow control and noise mean nothing', () => {
    expect(read([0x11, 0x13, 0xff, 0x37, 0x99])).toEqual([]);
  });
});

describe('what the bits say', () => {
  test.each([
    ['ready', { 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12 }],
    ['paper-near-end', { 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x1e }],
    ['paper-end', { 1: 0x1a, 2: 0x32 }],
    ['paper-end', { 2: 0x12, 4: 0x72 }],
    ['cover-open', { 1: 0x1a, 2: 0x16 }],
    ['cutter', { 1: 0x1a, 2: 0x52, 3: 0x1a }],
    ['error', { 1: 0x1a, 2: 0x52, 3: 0x12 }],
    ['offline', { 1: 0x1a, 2: 0x12 }],
    ['unknown', {}],
  ] as const)('%s by DLE EOT', (state, answers) => {
    expect(statusFromAnswers(answers, 'high').state).toBe(state);
  });

  test.each([
    ['ready', [0x10, 0, 0, 0]],
    ['paper-near-end', [0x10, 0, 0x03, 0]],
    ['paper-end', [0x18, 0, 0x0f, 0]],
    ['cover-open', [0x38, 0, 0, 0]],
    ['cutter', [0x18, 0x08, 0, 0]],
    ['error', [0x18, 0x20, 0, 0]],
    ['offline', [0x18, 0, 0, 0]],
  ] as const)('%s by automatic status', (state, bytes) => {
    expect(statusFromAutomatic(bytes, 'high').state).toBe(state);
  });

  test('the drawer is open at the level its polarity says, and unknown without an answer', () => {
    expect(statusFromAnswers({ 1: 0x16, 2: 0x12 }, 'high').drawerOpen).toBe(true);
    expect(statusFromAnswers({ 1: 0x16, 2: 0x12 }, 'low').drawerOpen).toBe(false);
    expect(statusFromAutomatic([0x10, 0, 0, 0], 'low').drawerOpen).toBe(true);
    expect(statusFromAnswers({ 2: 0x12 }, 'high').drawerOpen).toBe(null);
  });
});
