import type { AllRefusals } from '../api/client.ts';

const kinds: ReadonlySet<AllRefusals['kind']> = new Set(['approval-needed', 'approval-refused', 'throttled']);

/** Whether a refusal is about the manager's agreement, and is answered where it is given; others are about the act. */
export const isOfApproval = (refusal: AllRefusals): boolean => kinds.has(refusal.kind);
