import type { EventGroup } from '#domain/events.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { dayFromText } from '../ui/controls/typed-day.ts';

/** What is looked for, as it is chosen and typed. */
export interface TypedFilter {
  readonly group: EventGroup | 'all';
  readonly operator: OperatorCode | 'all';
  readonly from: string;
  readonly until: string;
}

/** The same as it can be asked; a date that is not one, or not yet, does not narrow. */
export interface EventFilter {
  readonly group: EventGroup | null;
  readonly operator: OperatorCode | null;
  readonly from: Day | null;
  readonly until: Day | null;
}

export const everyEvent: TypedFilter = { group: 'all', operator: 'all', from: '', until: '' };

export function filterFrom(typed: TypedFilter): EventFilter {
  return {
    group: typed.group === 'all' ? null : typed.group,
    operator: typed.operator === 'all' ? null : typed.operator,
    from: wholeDay(typed.from),
    until: faultsOf(typed).until === null ? wholeDay(typed.until) : null,
  };
}

type Fault = 'badDate' | 'backwards';

/** What is wrong with the dates, once enough is typed to tell. */
export function faultsOf(typed: TypedFilter): { readonly from: Fault | null; readonly until: Fault | null } {
  const [from, until] = [wholeDay(typed.from), wholeDay(typed.until)];
  return {
    from: isNoDate(typed.from) ? 'badDate' : null,
    until: isNoDate(typed.until) ? 'badDate' : from && until && until < from ? 'backwards' : null,
  };
}

/** With its four digits of year: `31/12/20` is on its way to `31/12/2026`. */
const wholeDay = (text: string): Day | null => (hasYear(text) ? dayFromText(text) : null);
const isNoDate = (text: string): boolean => hasYear(text) && dayFromText(text) === null;
const hasYear = (text: string): boolean => /\d{4}$/.test(text.trim());
