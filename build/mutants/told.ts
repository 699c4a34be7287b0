import { relative, sep } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** What lived, one a line: where, whether any test ran it, and what stood there instead. */
export function told(
  results: readonly MutantResult[],
  root: string,
): { readonly survivors: readonly string[]; readonly sentence: string } {
  // One with which nothing even loads was noticed by nobody's test: it counts in no rate either.
  const tried = results.filter((one) => !['CompileError', 'RuntimeError', 'Ignored'].includes(one.status));
  const alive = tried.filter((one) => one.status !== 'Killed' && one.status !== 'Timeout');
  const killed = tried.length - alive.length;
  const rate = tried.length === 0 ? '–' : `${((100 * killed) / tried.length).toFixed(1)} %`;
  return {
    survivors: alive.map((one) => lineOf(one, root)).toSorted(byPlace),
    sentence: `${killed} of ${tried.length} mutants killed (${rate}); the others: above, out/mutants/survivors.txt and mutants.html`,
  };
}

function lineOf(
  { fileName, location, replacement, mutatorName, status }: MutantResult,
  root: string,
): string {
  const file = relative(root, fileName).replaceAll(sep, '/');
  const { line, column } = location.start;
  return `${file}:${line}:${column} ${status} ${mutatorName} ${JSON.stringify(replacement)}`;
}

const byPlace = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
