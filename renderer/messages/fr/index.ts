import { money } from './money.ts';
import { exchange } from './exchange.ts';
import { closing } from './closing.ts';
import { frame } from './frame.ts';
import { journal } from './journal.ts';
import { keys } from './keys.ts';
import { session } from './session.ts';
import { sale } from './sale.ts';
import { peripherals } from './peripherals.ts';
import { person } from './person.ts';
import { scanning } from './scanning.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { access } from './access.ts';
import { slip } from './slip.ts';
import { stock } from './stock.ts';
import { team } from './team.ts';
import { tender } from './tender.ts';
import { ticket } from './ticket.ts';
import { basket } from './basket.ts';
import { training } from './training.ts';
import { ui } from './ui.ts';

/** One line a screen: the area's words and their import. */
export const fr = {
  ui,
  keys,
  frame,
  scanning,
  setUp,
  access,
  session,
  basket,
  sale,
  tender,
  closing,
  person,
  ticket,
  stock,
  team,
  exchange,
  money,
  journal,
  training,
  peripherals,
  slip,
  settings,
} as const;
