import type { SameWords } from '../typeset.ts';
import type { tender as fr } from '../fr/tender.ts';

export const tender: SameWords<typeof fr> = {
  one: { cash: 'Cash', bankCard: 'Bank card', structureCredit: 'Structure' },
  many: { cash: 'Cash', bankCard: 'Bank card', structureCredit: 'Paid by a structure' },
  by: { cash: 'In cash', bankCard: 'By card', structureCredit: 'By structure' },
  within: { cash: 'in cash', bankCard: 'by card', structureCredit: 'paid by a structure' },
  giveBack: {
    cash: 'Give back {{amount}} in cash',
    bankCard: 'Refund {{amount}} on the terminal',
    structureCredit: 'The structure owes {{amount}} less',
  },
};
