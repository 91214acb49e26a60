import { succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { calendarOf } from '../calendar/calendars.ts';
import { clocksAt, type Clocks, type CountedAs } from '../case/clocks.ts';
import { caseEventSchema, dateSchema } from '../case/event.ts';
import { foldCase } from '../case/fold.ts';
import { endedOn, type CaseState } from '../case/state.ts';
import { gapsOf, type GapList } from '../requirements/gaps.ts';
import { plainClaimSchema, policySchema } from '../requirements/requirement.ts';
import { assumptionSchema, scenarioSchema, type Assumption } from './assumption.ts';
import { forecastCase, type Forecast } from './forecast.ts';

const text = z.string().min(1);

/** A case on file: its events, what is assumed, and the claims it can bring. */
export const caseFileSchema = z.strictObject({
  title: z.strictObject({ ko: text, en: text }),
  demonstration: z.boolean().default(false).describe('true where nothing of it happened'),
  asOf: dateSchema.describe('the day from which the rest is forecast'),
  seed: z.int().min(0).default(1),
  draws: z.int().default(10_000),
  events: z.array(caseEventSchema).min(1),
  assumptions: z.array(assumptionSchema).default([]),
  scenarios: z.array(scenarioSchema).default([]),
  claims: z.array(plainClaimSchema).default([]),
  policies: z.array(policySchema).default([]),
});
export type CaseFile = z.output<typeof caseFileSchema>;

/** How a case stands, without the rules it stands under: what is written out. */
export type CaseSummary = Omit<CaseState, 'rules'> & {
  readonly jurisdiction: string;
  readonly endedOn: string | null;
};

export type CaseReport = {
  readonly title: CaseFile['title'];
  readonly demonstration: boolean;
  readonly state: CaseState;
  readonly summary: CaseSummary;
  readonly clocks: Clocks;
  readonly forecast: Forecast;
  readonly gaps: GapList;
};

/** Everything that the rules say of a case on file: where it stands, its clocks, its forecast and what it lacks. */
export function reportOf(file: CaseFile): Result<CaseReport> {
  const folded = foldCase(file.events);
  if (!folded.ok) return folded;
  const state = folded.value;
  const calendar = calendarOf(state.rules.code);
  const gaps = gapsOf(state, file.claims, file.policies, file.asOf);
  if (!gaps.ok) return gaps;
  const met = gaps.value.met.map(({ requirement }) => requirement);
  const forecast = forecastCase(state, { ...file, calendar, met });
  if (!forecast.ok) return forecast;
  return succeed({
    title: file.title,
    demonstration: file.demonstration,
    state,
    summary: summaryOf(state),
    clocks: clocksAt(state, file.asOf, calendar, countedAs(file.assumptions)),
    forecast: forecast.value,
    gaps: gaps.value,
  });
}

export function summaryOf(state: CaseState): CaseSummary {
  const { rules, ...rest } = state;
  return { ...rest, jurisdiction: rules.code, endedOn: endedOn(state) };
}

/** What the days of stages are taken to be, for the clocks of limits. */
export const countedAs = (assumptions: readonly Assumption[]): CountedAs =>
  new Map(
    assumptions.flatMap((one) => (one.about === 'day-type' ? [[one.stage, one.dayType] as const] : [])),
  );
