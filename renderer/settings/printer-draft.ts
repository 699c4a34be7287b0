import type { PrinterChoice } from '#contract/settings.ts';

/** The form as it is typed; the address is kept while another kind is looked at. */
export interface PrinterDraft {
  readonly kind: PrinterChoice['kind'];
  readonly host: string;
  readonly port: string;
  readonly profile: string;
}

const usualPort = 9100;

export function draftOf(choice: PrinterChoice, firstProfile: string): PrinterDraft {
  const empty = { host: '', port: String(usualPort), profile: firstProfile };
  if (choice.kind !== 'tcp') return { kind: choice.kind, ...empty };
  return { kind: 'tcp', host: choice.host, port: String(choice.port), profile: choice.profile };
}

/** The choice as it can be kept, or what is still wrong with it. */
export function choiceOf(draft: PrinterDraft): PrinterChoice | 'no-host' | 'bad-port' {
  if (draft.kind !== 'tcp') return { kind: draft.kind };
  const host = draft.host.trim();
  if (host === '' || /\s/.test(host)) return 'no-host';
  const port = /^\d{1,5}$/.test(draft.port) ? Number(draft.port) : 0;
  if (port < 1 || port > 65_535) return 'bad-port';
  return { kind: 'tcp', host, port, profile: draft.profile };
}

export const isSameChoice = (one: PrinterChoice, other: PrinterChoice): boolean =>
  JSON.stringify(one, keysInOrder) === JSON.stringify(other, keysInOrder);

const keysInOrder = ['kind', 'host', 'port', 'profile'];
