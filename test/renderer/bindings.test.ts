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
    bindings.press('Enter');
    leave();
    bindings.press('Enter');
    expect(pressed).toEqual(['second', 'first']);
  });

  it('never reach what stands under an open dialog', () => {
    const bindings = new Bindings();
    const pressed: string[] = [];
    bindings.add({ key: 'F4', layer: 0, run: () => pressed.push('pay') });
    const close = bindings.openLayer(1);
    expect(bindings.press('F4')).toBe(false);
    close();
    expect(bindings.press('F4')).toBe(true);
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
