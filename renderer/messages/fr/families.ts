const names: Readonly<Record<string, string>> = {
  sim: 'carte SIM',
  topup: 'recharge',
  data: 'Internet',
  dongle: 'clé Internet',
  phone: 'téléphone',
  computer: 'ordinateur',
  tablet: 'tablette',
  accessory: 'accessoire',
  service: 'accompagnement',
};

/** A family in the middle of a sentence. Families are data: one that headquarters adds keeps its code. */
export const familyFr = (id: string): string => names[id] ?? id;
