import { fail, succeed, type Result } from '@daero/domain/result';
import { reaches, shareOf, sumWon } from '../money/won.ts';
import { nameTwice, unknownName } from '../record/history.ts';
import type { CallEventOf, CallTerms, Proposal } from './event.ts';
import { grantOf, leadOf, ownCashOf, ownKindOf, wholeOf, type CallState } from './state.ts';

/** An application, or a new version of it while the call is open. */
export function submit(state: CallState, event: CallEventOf<'submitted'>): Result<CallState> {
  const { eventId, on, by, change } = event;
  const { opensOn, closesOn } = state.terms;
  if (on < opensOn || on > closesOn)
    return fail({ kind: 'call-outside-dates', eventId, on, opensOn, closesOn });
  const sound = checkProposal(state.terms, eventId, change.proposal);
  if (!sound.ok) return sound;
  const before = state.applications.find(({ application }) => application === change.application);
  if (before !== undefined) {
    const now = leadOf(change.proposal)?.partyId;
    if (before.withdrawnOn !== null || leadOf(before.proposal)?.partyId !== now)
      return nameTwice(eventId, 'application', change.application);
  }
  const submitted = {
    application: change.application,
    proposal: change.proposal,
    submittedOn: on,
    submittedBy: by.personId,
    versions: (before?.versions ?? 0) + 1,
    withdrawnOn: null,
  };
  const others = state.applications.filter((one) => one !== before);
  return succeed({ ...state, applications: [...others, submitted] });
}

export function withdraw(state: CallState, event: CallEventOf<'withdrawn'>): Result<CallState> {
  const { application } = event.change;
  const known = state.applications.filter(({ withdrawnOn }) => withdrawnOn === null);
  if (!known.some((one) => one.application === application))
    return unknownName(event.eventId, 'application', application, known.map((one) => one.application)); // prettier-ignore
  return succeed({
    ...state,
    applications: state.applications.map((one) =>
      one.application === application ? { ...one, withdrawnOn: event.on } : one,
    ),
  });
}

/** One lead, names that exist, years of the call, and the shares that the call asks for. */
function checkProposal(terms: CallTerms, eventId: string, proposal: Proposal): Result<Proposal> {
  const tier = terms.tiers.find((one) => one.tier === proposal.tier);
  if (tier === undefined) return unknownName(eventId, 'tier', proposal.tier, terms.tiers.map((one) => one.tier)); // prettier-ignore
  const { members } = proposal.consortium;
  const leads = members.filter(({ role }) => role === 'lead').map(({ partyId }) => partyId);
  const lead = leadOf(proposal);
  if (lead === null || leads.length > 1)
    return fail({ kind: 'application-lead', eventId, leads: leads.length > 0 ? leads : ['—'] });
  const twice = repeated(members.map(({ partyId }) => partyId));
  if (twice !== null) return nameTwice(eventId, 'member', twice);
  const lineTwice = repeated(proposal.lines.map(({ lineId }) => lineId));
  if (lineTwice !== null) return nameTwice(eventId, 'line', lineTwice); // prettier-ignore
  const years = terms.budget.map(({ year }) => year);
  for (const { party, year } of proposal.lines) {
    if (!members.some(({ partyId }) => partyId === party))
      return unknownName(eventId, 'member', party, members.map(({ partyId }) => partyId)); // prettier-ignore
    if (!years.includes(year)) return unknownName(eventId, 'year', String(year), years.map(String));
  }
  const [grant, whole] = [grantOf(proposal.lines), wholeOf(proposal.lines)];
  const cash = ownCashOf(proposal.lines);
  const own = sumWon([cash, ownKindOf(proposal.lines)]);
  const source = tier.source ?? '—';
  if (grant > tier.grantMost)
    return fail({
      kind: 'application-grant-over',
      eventId,
      tier: tier.name,
      asked: grant,
      most: tier.grantMost,
      source,
    });
  const least = tier.ownShareLeast[lead.size];
  if (!reaches(own, whole, least))
    return fail({
      kind: 'application-own-short',
      eventId,
      of: { ko: '전체 사업비 가운데 자부담', en: 'the own share of the whole' },
      found: percent(shareOf(own, whole)),
      least: percent(least),
      source,
    });
  if (!reaches(cash, own, tier.ownCashLeast))
    return fail({
      kind: 'application-own-short',
      eventId,
      of: { ko: '자부담 가운데 현금', en: 'the cash of the own share' },
      found: percent(shareOf(cash, own)),
      least: percent(tier.ownCashLeast),
      source,
    });
  return succeed(proposal);
}

export const percent = (share: number): string => `${share / 100}%`;

export const repeated = (names: readonly string[]): string | null =>
  names.find((name, at) => names.indexOf(name) !== at) ?? null;
