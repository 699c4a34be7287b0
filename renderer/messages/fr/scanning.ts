export const scanning = {
  noCommand: 'Ce code ne sert à rien ici.',
  noCommandNext: 'Il confirme un bouton vert ou une vente ; continuez à l’écran.',
  blankCard: "Cette carte n'appartient encore à personne.",
  blankCardNext: 'Cherchez la personne, ou inscrivez-la : la carte sera pour elle.',
  holdTitle: 'Mettre en attente la vente de {{who}} ?',
  holdText:
    'Une autre carte vient d’être scannée. La vente en cours sera gardée telle quelle ; vous la reprendrez avec F7.',
  holdYes: 'Mettre en attente',
  holdNo: 'Garder cette vente',
  confirmTitle: 'Est-ce bien ce numéro ?',
  confirmText: 'Ce code n’a pas de chiffre de contrôle sûr. Comparez-le à ce qui est imprimé sur l’article.',
  confirmYes: "C'est le même",
  confirmNo: 'Ce n’est pas le même',
  chooseTitle: 'Quel produit est-ce ?',
  chooseText: 'Ce code est bien celui d’un article, mais plusieurs produits sont possibles.',
} as const;
