import { expect, test } from 'vitest';
import { laterLine } from '#main/later.ts';

test('work goes one after another; what is asked again is done once, behind what was asked meanwhile', async () => {
  const errors: unknown[] = [];
  const { later } = laterLine((error) => errors.push(error));
  const done: string[] = [];
  const work = (name: string) => async (): Promise<void> => void done.push(name);
  later(work('check'));
  later(work('backup of day 1'), 'backup');
  later(() => Promise.reject(new Error('full disk')));
  later(work('archive'), 'archive');
  later(work('backup of day 2'), 'backup');
  await new Promise<void>((resolve) => later(async () => resolve()));
  expect(done).toEqual(['check', 'archive', 'backup of day 2']);
  expect(errors).toEqual([new Error('full disk')]);
});

test('what is asked while it runs is done again; what has not begun when it closes never is', async () => {
  const { later, close } = laterLine(() => undefined);
  const done: number[] = [];
  const began = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  later(async () => {
    began.resolve();
    await goOn.promise;
    done.push(1);
  }, 'backup');
  await began.promise;
  later(async () => void done.push(2), 'backup');
  goOn.resolve();
  await new Promise<void>((resolve) => later(async () => resolve()));
  later(async () => void done.push(3));
  await close();
  expect(done).toEqual([1, 2]);
});
