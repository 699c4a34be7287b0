/** The whole number typed, or null for nothing: empty is not zero. */
export const quantityIn = (typed: string): number | null => (/^\d{1,5}$/.test(typed) ? Number(typed) : null);
