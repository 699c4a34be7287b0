import type { UseCases } from '../deps.ts';
import { choosePrinter } from './choose-printer.ts';
import { findPrinters } from './find-printers.ts';
import { printJobs } from './print-jobs.ts';
import { printPage } from './print-page.ts';
import { redirectPrintJob } from './redirect-print-job.ts';
import { settlePrintJob } from './settle-print-job.ts';
import { testDrawer } from './test-drawer.ts';
import { testPrinter } from './test-printer.ts';

export const printingCalls = {
  choosePrinter,
  findPrinters,
  printJobs,
  printPage,
  redirectPrintJob,
  settlePrintJob,
  testDrawer,
  testPrinter,
} satisfies UseCases;
