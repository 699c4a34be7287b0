import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { type CheckResult, CheckStatus, type Checker } from '@stryker-mutator/api/check';
import type { Mutant, StrykerOptions } from '@stryker-mutator/api/core';
import { PluginKind, commonTokens, declareFactoryPlugin, tokens } from '@stryker-mutator/api/plugin';

/** How many mutants are tried, and which: the same seed draws the same ones as long as their lines stay. */
export interface Draw {
  readonly sample: number;
  readonly seed: number;
}

/** What Stryker says of a mutant that was left out; it calls it a compile error, which counts in no rate. */
const leftOut = 'not drawn';

/** Ids of the mutants drawn. Ordered by a hash, so that a new one elsewhere displaces one, not all. */
export function drawn(mutants: readonly Mutant[], { sample, seed }: Draw): ReadonlySet<string> {
  const rank = (mutant: Mutant): string => {
    const { start, end } = mutant.location;
    const file = relative(process.cwd(), mutant.fileName).replaceAll(sep, '/');
    const said = [seed, file, start.line, start.column, end.line, end.column, mutant.mutatorName];
    return createHash('sha256')
      .update(JSON.stringify([...said, mutant.replacement]))
      .digest('hex');
  };
  const ranked = mutants.map((one) => ({ id: one.id, rank: rank(one) }));
  const ordered = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return new Set(ordered.slice(0, sample).map((one) => one.id));
}

/** Stryker hands a checker every mutant at once, as one group here: only so can a number of them be drawn. */
const drawing = (options: StrykerOptions): Checker => ({
  init: async () => undefined,
  group: async (mutants) => [mutants.map((one) => one.id)],
  check: async (mutants) => {
    const ids = drawn(mutants, options['draw'] as Draw);
    return Object.fromEntries(
      mutants.map(({ id }): [string, CheckResult] => [
        id,
        ids.has(id) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: leftOut },
      ]),
    );
  },
});
drawing.inject = tokens(commonTokens.options);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'draw', drawing)];

/** So that Stryker knows the option. */
export const strykerValidationSchema = {
  type: 'object',
  properties: {
    draw: {
      type: 'object',
      properties: { sample: { type: 'integer' }, seed: { type: 'integer' } },
    },
  },
};
