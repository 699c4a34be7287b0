import { type OperatorCode, brandAs } from '#domain/ids.ts';
import type { DeskRole } from '#domain/roles.ts';

/** The demonstration point's team. Its passwords stand on the sign-in screen: no real till accepts them. */
export const demoTeam: readonly {
  readonly code: OperatorCode;
  readonly name: string;
  readonly role: DeskRole;
  readonly admin: boolean;
  readonly password: string;
}[] = [
  { code: brandAs('E01'), name: 'Awa', role: 'seller', admin: false, password: 'Bonjour-13' },
  { code: brandAs('E02'), name: 'Luc (stagiaire)', role: 'trainee', admin: false, password: 'Stage-2026' },
  { code: brandAs('E03'), name: 'Nadia (responsable)', role: 'manager', admin: true, password: 'Cle-du-13e' },
];

export const demoPasswordOf = (code: OperatorCode): string | null =>
  demoTeam.find((one) => one.code === code)?.password ?? null;
