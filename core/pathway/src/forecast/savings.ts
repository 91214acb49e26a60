import type { CaseState } from '../case/state.ts';
import type { Grounds } from '../jurisdiction/schema.ts';
import { networkOf } from '../routes/network.ts';
import type { Scenario } from './assumption.ts';
import { daysSaved, type DaysSaved } from './dates.ts';
import { schedule, type Shift } from './draw.ts';
import type { ForecastRequest, Run } from './forecast.ts';
import type { Plan } from './plan.ts';

/** What a change of order saves, in days of the calendar, on the same draws. */
export type Saving = {
  readonly scenario: Scenario;
  /** The rule that allows it; null where no rule is known to. */
  readonly allowedBy: Grounds | null;
  readonly listing: DaysSaved | null;
  readonly firstUse: DaysSaved | null;
};

/** The steps that the rules let run side by side, and whatever else was asked. */
export function savingsOf(
  state: CaseState,
  plan: Plan,
  request: ForecastRequest,
  run: Run,
): readonly Saving[] {
  const lawful = plan.steps.flatMap(({ step, length }): readonly Scenario[] =>
    step.alongside === undefined || length.kind === 'done' || ('from' in length && length.from !== null)
      ? []
      : [{ change: 'parallel', stage: step.stage, alongside: step.alongside.stage }],
  );
  const same = (a: Scenario, b: Scenario): boolean => JSON.stringify(a) === JSON.stringify(b);
  const asked = [...lawful, ...request.scenarios.filter((one) => !lawful.some((other) => same(one, other)))];
  return asked.flatMap((scenario) => {
    const saving = savingOf(state, plan, scenario, { run, draws: request.draws });
    return saving === null ? [] : [saving];
  });
}

function savingOf(
  state: CaseState,
  plan: Plan,
  scenario: Scenario,
  { run, draws }: { readonly run: Run; readonly draws: number },
): Saving | null {
  const at = (stage: string | null): number => plan.steps.findIndex(({ step }) => step.stage === stage);
  const step = at(scenario.stage);
  const shift = shiftOf(scenario, step, at);
  if (shift === null || run.computable[step] !== true) return null;
  const changed = schedule(plan, run.drawn, run.table, { ...run, draws, shift });
  const saved = (stage: string | null): DaysSaved | null => {
    const [before, after] = [run.times.ends[at(stage)] ?? null, changed.ends[at(stage)] ?? null];
    return before === null || after === null ? null : daysSaved(before, after);
  };
  const { listing, firstUse } = networkOf(state.key.route);
  const rule = plan.steps[step]?.step.alongside;
  const allowed = shift.kind === 'parallel' && rule !== undefined && at(rule.stage) === shift.alongside;
  return {
    scenario,
    allowedBy: allowed ? { source: rule.source, confidence: rule.confidence } : null,
    listing: saved(listing),
    firstUse: saved(firstUse),
  };
}

function shiftOf(scenario: Scenario, step: number, at: (stage: string) => number): Shift | null {
  if (step < 0) return null;
  if (scenario.change === 'earlier') return { kind: 'earlier', step, days: scenario.days };
  const alongside = at(scenario.alongside);
  return alongside < 0 || alongside >= step ? null : { kind: 'parallel', step, alongside };
}
