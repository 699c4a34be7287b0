import type { Answer } from '#contract/ipc.ts';
import { codepageNumbers, printerProfiles } from '#drivers/printer/profile.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { chosenPrinter } from '../printing/loop.ts';

/** What may be chosen at this desk. */
export function settings(deps: Deps): Answer<'settings'> {
  const { store, till } = deps;
  return ok({
    printer: chosenPrinter(store, till),
    profiles: printerProfiles.map(({ id, label }) => ({ id, label })),
    codepages: codepageNumbers,
    language: store.setting<'fr' | 'en'>(till, 'language') ?? 'fr',
    headquartersUrl: store.setting<string>(till, 'headquarters-url') ?? null,
    tills: store.tills().map((one) => one.id),
    dataFolder: deps.dataFolder,
    encrypted: deps.encrypted,
  });
}
