import { type FoundPrinter, type PrinterChoice, baudRates } from '#contract/printing.ts';

/** Where a printer may be, whatever its paper. */
export type PrinterTarget =
  | { readonly kind: 'none' | 'virtual' }
  | { readonly kind: 'windows' | 'cups'; readonly queue: string }
  | { readonly kind: 'device' | 'serial'; readonly path: string }
  /** A network printer whose address is typed. */
  | { readonly kind: 'tcp' };

/** The form as it is filled; what belongs to one target is kept while another is looked at. */
export interface PrinterDraft {
  readonly target: PrinterTarget;
  readonly host: string;
  readonly port: string;
  readonly baudRate: (typeof baudRates)[number];
  readonly flowControl: boolean;
  readonly profile: string;
}

const usualPort = 9100;

export function draftOf(choice: PrinterChoice, firstProfile: string): PrinterDraft {
  const empty = {
    host: '',
    port: String(usualPort),
    baudRate: baudRates[0],
    flowControl: false,
    profile: firstProfile,
  };
  switch (choice.kind) {
    case 'none':
    case 'virtual':
      return { ...empty, target: { kind: choice.kind } };
    case 'tcp': {
      const { host, port, profile } = choice;
      return { ...empty, target: { kind: 'tcp' }, host, port: String(port), profile };
    }
    case 'windows':
    case 'cups': {
      const { kind, queue, profile } = choice;
      return { ...empty, target: { kind, queue }, profile };
    }
    case 'device': {
      const { kind, path, profile } = choice;
      return { ...empty, target: { kind, path }, profile };
    }
    case 'serial': {
      const { kind, path, baudRate, flowControl, profile } = choice;
      return { ...empty, target: { kind, path }, baudRate, flowControl, profile };
    }
  }
}

/**
 * The choice as it can be kept, or what is still wrong with it. What was found out about the printer in use is kept
 * with it; another printer has its own accents and drawer.
 */
export function choiceOf(draft: PrinterDraft, inUse: PrinterChoice): PrinterChoice | 'no-host' | 'bad-port' {
  const { profile, baudRate, flowControl } = draft;
  const at = targetOf(draft);
  if (typeof at === 'string') return at;
  if (at.kind === 'none' || at.kind === 'virtual') return at;
  const adjustment = isAt(at, inUse) ? inUse.adjustment : {};
  if (at.kind === 'serial') return { ...at, baudRate, flowControl, profile, adjustment };
  return { ...at, profile, adjustment } as PrinterChoice;
}

type Where =
  | { readonly kind: 'none' | 'virtual' }
  | { readonly kind: 'windows' | 'cups'; readonly queue: string }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'serial'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

function targetOf(draft: PrinterDraft): Where | 'no-host' | 'bad-port' {
  const { target } = draft;
  if (target.kind !== 'tcp') return target;
  const host = draft.host.trim();
  if (host === '' || /\s/.test(host)) return 'no-host';
  const port = /^\d{1,5}$/.test(draft.port) ? Number(draft.port) : 0;
  return port < 1 || port > 65_535 ? 'bad-port' : { kind: 'tcp', host, port };
}

/** Whether a choice is of the printer that stands there. */
const isAt = (at: Where, choice: PrinterChoice): choice is Extract<PrinterChoice, { profile: string }> =>
  Object.entries(at).every(([name, value]) => (choice as Record<string, unknown>)[name] === value);

/** A found network printer fills the address in; any other is aimed at as it is. */
export function aimedAtFound(draft: PrinterDraft, found: FoundPrinter): PrinterDraft {
  if (found.kind !== 'tcp') {
    const target: PrinterTarget =
      'queue' in found ? { kind: found.kind, queue: found.queue } : { kind: found.kind, path: found.path };
    return { ...draft, target };
  }
  return { ...draft, target: { kind: 'tcp' }, host: found.host, port: String(found.port) };
}

/** Whether the draft aims at what was found. */
export function isAimedAt(draft: PrinterDraft, found: FoundPrinter): boolean {
  const { target } = draft;
  if (found.kind === 'tcp')
    return target.kind === 'tcp' && draft.host === found.host && draft.port === String(found.port);
  if (target.kind !== found.kind) return false;
  return 'queue' in found
    ? 'queue' in target && target.queue === found.queue
    : 'path' in target && target.path === found.path;
}

export const isSameChoice = (one: PrinterChoice, other: PrinterChoice): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

/** Parts in one order, and those that are not set left out. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, ordered(part)]);
}
