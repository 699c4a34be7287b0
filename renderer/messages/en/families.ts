const names: Readonly<Record<string, string>> = {
  sim: 'SIM card',
  topup: 'top-up',
  data: 'Internet',
  dongle: 'Internet key',
  phone: 'phone',
  computer: 'computer',
  tablet: 'tablet',
  accessory: 'accessory',
  service: 'support',
};

/** A family in the middle of a sentence. Families are data: one that headquarters adds keeps its code. */
export const familyEn = (id: string): string => names[id] ?? id;
