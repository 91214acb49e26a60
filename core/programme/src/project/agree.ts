import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { repeated } from '../call/submit.ts';
import { applicationOf, type CallState } from '../call/state.ts';
import { callKeys, keyMissing } from '../call/keys.ts';
import { fundings } from '../money/category.ts';
import { credit, debit, post, type Leg } from '../money/journal.ts';
import { ofFunding } from '../money/statement.ts';
import { nameTwice, notBefore, unknownName } from '../record/history.ts';
import { addDays } from '@daero/pathway/calendar/day-number';
import type { Agreement, ProjectEvent, ProjectEventOf } from './event.ts';
import { office } from './keys.ts';
import type { ProjectState } from './state.ts';

/** The agreement begins the project and opens its journal: every line of the budget is an entry. */
export function startProject(first: ProjectEvent | undefined): Result<ProjectState> {
  if (first?.change.type !== 'agreed')
    return fail({ kind: 'programme-not-opened', eventId: first?.eventId ?? '—' });
  const { eventId, on, by, change } = first;
  const { projectId, callId, application, agreement } = change;
  if (!office(agreement, by)) return keyMissing(first, callKeys.office);
  const wrong = checkAgreement(eventId, agreement);
  if (wrong !== null) return wrong;
  const legs = agreement.lines.flatMap((line): readonly Leg[] =>
    fundings.flatMap((funding) => {
      const amount = ofFunding(line, funding);
      if (amount === 0) return [];
      const { year, party, category } = line;
      return [
        debit({ of: 'budget', year, party, category, funding }, amount),
        credit({ of: 'agreed', year, funding }, amount),
      ];
    }),
  );
  const entry = { eventId, on, legs };
  return succeed({
    projectId,
    callId,
    application,
    agreement,
    agreedOn: on,
    journal: [entry],
    balances: post(new Map(), entry),
    payments: [],
    spendings: [],
    transfers: [],
    settled: [],
    milestones: agreement.milestones.map((milestone) => ({
      milestone,
      dueOn: milestone.dueOn,
      moves: 0,
      standing: { is: 'open' },
    })),
    declared: [],
    stoppedOn: null,
    completedOn: null,
  });
}

/** Years follow on one another, and every name leads somewhere. */
function checkAgreement(eventId: string, agreement: Agreement): Result<never> | null {
  const { periods, lines, milestones, indicators, consortium } = agreement;
  for (const [at, { year, fromOn, toOn }] of periods.entries()) {
    const before = periods[at - 1];
    const follows = before === undefined || (fromOn === addDays(before.toOn, 1) && year > before.year);
    if (toOn < fromOn || !follows || !lines.some((line) => line.year === year))
      return fail({ kind: 'agreement-years', eventId, year, fromOn, toOn });
  }
  const years = periods.map(({ year }) => year);
  const parties = consortium.members.map(({ partyId }) => partyId);
  for (const line of lines) {
    if (!years.includes(line.year)) return unknownName(eventId, 'year', String(line.year), years.map(String));
    if (!parties.includes(line.party)) return unknownName(eventId, 'member', line.party, parties);
  }
  const begins = periods[0]?.fromOn;
  const ids = milestones.map(({ id }) => id);
  for (const [what, names] of [
    ['milestone', ids],
    ['indicator', indicators.map(({ id }) => id)],
    ['line', lines.map(({ lineId }) => lineId)],
  ] as const) {
    // prettier-ignore
    const twice = repeated(names);
    if (twice !== null) return nameTwice(eventId, what, twice);
  }
  for (const { after, measure, dueOn } of milestones) {
    const unknown = after.find((id) => !ids.includes(id));
    if (unknown !== undefined) return unknownName(eventId, 'milestone', unknown, ids);
    if (measure !== null && !indicators.some(({ id }) => id === measure.indicator))
      return unknownName(eventId, 'indicator', measure.indicator, indicators.map(({ id }) => id)); // prettier-ignore
    const early = begins === undefined ? null : notBefore({ eventId, on: dueOn }, 'agreement-begins', begins);
    if (early !== null) return early;
  }
  return null;
}

const differing: readonly {
  readonly of: Text;
  readonly get: (one: Pick<Agreement, 'consortium' | 'lines' | 'product' | 'indication'>) => unknown;
}[] = [
  { of: { ko: '구성원', en: 'members' }, get: ({ consortium }) => consortium.members.map(({ partyId }) => partyId).toSorted() }, // prettier-ignore
  { of: { ko: '제품', en: 'product' }, get: ({ product }) => product },
  { of: { ko: '적응증', en: 'indication' }, get: ({ indication }) => indication },
  {
    of: { ko: '예산', en: 'budget' },
    get: ({ lines }) =>
      lines
        .map((one) => [one.lineId, one.year, one.category, one.party, one.grant, one.ownCash, one.ownKind].join(' '))
        .toSorted(), // prettier-ignore
  },
];

/** An agreement is made only with who was selected, and for what was selected. */
export function agreementFits(call: CallState, event: ProjectEventOf<'agreed'>): Result<never> | null {
  const { eventId, change } = event;
  if (change.callId !== call.callId || !call.selected.includes(change.application)) {
    const selected = call.selected.length > 0 ? call.selected : ['—'];
    return fail({ kind: 'agreement-not-selected', eventId, application: change.application, selected });
  }
  const early = call.selectedOn === null ? null : notBefore(event, 'selection', call.selectedOn);
  if (early !== null) return early;
  const proposal = applicationOf(call, change.application)?.proposal;
  if (proposal === undefined) return null;
  for (const { of, get } of differing) {
    const [selected, agreed] = [JSON.stringify(get(proposal)), JSON.stringify(get(change.agreement))];
    if (selected !== agreed) return fail({ kind: 'agreement-differs', eventId, of, selected, agreed });
  }
  return null;
}
