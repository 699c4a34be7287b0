import { expect, test } from 'vitest';
import { PressGuard, restMs } from '#renderer/keys/press-guard.ts';

const enter = { key: 'Enter' };
const at = (x: number, y: number) => ({ x, y });

test.each([0, 100, 200, 400])('a second press after %i ms is none, whatever is pressed', (ms) => {
  for (const pressed of [enter, at(700, 500), { control: {} }]) {
    const guard = new PressGuard();
    expect([guard.takes(pressed, 1_000), guard.takes(pressed, 1_000 + ms)]).toEqual([true, false]);
    expect(guard.takes(pressed, 1_000 + restMs)).toBe(true);
  }
});

test('another key, and another place, are no second press', () => {
  const guard = new PressGuard();
  expect(guard.takes(enter, 0)).toBe(true);
  expect(guard.takes({ key: 'F4' }, 50)).toBe(true);
  expect(guard.takes(at(10, 10), 100)).toBe(true);
  expect(guard.takes(at(200, 10), 150)).toBe(true);
});

test('after the screen changed nothing is pressed, until something was typed into it', () => {
  const guard = new PressGuard();
  guard.changed(1_000);
  // Pressed before it changed, heard after.
  expect(guard.takes(enter, 990)).toBe(false);
  expect(guard.takes(at(1, 1), 1_000 + restMs - 1)).toBe(false);
  guard.seen();
  expect(guard.takes(enter, 1_200)).toBe(true);
  guard.changed(2_000);
  expect(guard.takes(enter, 2_000 + restMs)).toBe(true);
});

test('what is pressed many times on purpose is, but not through a screen that changed', () => {
  const guard = new PressGuard();
  expect([0, 80, 160].map((ms) => guard.takes(at(5, 5), ms, true))).toEqual([true, true, true]);
  guard.changed(200);
  expect(guard.takes(at(5, 5), 240, true)).toBe(false);
});
