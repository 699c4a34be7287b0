import type { scanning as fr } from '../fr/scanning.ts';
import type { SameWords } from '../typeset.ts';

export const scanning: SameWords<typeof fr> = {
  noCommand: 'This code does nothing here.',
  noCommandNext: 'It confirms a green button or a sale; go on on screen.',
  blankCard: 'This card belongs to nobody yet.',
  blankCardNext: 'Search for the person, or register them: the card will be theirs.',
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
