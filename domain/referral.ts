import type { Catalogue, Prescriber } from './catalogue.ts';
import type { FamilyId, PrescriberId, SiteCode } from './ids.ts';
import { type Reason, isOverridable, verdictOf } from './reasons.ts';
import { type SignedReferral, parseSignedReferral } from './referral-code.ts';
import { type Day, addDays } from './time.ts';

/** What stands on the desk: three proofs, in decreasing trust. */
export type ReferralClaim =
  | { readonly proof: 'signed-code'; readonly code: string }
  /** `number` in its dashed form `PPP-NNNNN-CC`, check digits already verified; the date is typed from the paper. */
  | { readonly proof: 'voucher'; readonly number: string; readonly issuedOn: Day }
  | {
      readonly proof: 'letter';
      readonly prescriberId: PrescriberId;
      readonly referent: string;
      readonly issuedOn: Day;
      /** Sets two letters of one structure and one day apart. */
      readonly personKey: string;
    };

export type ReferralProof = ReferralClaim['proof'];

declare const proofMark: unique symbol;

/** A referral that may open a window. Only `verifyReferral` makes one. */
export type EligibleReferral = {
  readonly [proofMark]: true;
  /** Identity of the referral: used once. */
  readonly key: string;
  readonly proof: ReferralProof;
  readonly prescriberId: PrescriberId;
  readonly issuedOn: Day;
  readonly families: '*' | readonly FamilyId[];
  readonly underReserve: boolean;
};

export interface ReferralContext {
  readonly catalogue: Catalogue;
  readonly site: SiteCode;
  readonly on: Day;
  /** Whether this referral was already used, here or elsewhere as far as the reference knows, and when. */
  readonly used: (key: string) => { readonly on: Day | null } | null;
  readonly revoked: (key: string) => boolean;
  /** Ed25519 of headquarters' issuing keys; false also when the key is unknown. */
  readonly verifySignature: (keyId: string, signedText: string, signature: string) => boolean;
  readonly person: { readonly initials: string; readonly birthYear: number | null } | null;
  /** A manager lifts the refusals that may be lifted. */
  readonly overriddenBy: string | null;
}

export interface ReferralVerdict {
  readonly verdict: 'accepted' | 'accepted-with-warnings' | 'refused';
  readonly proof: ReferralProof;
  readonly reasons: readonly Reason[];
  readonly prescriber: Prescriber | null;
  readonly eligible: EligibleReferral | null;
  /** Refused for a fault of the structure or of a date: offer the walk-in sale and list the structure to call. */
  readonly offerWalkIn: boolean;
  readonly callPrescriber: boolean;
}

/** Refusals that are the structure's or a date's fault, never the person's. */
const structureFaults: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'referral-future',
  'referral-expired',
  'prescriber-suspended',
  'agreement-not-running',
  'prescriber-other-site',
  'referral-revoked',
  'referral-outside-booklet',
]);

/** A claim brought to the same shape whatever its proof. */
interface Readable {
  readonly key: string;
  readonly prescriber: Prescriber | null;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly families: '*' | readonly FamilyId[];
  readonly own: readonly Reason[];
}

/** Verifies a referral on a business day: every check is a coded reason, and all that apply are said. */
export function verifyReferral(claim: ReferralClaim, context: ReferralContext): ReferralVerdict {
  const read = readClaim(claim, context);
  if ('code' in read) return verdict(claim, null, [read], null);
  const reasons = lift([...read.own, ...commonReasons(read, context)], context.overriddenBy);
  const accepted = verdictOf(reasons) !== 'refused' && read.prescriber !== null;
  const eligible = accepted && {
    key: read.key,
    proof: claim.proof,
    prescriberId: read.prescriber.id,
    issuedOn: read.issuedOn,
    families: read.families,
    underReserve: claim.proof === 'letter',
  };
  return verdict(claim, read.prescriber, reasons, eligible ? (eligible as EligibleReferral) : null);
}

function verdict(
  claim: ReferralClaim,
  prescriber: Prescriber | null,
  reasons: readonly Reason[],
  eligible: EligibleReferral | null,
): ReferralVerdict {
  const fault = !eligible && reasons.some((reason) => structureFaults.has(reason.code));
  const accepted = reasons.length === 0 ? 'accepted' : 'accepted-with-warnings';
  return {
    verdict: eligible ? accepted : 'refused',
    proof: claim.proof,
    reasons,
    prescriber,
    eligible,
    offerWalkIn: fault,
    callPrescriber: fault || Boolean(eligible?.underReserve),
  };
}

/** Every refusal that may be lifted becomes one `overridden`, where the first of them stood. */
function lift(reasons: readonly Reason[], approver: string | null): Reason[] {
  const first = reasons.findIndex(isOverridable);
  if (approver === null || first < 0) return [...reasons];
  const lifted = reasons.with(first, { code: 'overridden', approver });
  return lifted.filter((reason) => !isOverridable(reason));
}

function readClaim(claim: ReferralClaim, context: ReferralContext): Readable | Reason {
  const { policy, prescribers } = context.catalogue;
  const validUntil = (issuedOn: Day): Day => addDays(issuedOn, policy.referral.validDays);
  switch (claim.proof) {
    case 'signed-code': {
      const code = parseSignedReferral(claim.code);
      if (!code) return { code: 'referral-unreadable' };
      return readSignedCode(code, context);
    }
    case 'voucher': {
      const prescriber = prescribers.find((one) => voucherPrefix(one) === claim.number.slice(0, 3)) ?? null;
      const own: Reason[] =
        prescriber && !inBooklet(prescriber, claim.number) ? [{ code: 'referral-outside-booklet' }] : [];
      const key = `voucher:${claim.number}`;
      return {
        key,
        prescriber,
        issuedOn: claim.issuedOn,
        expiresOn: validUntil(claim.issuedOn),
        families: '*',
        own,
      };
    }
    case 'letter': {
      const prescriber = prescribers.find((one) => one.id === claim.prescriberId) ?? null;
      const own: Reason[] = [
        policy.referral.letterUnderReserve
          ? { code: 'referral-under-reserve' }
          : { code: 'letter-not-accepted' },
      ];
      const key = `letter:${claim.prescriberId}:${claim.issuedOn}:${claim.personKey}`;
      return {
        key,
        prescriber,
        issuedOn: claim.issuedOn,
        expiresOn: validUntil(claim.issuedOn),
        families: '*',
        own,
      };
    }
  }
}

function readSignedCode(code: SignedReferral, context: ReferralContext): Readable {
  const own: Reason[] = [];
  if (!context.verifySignature(code.keyId, code.signedText, code.signature))
    own.push({ code: 'referral-bad-signature' });
  const { person } = context;
  const otherYear = person?.birthYear != null && person.birthYear !== code.year;
  if (person && (person.initials !== code.initials || otherYear)) own.push({ code: 'referral-other-person' });
  return {
    key: `code:${code.id}`,
    prescriber: context.catalogue.prescribers.find((one) => one.id === code.prescriberId) ?? null,
    issuedOn: code.issuedOn,
    expiresOn: code.expiresOn,
    families: code.families,
    own,
  };
}

function commonReasons(read: Readable, context: ReferralContext): Reason[] {
  const { catalogue, on, site } = context;
  const reasons: Reason[] = [];
  const { prescriber } = read;
  if (!prescriber) reasons.push({ code: 'prescriber-unknown' });
  else {
    const phone = { prescriberPhone: prescriber.phone };
    if (prescriber.status === 'suspended') reasons.push({ code: 'prescriber-suspended', ...phone });
    if (prescriber.sites !== '*' && !prescriber.sites.includes(site))
      reasons.push({ code: 'prescriber-other-site', sites: prescriber.sites });
    const { from, until } = prescriber.agreement;
    if (read.issuedOn < from || until < read.issuedOn)
      reasons.push({ code: 'agreement-not-running', agreementUntil: until, ...phone });
  }
  if (read.issuedOn > on) reasons.push({ code: 'referral-future', issuedOn: read.issuedOn });
  const lateUntil = addDays(read.expiresOn, catalogue.policy.referral.graceDays);
  if (on > lateUntil)
    reasons.push({
      code: 'referral-expired',
      expiredOn: read.expiresOn,
      prescriberPhone: prescriber?.phone ?? null,
    });
  else if (on > read.expiresOn) reasons.push({ code: 'referral-late', expiredOn: read.expiresOn });
  if (context.revoked(read.key)) reasons.push({ code: 'referral-revoked' });
  const used = context.used(read.key);
  if (used) reasons.push({ code: 'referral-used', usedOn: used.on });
  return reasons;
}

const voucherPrefix = (prescriber: Prescriber): string => prescriber.vouchers.first.slice(0, 3);

const inBooklet = (prescriber: Prescriber, voucher: string): boolean => {
  const number = voucher.slice(0, 9);
  return prescriber.vouchers.first <= number && number <= prescriber.vouchers.last;
};

/** Prescriber number of a voucher as an id of the catalogue, when one has that booklet. */
export const prescriberOfVoucher = (catalogue: Catalogue, voucher: string): PrescriberId | null =>
  catalogue.prescribers.find((one) => voucherPrefix(one) === voucher.slice(0, 3))?.id ?? null;
