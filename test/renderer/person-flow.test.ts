import type { PersonPanel } from '#contract/basket.ts';
import type { PrescriberChoice } from '#contract/referral.ts';
import { type MemberCard, type PersonId, type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import {
  type Flow,
  type Who,
  claimFromTyped,
  completeClaim,
  flowAfter,
  startOfFlow,
} from '#renderer/person/flow.ts';
import { matchingPrescribers } from '#renderer/person/prescriber-search.ts';
import { describe, expect, it } from 'vitest';

const personId = brandAs<PersonId>('p1');
const who: Who = { personId, name: 'Léa L.', birthYear: null, card: null, standing: 'walk-in' };
const claim = { proof: 'voucher', number: '001-00007-43' } as const;
const card = brandAs<MemberCard>('4711082307');
const at = (view: Flow['view']): Flow => ({ ...startOfFlow, view });

describe('where a scan leads on the persons screen', () => {
  it('takes a referral to whoever is on screen', () => {
    const after = flowAfter(at({ at: 'file', who }), { at: 'persons', claim }, null);
    expect(after).toEqual({ ...startOfFlow, claim, view: { at: 'referral', who } });
  });

  it('verifies a referral before anybody is known', () => {
    expect(flowAfter(startOfFlow, { at: 'persons', claim }, null).view).toEqual({
      at: 'referral',
      who: null,
    });
  });

  it('never leaves a form that is being filled', () => {
    const filling = at({ at: 'register', text: '' });
    expect(flowAfter(filling, { at: 'persons', claim }, null)).toEqual({ ...filling, claim });
    expect(flowAfter(filling, { at: 'persons', card }, null)).toEqual({ ...filling, card });
  });

  it('offers a blank card to the person on screen', () => {
    const after = flowAfter(at({ at: 'search', text: '', who }), { at: 'persons', card }, null);
    expect(after.view).toEqual({ at: 'card', who, until: null });
  });

  it('asks for the referral of a person without rights, and only chooses one who has them', () => {
    const panel = (kind: 'entitled' | 'walk-in-used') =>
      ({
        personId,
        firstName: 'Léa',
        initial: 'L',
        card: null,
        standing: { kind },
        savingEverCents: cents(0),
      }) as PersonPanel;
    const place = { at: 'persons', personId } as const;
    expect(flowAfter(startOfFlow, place, panel('walk-in-used')).view.at).toBe('referral');
    expect(flowAfter(startOfFlow, place, panel('entitled')).view.at).toBe('search');
  });

  it('forgets what was in hand once one starts afresh', () => {
    const holding = { ...startOfFlow, claim, card };
    expect(flowAfter(holding, { at: 'persons' }, null)).toEqual(startOfFlow);
  });
});

describe('a referral in hand', () => {
  it('waits for the date of a voucher, and for nothing of a signed code', () => {
    expect(completeClaim(claim)).toBeNull();
    const signed = { proof: 'signed-code', code: 'CR1.X' } as const;
    expect(completeClaim(signed)).toEqual(signed);
  });

  it('is told by how it is written', () => {
    const on = day('2026-11-10');
    expect(claimFromTyped(' cr1.abc ', null)).toEqual({ proof: 'signed-code', code: 'CR1.ABC' });
    expect(claimFromTyped('001-00007-43', on)).toEqual({ ...claim, issuedOn: on });
    expect(claimFromTyped('001-00007-43', null)).toBeNull();
  });
});

describe('the search of a structure', () => {
  const choice = (id: string, name: string): PrescriberChoice => ({
    id: brandAs<PrescriberId>(id),
    name,
    kind: 'CCAS',
    referents: [],
  });
  const all = [choice('1', 'Maison d’Évry'), choice('2', 'Évry Solidarité'), choice('3', 'Foyer du Parc')];

  it('ignores accents and puts names that begin so first', () => {
    expect(matchingPrescribers(all, 'evry', 5).map((one) => one.id)).toEqual(['2', '1']);
  });

  it('needs every word and shows nothing for nothing', () => {
    expect(matchingPrescribers(all, 'evry parc', 5)).toEqual([]);
    expect(matchingPrescribers(all, '  ', 5)).toEqual([]);
  });
});
