import type { ForecastView, StageView } from '@daero/api/schemas/pathway';
import type { CaseForecastShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { decisionOf, lastVisit, type CaseState, type Visit } from '@daero/pathway/case/state';
import { limitOf, type Clocks } from '@daero/pathway/case/clocks';
import type { Scenario } from '@daero/pathway/forecast/assumption';
import type { Forecast } from '@daero/pathway/forecast/forecast';
import type { Basis } from '@daero/pathway/forecast/plan';
import { leastOf, mostOf } from '@daero/pathway/forecast/spread';
import type { Stage } from '@daero/pathway/jurisdiction/schema';
import { networkOf } from '@daero/pathway/routes/network';
import { routeName } from '@daero/pathway/words/name-words';
import { basisWords } from '@daero/pathway/words/route-words';
import { variantWord } from '@daero/pathway/words/variants';
import { durationWords, stageKindWords, transitionWords } from '@daero/pathway/words/terms';
import { actorsOf, datesOf, groundsOf, milestoneOf, nameOf, needsOf } from './naming.ts';
import { pauseWords } from './words.ts';

type Seen = { readonly state: CaseState; readonly clocks: Clocks; readonly title: Text };

/** A forecast with every name spelled out, the stages it walks through, and the figure that page and document draw. */
export function forecastView(seen: Seen, forecast: Forecast, milliseconds: number): ForecastView {
  const { rules } = seen.state;
  const { asOf, seed, draws, milestones, critical, savings, window, nominal } = forecast;
  const stages = stagesOf(seen.state, forecast);
  return {
    ...{ asOf, seed, draws, milliseconds, stages },
    listing: milestoneOf(rules, milestones.listing),
    firstUse: milestoneOf(rules, milestones.firstUse),
    firstPaidUse: milestoneOf(rules, milestones.firstPaidUse),
    critical:
      critical === null
        ? null
        : { path: critical.path.map((stage) => nameOf(rules, stage)), share: critical.share },
    savings: savings.map(({ scenario, allowedBy, listing, firstUse }) => ({
      ...{ scenario, listing, firstUse },
      label: scenarioWords(seen.state, scenario),
      allowedBy: allowedBy === null ? null : groundsOf(rules, allowedBy),
    })),
    evidence: [...forecast.evidence],
    window:
      window === null
        ? null
        : {
            stage: nameOf(rules, window.stage),
            lastDay: window.lastDay === null ? null : datesOf(window.lastDay),
            latestFiling: window.latestFiling === null ? null : datesOf(window.latestFiling),
            latestLastPatientIn:
              window.latestLastPatientIn === null ? null : datesOf(window.latestLastPatientIn),
            chanceOfMissing: window.chanceOfMissing,
            chanceOfFilingLate: window.chanceOfFilingLate,
            needs: needsOf(rules, window.withheld),
          },
    nominal: nominal.map(({ label, days, dayType, parts, ...grounds }) => ({
      ...{ label, days, dayType },
      parts: parts.map((part) => ({
        stage: nameOf(rules, part.stage),
        days: part.days,
        dayType: part.dayType,
      })),
      grounds: groundsOf(rules, grounds),
    })),
    shape: shapeOf(seen, forecast, stages),
    offRoute: forecast.offRoute.map((stage) => nameOf(rules, stage)),
    assumptions: [...forecast.assumptions],
  };
}

const scenarioWords = ({ rules }: CaseState, scenario: Scenario): Text => {
  const stage = nameOf(rules, scenario.stage).name;
  if (scenario.change === 'earlier')
    return {
      ko: `${stage.ko}: ${scenario.days}일 먼저 시작`,
      en: `${stage.en}: begun ${scenario.days} days earlier`,
    };
  const beside = nameOf(rules, scenario.alongside).name;
  return { ko: `${stage.ko}: 함께 진행(${beside.ko})`, en: `${stage.en} alongside ${beside.en}` };
};

/** The stages of the route in their order, then what the case went through besides. */
function stagesOf(state: CaseState, forecast: Forecast): readonly StageView[] {
  const onRoute = networkOf(state.key.route).steps.map(({ stage }) => stage);
  const besides = [...new Set(state.visits.map(({ stage }) => stage))].filter(
    (stage) => !onRoute.includes(stage),
  );
  return [...onRoute, ...besides].flatMap((id) => {
    const rule = state.rules.stages.get(id);
    return rule === undefined ? [] : [stageView(state, forecast, rule)];
  });
}

function stageView(state: CaseState, forecast: Forecast, rule: Stage): StageView {
  const { rules } = state;
  const ends = forecast.stages.find(({ stage }) => stage === rule.id)?.ends ?? { state: 'not-on-route' };
  const basis = forecast.basis.find(({ stage }) => stage === rule.id) ?? null;
  const duration = limitOf(rule.durations) ?? rule.durations[0] ?? null;
  return {
    stage: nameOf(rules, rule.id),
    kind: rule.kind,
    kindName: stageKindWords[rule.kind],
    actors: [...actorsOf(rules, rule.id)],
    state: standingOf(state, rule.id, ends.state),
    visits: state.visits.filter(({ stage }) => stage === rule.id).map((visit) => visitView(state, visit)),
    ends: milestoneOf(rules, ends),
    rule:
      duration === null
        ? null
        : {
            kind: durationWords[duration.kind],
            kindId: duration.kind,
            ...{ least: duration.minDays, usual: duration.typicalDays, most: duration.maxDays },
            dayType: duration.dayType,
            grounds: groundsOf(rules, duration),
          },
    variants: (rule.variants ?? []).map(({ id }) => ({ id, name: variantWord(rule.id, id) })),
    basis: basis === null ? null : basisView(state, basis),
    critical: forecast.critical?.stages.find(({ stage }) => stage === rule.id)?.share ?? null,
    papers: rule.inputs.map(({ text, ...grounds }) => ({ text, grounds: groundsOf(rules, grounds) })),
  };
}

const turnedAway: readonly string[] = ['reject', 'withdraw', 'harm-exit'];

function standingOf(state: CaseState, stage: string, ends: string): StageView['state'] {
  const visit = lastVisit(state, stage);
  if (visit === null) return ends === 'reached' ? 'skipped' : 'ahead';
  const decision = decisionOf(state, stage);
  if (decision === null) return 'now';
  return turnedAway.includes(decision.outcome) ? 'exited' : 'done';
}

const visitView = ({ rules }: CaseState, visit: Visit): StageView['visits'][number] => ({
  attempt: visit.attempt,
  enteredOn: visit.enteredOn,
  decidedOn: visit.decision?.on ?? null,
  outcome: visit.decision === null ? null : transitionWords[visit.decision.outcome],
  to: (visit.decision?.to ?? []).map((place) => nameOf(rules, place)),
  pauses: visit.pauses.map(({ fromOn, toOn, because, stops }) => ({
    ...{ fromOn, toOn, stops },
    because: pauseWords[because],
  })),
  extendedDays: visit.extendedDays,
});

const basisView = (
  { rules }: CaseState,
  { from, spread, dayType, ...grounds }: Basis,
): StageView['basis'] => ({
  from: basisWords[from],
  fromId: from,
  least: spread === null ? null : leastOf(spread),
  usual:
    spread === null
      ? null
      : spread.form === 'pert'
        ? spread.usual
        : spread.form === 'point'
          ? spread.days
          : null,
  most: spread === null ? null : mostOf(spread),
  dayType,
  grounds: groundsOf(rules, grounds),
});

function shapeOf(seen: Seen, forecast: Forecast, stages: readonly StageView[]): CaseForecastShape {
  const { state, clocks, title } = seen;
  const route = routeName(state.rules, state.key.route);
  const window = clocks.windows.find(({ standing }) => standing === 'open' || standing === 'not-begun');
  const mark = markOf(forecast, stages);
  return {
    shape: 'case-forecast',
    label: { ko: `${title.ko} · ${route.ko}`, en: `${title.en} · ${route.en}` },
    asOf: forecast.asOf,
    draws: stages.some(({ ends }) => ends.state === 'forecast') ? forecast.draws : null,
    rows: stages
      .filter(({ kind, visits }) => kind !== 'surveillance' || visits.length > 0)
      .map((stage) => rowOf(seen, forecast, stages, stage)),
    window:
      window === undefined
        ? null
        : { endsOn: window.toOn, chanceOfMissing: forecast.window?.chanceOfMissing ?? null },
    mark,
  };
}

function rowOf(
  { state, clocks }: Seen,
  { asOf }: Forecast,
  stages: readonly StageView[],
  { stage, kind, visits, ends, critical }: StageView,
): CaseForecastShape['rows'][number] {
  const clock = clocks.statutory.find((one) => one.stage === stage.id && one.until === null);
  const after = networkOf(state.key.route).steps.find((step) => step.stage === stage.id)?.after ?? [];
  const running = visits.at(-1)?.decidedOn === null;
  return {
    label: stage.name,
    kind,
    passed: visits.map(({ enteredOn, decidedOn }) => ({ fromOn: enteredOn, toOn: decidedOn })),
    pauses: visits.flatMap(({ pauses }) => pauses.map(({ fromOn, toOn }) => ({ fromOn, toOn }))),
    ahead:
      ends.state !== 'forecast'
        ? null
        : {
            fromOn: running ? asOf : beginsOn(after, stages, asOf),
            medianOn: ends.median,
            ranges: ends.ranges,
          },
    withheld: ends.state === 'withheld' ? (ends.needs[0]?.reason.name ?? null) : null,
    limitOn: clock?.limitOn ?? null,
    critical: (critical ?? 0) >= 0.5,
  };
}

/** When the last of what it waits for ends, in the middle draw. */
const beginsOn = (after: readonly string[], stages: readonly StageView[], asOf: IsoDate): IsoDate =>
  after.reduce<IsoDate>((latest, id) => {
    const ends = stages.find(({ stage }) => stage.id === id)?.ends;
    return ends?.state === 'forecast' && ends.median > latest ? ends.median : latest;
  }, asOf);

/** The listing where it can be said; else first paid use; else the last stage that can. */
function markOf({ milestones }: Forecast, stages: readonly StageView[]): CaseForecastShape['mark'] {
  const listed = milestones.listing.state === 'forecast' ? milestones.listing.dates : null;
  const paid = milestones.firstPaidUse.state === 'forecast' ? milestones.firstPaidUse.dates : null;
  const dates = listed ?? paid;
  if (dates !== null) {
    const range = dates.intervals.find(({ level }) => level === 0.8);
    const name =
      listed !== null
        ? { ko: '등재 결정', en: 'Listing decision' }
        : { ko: '첫 유상 사용', en: 'First paid use' };
    return range === undefined ? null : { name, range, medianOn: dates.median };
  }
  const last = stages.findLast(({ ends }) => ends.state === 'forecast');
  if (last?.ends.state !== 'forecast') return null;
  const range = last.ends.ranges.find(({ level }) => level === 0.8);
  return range === undefined ? null : { name: last.stage.name, range, medianOn: last.ends.median };
}
