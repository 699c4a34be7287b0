/** Ways to pay, wherever they are named. */
export const tender = {
  one: { cash: 'Espèces', bankCard: 'Carte bancaire', structureCredit: 'Structure' },
  many: { cash: 'Espèces', bankCard: 'Carte bancaire', structureCredit: 'Prises en charge' },
  by: { cash: 'En espèces', bankCard: 'Par carte', structureCredit: 'Par structure' },
  within: { cash: 'en espèces', bankCard: 'par carte', structureCredit: 'payés par une structure' },
  giveBack: {
    cash: 'Rendez {{amount}} en espèces',
    bankCard: 'Remboursez {{amount}} sur le terminal',
    structureCredit: 'La structure devra {{amount}} de moins',
  },
} as const;
