import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import { koreanCalendar } from '@daero/pathway/calendar/korean-holidays';
import type { CaseEvent } from '@daero/pathway/case/event';
import { foldCase } from '@daero/pathway/case/fold';
import type { CaseState } from '@daero/pathway/case/state';
import { assumptionSchema, type Assumption } from '@daero/pathway/forecast/assumption';
import { forecastCase, forecastPortfolio, type ForecastRequest } from '@daero/pathway/forecast/forecast';
import type { BenchRow } from './row.ts';

const cases = 1000;
const draws = 10_000;
const asOf = isoDate('2026-11-22');
const routes = ['kr.r.traditional', 'kr.r.defer', 'kr.r.innovative', 'kr.r.immediate'];

const grounds = {
  by: 'bench',
  source: null,
  confidence: 'general-knowledge-unverified',
  reason: 'so that every stage has a length and a type of days',
};
const spread = (stage: string, least: number, usual: number, most: number): unknown => ({
  about: 'days',
  stage,
  least,
  usual,
  most,
  dayType: 'working',
  ...grounds,
});
/** Every stage is drawn, in working days: nothing is a point. */
const assumptions: readonly Assumption[] = [
  spread('kr.hira.check', 20, 30, 60),
  spread('kr.nhta', 150, 200, 280),
  spread('kr.listing', 60, 80, 120),
  spread('kr.defer', 20, 45, 90),
  spread('kr.designate', 20, 40, 80),
  spread('kr.integrated', 50, 80, 120),
  spread('kr.templist', 40, 70, 100),
  spread('kr.reassess', 150, 200, 280),
].map((one) => assumptionSchema.parse(one));

/** A portfolio of cases that differ in product, route and how far they have come. */
const portfolio = (): readonly CaseState[] =>
  Array.from({ length: cases }, (_one, at) => unwrap(foldCase(eventsOf(at))));

function eventsOf(at: number): readonly CaseEvent[] {
  const route = routes[at % routes.length] ?? '';
  const openedOn = addDays(asOf, -(at % 60));
  const event = (number: number, change: CaseEvent['change']): CaseEvent => ({
    eventId: `e${number}`,
    on: openedOn,
    by: { personId: 'bench', role: 'market-access' },
    reason: 'bench',
    source: null,
    change,
  });
  const key = { productVersion: `product-${at}@1`, indication: 'i', act: 'a', route };
  return [
    event(1, { type: 'opened', key, jurisdiction: 'KR', version: '2026-01-26' }),
    event(2, { type: 'entered', stage: 'kr.authorise' }),
  ];
}

/** The forecast of one case with everything a page shows, and the milestones of a portfolio. */
export async function benchForecast(): Promise<BenchRow[]> {
  const states = portfolio();
  const request: Omit<ForecastRequest, 'assumptions' | 'scenarios'> = {
    asOf,
    seed: 1,
    draws,
    calendar: koreanCalendar,
  };
  const [first] = states;
  if (first === undefined) throw new Error('the portfolio is empty');
  const alone = { ...request, assumptions, scenarios: [] };
  unwrap(forecastCase(first, alone)); // the holidays of the years ahead are looked up once a process
  const one = median(Array.from({ length: 9 }, () => timed(() => unwrap(forecastCase(first, alone)))));
  const all = timed(() =>
    forecastPortfolio(
      states.map((state) => ({ state, assumptions })),
      request,
    ).forEach((found) => {
      if (unwrap(found).listing.state !== 'forecast') throw new Error('a case was not forecast');
    }),
  );
  return [
    {
      what: `forecast of one case, ${draws.toLocaleString('en')} draws`,
      target: '<= 100',
      figure: one,
      unit: 'ms',
      ok: one <= 100,
    },
    {
      what: `forecast of ${cases.toLocaleString('en')} cases, ${draws.toLocaleString('en')} draws each`,
      target: '<= 5',
      figure: all / 1000,
      unit: 's',
      ok: all <= 5000,
    },
  ];
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
