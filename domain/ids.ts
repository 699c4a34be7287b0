/** A string or number that cannot be mistaken for another one of the same shape. */
export type Brand<T, Name extends string> = T & { readonly '~brand': Name };

export type SiteCode = Brand<string, 'SiteCode'>;
/** `SITE-TILL`, for example `PAR13-1`. */
export type TillId = Brand<string, 'TillId'>;
/** Public code of an operator: what journals carry. The name lives in an erasable table. */
export type OperatorCode = Brand<string, 'OperatorCode'>;
export type PersonId = Brand<string, 'PersonId'>;
export type HouseholdId = Brand<string, 'HouseholdId'>;
export type PrescriberId = Brand<string, 'PrescriberId'>;
export type EntitlementId = Brand<string, 'EntitlementId'>;
export type SaleId = Brand<string, 'SaleId'>;
export type LineId = Brand<string, 'LineId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type FamilyId = Brand<string, 'FamilyId'>;
export type Sku = Brand<string, 'Sku'>;
/** First 19 digits of an ICCID, an IMEI, a device label or a serial number: what makes a unit one unit. */
export type UnitKey = Brand<string, 'UnitKey'>;
/** Eleven digits, ten in 0.1; prefix 47, last one Luhn. */
export type MemberCard = Brand<string, 'MemberCard'>;
/** What stands for a member card outside its point: made from its number by a slow function. */
export type CardId = Brand<string, 'CardId'>;
/** `SITE-TILL-YYYY-nnnnnn`. */
export type TicketNumber = Brand<string, 'TicketNumber'>;
export type KeyId = Brand<string, 'KeyId'>;

/** Gives a string read from a checked place (a column, a parsed contract) its brand. */
export function brandAs<B extends Brand<string, string>>(text: string): B {
  return text as B;
}
