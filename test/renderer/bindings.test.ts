import { restMs } from '#renderer/keys/press-guard.ts';
import { Bindings, keyNameOf } from '#renderer/keys/bindings.ts';
import { commandIn, keyOfCommand } from '#renderer/scanning/commands.ts';
import { describe, expect, it } from 'vitest';

const plain = { ctrlKey: false, altKey: false, metaKey: false, repeat: false };

describe('keys', () => {
  it('go to the last one who asked for them', () => {
    const bindings = new Bindings();
    const pressed: string[] = [];
    bindings.add({ key: 'Enter', layer: 0, run: () => pressed.push('first') });
    const leave = bindings.add({ key: 'Enter', layer: 0, run: () => pressed.push('second') });
    bindings.press('Enter', 0);
    leave();
    bindings.press('Enter', restMs);
    expect(pressed).toEqual(['second', 'first']);
  });

  it('never reach what stands under an open dialog', () => {
    const bindings = new Bindings();
    const pressed: string[] = [];
    bindings.add({ key: 'F4', layer: 0, run: () => pressed.push('pay') });
    const close = bindings.openLayer(1);
    expect(bindings.press('F4', 0)).toBe('nobody');
    close();
    expect(bindings.press('F4', 0)).toBe('done');
    expect(bindings.press('F4', restMs - 1)).toBe('resting');
    expect(pressed).toEqual(['pay']);
  });

  it('are left alone when held down or combined', () => {
    expect(keyNameOf({ ...plain, key: 'F4' })).toBe('F4');
    expect(keyNameOf({ ...plain, key: 'F4', repeat: true })).toBeNull();
    expect(keyNameOf({ ...plain, key: 'F4', altKey: true })).toBeNull();
    expect(keyNameOf({ ...plain, key: 'Exact' })).toBeNull();
  });
});

describe('printed command codes', () => {
  it('stand for the keys of the screen', () => {
    expect(commandIn(['1ok', '!ok'])).toBe('ok');
    expect(commandIn(['4711082307'])).toBeNull();
    expect(keyOfCommand).toEqual({ exact: 'Exact', ok: 'Enter', next: 'Next', back: 'Escape' });
  });
});
