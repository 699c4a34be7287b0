import type { fr } from '../fr/index.ts';
import type { SameWords } from '../typeset.ts';
import { accounts } from './money.ts';
import { batches } from './exchange.ts';
import { closing } from './closing.ts';
import { frame } from './frame.ts';
import { journal } from './journal.ts';
import { keys } from './keys.ts';
import { opening } from './session.ts';
import { pay } from './sale.ts';
import { peripherals } from './peripherals.ts';
import { persons } from './person.ts';
import { scan } from './scanning.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { signIn } from './access.ts';
import { slip } from './slip.ts';
import { stock } from './stock.ts';
import { team } from './team.ts';
import { tickets } from './ticket.ts';
import { till } from './basket.ts';
import { training } from './training.ts';
import { ui } from './ui.ts';

/** One line a screen: the area's words and their import. */
export const en: SameWords<typeof fr> = {
  ui,
  keys,
  frame,
  scan,
  setUp,
  signIn,
  opening,
  till,
  pay,
  closing,
  persons,
  tickets,
  stock,
  team,
  batches,
  accounts,
  journal,
  training,
  peripherals,
  slip,
  settings,
};
