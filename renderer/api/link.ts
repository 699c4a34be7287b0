/** How the page stands with the application that serves it. */
export type LinkState = 'linked' | 'unlinked' | 'unreachable';

/** The cookie of this page is not, or no longer, the one of the running till. */
export class UnlinkedError extends Error {
  override readonly name = 'UnlinkedError';
}

/** Nothing answered at all: the application stopped or is restarting. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

export function linkStateAfter(error: unknown): LinkState {
  if (error instanceof UnlinkedError) return 'unlinked';
  if (error instanceof UnreachableError) return 'unreachable';
  return 'linked';
}
