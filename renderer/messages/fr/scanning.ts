export const scanning = {
  noCommand: 'Ce code ne sert à rien ici.',
  noCommandNext: 'Il confirme un bouton vert ou une vente ; continuez à l’écran.',
  blankCard: "Cette carte n'est encore à personne que nous connaissions.",
  blankCardNext:
    'Donnée aujourd’hui dans un autre point ? Cherchez la personne par son nom. Sinon, la carte sera pour elle.',
  again: 'Cet article est déjà dans le panier.',
  againNext: 'Rien n’a changé.',
  recallTitle: 'La vente de {{who}} est en attente : la reprendre ?',
  recallText: 'Elle est gardée telle qu’elle a été mise de côté.',
  recallYes: 'Reprendre la vente',
  recallNo: 'En commencer une autre',
  holdTitle: 'Mettre en attente la vente de {{who}} ?',
  holdText:
    'Une autre carte vient d’être scannée. La vente en cours sera gardée telle quelle ; vous la reprendrez avec F7.',
  holdYes: 'Mettre en attente',
  holdNo: 'Garder cette vente',
  confirmTitle: 'Est-ce bien ce numéro ?',
  confirmText: 'La caisse ne peut pas vérifier ce numéro. Comparez-le à ce qui est imprimé sur l’article.',
  confirmYes: "C'est le même",
  confirmNo: 'Ce n’est pas le même',
  chooseTitle: 'Quel produit est-ce ?',
  chooseText: 'Ce code est bien celui d’un article, mais plusieurs produits sont possibles.',
} as const;
