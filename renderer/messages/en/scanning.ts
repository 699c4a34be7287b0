import type { scanning as fr } from '../fr/scanning.ts';
import type { SameWords } from '../typeset.ts';

export const scanning: SameWords<typeof fr> = {
  noCommand: 'This code does nothing here.',
  noCommandNext: 'It confirms a green button or a sale; go on on screen.',
  blankCard: 'This card is nobody’s that we know of yet.',
  blankCardNext: 'Given today at another point? Find the person by name. Otherwise the card will be theirs.',
  again: 'This article is in the basket already.',
  againNext: 'Nothing has changed.',
  recallTitle: 'The sale of {{who}} is set aside: take it back?',
  recallText: 'It is kept as it was set aside.',
  recallYes: 'Take it back',
  recallNo: 'Begin another one',
  holdTitle: 'Hold the sale of {{who}}?',
  holdText: 'Another card was just scanned. The sale in progress is kept as it is; recall it with F7.',
  holdYes: 'Hold it',
  holdNo: 'Keep this sale',
  confirmTitle: 'Is this the number?',
  confirmText: 'This code has no sure check digit. Compare it with what is printed on the article.',
  confirmYes: 'It is the same',
  confirmNo: 'It is not the same',
  chooseTitle: 'Which product is it?',
  chooseText: 'This is the code of an article, but several products are possible.',
};
