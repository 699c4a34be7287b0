import type { ToldBySide01 } from '#exchange/0.1/batch.ts';
import type { Tables } from './tables.ts';

/** What 0.1 told beside its journal and is only ever added, as rows to copy. */
export function addBefore(
  tables: Tables,
  line: ToldBySide01,
  place: { readonly till: string; readonly batch_no: number; readonly position: number },
): void {
  if (line.t === 'stock-movement')
    tables.stock.add({
      ...place,
      movement_id: line.movementId,
      at: line.at,
      business_day: line.businessDay,
      sku: line.sku,
      unit_key: line.unit?.key ?? null,
      quantity: line.quantity,
      kind: line.kind,
      unit_status: line.unitStatus,
      reason: line.reason,
      operator: line.operator,
      sale_id: line.saleId,
      provenance: line.provenance === null ? null : JSON.stringify(line.provenance),
    });
  if (line.t === 'referral-used')
    tables.referral.add({
      ...place,
      referral_key: line.referralKey,
      proof: line.proof,
      prescriber_id: line.prescriberId,
      person_id: line.personId,
      entitlement_id: line.entitlementId,
      issued_on: line.issuedOn,
      used_on: line.usedOn,
      verdict: line.verdict,
      reasons: line.reasons.join(' '),
      under_reserve: line.underReserve,
    });
  if (line.t === 'team-change')
    tables.team.add({
      ...place,
      at: line.at,
      operator: line.operator,
      change: line.change,
      role: line.role,
      admin: line.admin,
      active_until: line.activeUntil,
      by: line.by,
    });
}
