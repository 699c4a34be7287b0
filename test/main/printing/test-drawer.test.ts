import { expect, test } from 'vitest';
import type { Input } from '#contract/ipc.ts';
import { testDrawer } from '#main/printing/test-drawer.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const printer = {
  kind: 'device',
  path: '/dev/usb/lp0',
  profile: 'escpos-80mm',
  adjustment: { drawerPin: 0 },
} as const;

async function tried(point: TestPoint, pin: Input<'testDrawer'>['pin'], openWhen: 'low' | null) {
  point.store.saveSetting(point.deps.till, 'printer', printer);
  const printing = {
    ...point.deps.printing,
    testDrawer: async () => ({ outcome: 'printed', fault: null, openWhen }) as const,
  };
  await testDrawer({ ...point.deps, printing }, { pin });
  return point.store.setting<typeof printer>(point.deps.till, 'printer')?.adjustment;
}

test('only a drawer that was seen open says which plug it hangs on', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  expect(await tried(point, 1, null)).toEqual({ drawerPin: 0 });
  expect(await tried(point, 1, 'low')).toEqual({ drawerPin: 1, drawerOpenWhen: 'low' });
});
