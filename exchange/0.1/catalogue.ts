/** What 0.1 held in its code: cards and credit count for the buyer even when marked as for the household. */
const countedIn01: ReadonlySet<unknown> = new Set(['sim', 'topup']);

/**
 * Completes a catalogue that was published before families said everything of themselves, as 0.1 understood it. A
 * family that says it is left as it is, and so is what is no catalogue: the schema refuses it with its reason.
 */
export function sinceVersion01(catalogue: unknown): unknown {
  if (!isObject(catalogue) || !Array.isArray(catalogue['families'])) return catalogue;
  const products = Array.isArray(catalogue['products']) ? catalogue['products'].filter(isObject) : [];
  const complete = (family: unknown): unknown => {
    if (!isObject(family) || 'names' in family) return family;
    const { id, label, cap } = family;
    const units = products.filter((one) => one['family'] === id).map((one) => one['unit']);
    return {
      ...family,
      names: { fr: label, en: label },
      icon: 'box',
      reconditioned: units.includes('imei') || units.includes('label'),
      ...(isObject(cap) && countedIn01.has(id) ? { cap: { ...cap, householdLines: 'counted' } } : {}),
    };
  };
  return { ...catalogue, families: catalogue['families'].map(complete) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
