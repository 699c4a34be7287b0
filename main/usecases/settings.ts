import type { Answer } from '#contract/ipc.ts';
import type { PrinterChoice } from '#contract/settings.ts';
import { printerProfiles } from '#drivers/printer/profile.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** What may be chosen at this desk. */
export function settings(deps: Deps): Answer<'settings'> {
  const { store, till } = deps;
  return ok({
    printer: store.setting<PrinterChoice>(till, 'printer') ?? { kind: 'virtual' },
    profiles: printerProfiles.map(({ id, label }) => ({ id, label })),
    language: store.setting<'fr' | 'en'>(till, 'language') ?? 'fr',
    headquartersUrl: store.setting<string>(till, 'headquarters-url') ?? null,
    dataFolder: deps.dataFolder,
    encrypted: deps.encrypted,
  });
}
