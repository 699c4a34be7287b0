/** Options after `--`: `--name value`, `--name=value` or a bare `--name`. @throws on one that is not known. */
export function readOptions<const Names extends readonly string[], const Flags extends readonly string[]>(
  args: readonly string[],
  known: { readonly values: Names; readonly flags: Flags },
): Partial<Record<Names[number], string>> & Partial<Record<Flags[number], true>> {
  const read: Record<string, string | true> = {};
  for (let at = 0; at < args.length; at += 1) {
    const [, name = '', given] = /^--([a-z-]+)(?:=(.*))?$/.exec(args[at] ?? '') ?? [];
    if (known.flags.includes(name)) read[name] = true;
    else if (known.values.includes(name)) {
      const value = given ?? args[(at += 1)];
      if (value === undefined || value.startsWith('--')) throw new Error(`--${name} takes a value`);
      read[name] = value;
    } else
      throw new Error(
        `Unknown option ${args[at]}. Known: --${[...known.flags, ...known.values].join(', --')}`,
      );
  }
  return read as ReturnType<typeof readOptions<Names, Flags>>;
}
