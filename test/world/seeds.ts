// `npm run faults -- 1000` tries a law with a thousand seeds, `npm test` with a sample; COMPTOIR_SEED tries one again, of
// the file that is named after it.
const asked = process.env['COMPTOIR_FAULTS'];
const [only] = process.env['COMPTOIR_SEED']?.split(',') ?? [];

/** Seeds from 1: a sample, or of as many as were asked for one in `oneIn`, where each of them lives long. */
export function seedsOf(sample: number, oneIn = 1): number[] {
  if (only !== undefined) return [Number(only)];
  const count = asked === undefined ? sample : Math.max(sample, Math.ceil(Number(asked) / oneIn));
  return Array.from({ length: count }, (_, index) => index + 1);
}
