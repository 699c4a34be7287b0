import type { UseCases } from '../deps.ts';
import { batchFile } from './batch-file.ts';
import { batches } from './batches.ts';
import { importAnswer } from './import-answer.ts';
import { markHandedOver } from './mark-handed-over.ts';
import { sendNow } from './send-now.ts';

export const exchangeCalls = {
  batchFile,
  batches,
  importAnswer,
  markHandedOver,
  sendNow,
} satisfies UseCases;
