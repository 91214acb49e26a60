import type { ActView } from '@daero/api/schemas/programme-parts';
import type { IsoDate } from '@daero/domain/time';
import { isoDate } from '@daero/domain/time';
import { addDays, daysBetween } from '@daero/pathway/calendar/day-number';
import { officerOf } from '@daero/programme/call/keys';
import { kindRules } from '@daero/programme/call/kinds';
import { applicationOf, type CallState } from '@daero/programme/call/state';
import { defaultTransferRules } from '@daero/programme/money/transfer-rules';
import { proposedAgreement } from '@daero/programme/project/propose';
import type { By } from '@daero/programme/record/event';
import { act, field } from './acts.ts';
import { agreementWords as words } from './opening-words.ts';

/** The agreements that the call still waits for: what was selected is fixed, its days and milestones are asked. */
export const agreementActs = (
  state: CallState,
  by: By,
  agreed: readonly string[],
  asOf: IsoDate,
): readonly ActView[] =>
  state.phase === 'selected' && officerOf(state, by)
    ? state.selected
        .filter((application) => !agreed.includes(application))
        .flatMap((application) => agreementAct(state, application, asOf))
    : [];

function agreementAct(state: CallState, application: string, asOf: IsoDate): readonly ActView[] {
  const proposal = applicationOf(state, application)?.proposal;
  if (proposal === undefined) return [];
  const periods = periodsOf(proposal.lines.map(({ year }) => year), asOf); // prettier-ignore
  const [begins, ends] = [periods[0]?.fromOn ?? asOf, periods.at(-1)?.toOn ?? asOf];
  const { steps } = kindRules[state.terms.kind];
  const milestones = steps.map(({ step, name }, at) => ({
    id: step,
    step,
    name,
    dueOn: addDays(begins, Math.floor((daysBetween(begins, ends) * (at + 1)) / steps.length)),
    after: steps.slice(Math.max(0, at - 1), at).map((one) => one.step),
    measure: null,
  }));
  const agreement = proposedAgreement(state, application, {
    periods: [...periods],
    milestones,
    indicators: [],
    transferRules: defaultTransferRules,
  });
  if (!agreement.ok) return [];
  const change = { type: 'agreed' as const, callId: state.callId, application, agreement: agreement.value };
  const made = act(
    'decision',
    change,
    [
      field('projectId', words.projectId, 'text', { initial: `${application}-project` }),
      ...periods.flatMap(({ year, fromOn, toOn }, at) =>
        (['fromOn', 'toOn'] as const).map((edge) =>
          field(
            `agreement.periods.${at}.${edge}`,
            { ko: `${year}년 ${words[edge].ko}(연-월-일)`, en: `${year}, ${words[edge].en} (yyyy-mm-dd)` },
            'day',
            { initial: edge === 'fromOn' ? fromOn : toOn },
          ),
        ),
      ),
      ...milestones.map(({ name, dueOn }, at) =>
        field(
          `agreement.milestones.${at}.dueOn`,
          { ko: `${name.ko} 기한(연-월-일)`, en: `Due: ${name.en} (yyyy-mm-dd)` },
          'day',
          { initial: dueOn },
        ),
      ),
    ],
    proposal.title,
  );
  return [{ ...made, key: `agreed ${application}` }];
}

/** One period for each year of the budget, the first from the day of the agreement where that day lies in it. */
function periodsOf(
  years: readonly number[],
  asOf: IsoDate,
): readonly { readonly year: number; readonly fromOn: IsoDate; readonly toOn: IsoDate }[] {
  const ordered = [...new Set(years)].toSorted((a, b) => a - b);
  return ordered.map((year, at) => {
    const [first, last] = [isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)];
    return { year, fromOn: at === 0 && asOf > first && asOf < last ? asOf : first, toOn: last };
  });
}
