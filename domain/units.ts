/** Where a unit that is followed one by one stands. */
export const unitStatuses = ['received', 'available', 'sold', 'returned', 'blocked', 'written-off'] as const;
export type UnitStatus = (typeof unitStatuses)[number];
