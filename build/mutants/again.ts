import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/**
 * The report of the run before, without what lived in it: Stryker would carry the verdict on a constant over to the
 * next run, whatever tests were written for it since.
 */
export function withoutSurvivors<R extends Report>(report: R): R {
  const files = Object.entries(report.files).map(([name, file]) => [
    name,
    { ...file, mutants: file.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout') },
  ]);
  return { ...report, files: Object.fromEntries(files) as R['files'] };
}

export function forgetSurvivors(path: string): void {
  if (!existsSync(path)) return;
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  writeFileSync(path, JSON.stringify(withoutSurvivors(report)));
}
