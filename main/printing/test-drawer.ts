import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { chosenPrinter } from './loop.ts';

/** Opens the drawer to try it: journalled as any opening. What its switch told is kept: then it did open. */
export async function testDrawer(deps: Deps, { pin }: Input<'testDrawer'>): Promise<Answer<'testDrawer'>> {
  if (deps.printing.state().state === 'none') return refuse({ kind: 'no-printer' });
  deps.store.transaction(() => appendEvent(deps, 'drawer-opened', { reason: 'check' }));
  const tried = await deps.printing.testDrawer(pin);
  const { store, till } = deps;
  const choice = chosenPrinter(store, till);
  if (tried.openWhen && 'adjustment' in choice) {
    const learnt = { drawerPin: pin, drawerOpenWhen: tried.openWhen };
    store.saveSetting(till, 'printer', { ...choice, adjustment: { ...choice.adjustment, ...learnt } });
    deps.printing.reload();
    deps.changed('desk');
  }
  return ok(tried);
}
