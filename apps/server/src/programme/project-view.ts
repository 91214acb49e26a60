import type { ProjectRow, ProjectView } from '@daero/api/schemas/programme-project';
import type { AccrualShape, AmountsShape } from '@daero/domain/shape';
import type { IsoDate } from '@daero/domain/time';
import { daysBetween } from '@daero/pathway/calendar/day-number';
import type { CallState } from '@daero/programme/call/state';
import { kindRules } from '@daero/programme/call/kinds';
import { declaredBeside, readIndicator, type Indicator } from '@daero/programme/indicators/indicator';
import { countedBy, oncePerSubject, type Observation } from '@daero/programme/indicators/observation';
import { spendingOutlook } from '@daero/programme/indicators/spending';
import { accrualOutlook, plannedAt, warningRule } from '@daero/programme/indicators/warning';
import { rowOf, stageOf } from '@daero/programme/portfolio/ministry';
import { riskFlags, type Risk } from '@daero/programme/portfolio/risk';
import { milestoneOf, yearsOf, type MilestoneState, type ProjectState } from '@daero/programme/project/state';
import type { By } from '@daero/programme/record/event';
import { measureWords, outlookWords, readingWords, riskWords } from '@daero/programme/words/indicators';
import { failureWords, standingWords } from '@daero/programme/words/project';
import { moneyView } from './money-view.ts';
import { begun, groundsView, membersView, namedBy, partyName, plain } from './naming.ts';
import { projectActs } from './project-acts.ts';
import { standsOn, type OpenedProject } from './records.ts';
import { trailOf } from './trail.ts';
import { figureWords } from './words.ts';

const kindNamed = (kind: ProjectState['agreement']['kind']) => ({ id: kind, name: kindRules[kind].name });
const stageNamed = (state: ProjectState) => {
  const { step, name } = stageOf(state);
  return { id: step, name };
};
const riskView = ({ level, flags }: Risk) => ({
  level: namedBy(level, riskWords),
  flags: flags.map((flag) => riskFlags[flag].text),
});

/** A project whole: who, where it stands, what is measured, its money to the won, its journal and its trail. */
export function projectView(opened: OpenedProject, call: CallState | null, by: By): ProjectView {
  const { state, history, events } = opened;
  const { agreement } = state;
  const asOf = standsOn([], [opened]);
  const { risk } = rowOf(opened, asOf);
  const outlooks = yearsOf(state).flatMap((year) => {
    const found = spendingOutlook(state, year, asOf);
    return found === null ? [] : [{ ...found, planned: Math.round(found.planned), forecast: Math.round(found.forecast) }]; // prettier-ignore
  });
  return {
    id: state.projectId,
    title: agreement.title,
    kind: kindNamed(agreement.kind),
    call: { id: state.callId, name: call?.terms.title ?? plain(state.callId) },
    application: state.application,
    product: agreement.product === null ? null : `${agreement.product.deviceId}@${agreement.product.version}`,
    demonstration: agreement.demonstration,
    agreedOn: state.agreedOn,
    stoppedOn: state.stoppedOn,
    completedOn: state.completedOn,
    asOf,
    version: events.length,
    stage: stageNamed(state),
    steps: stepsView(state),
    risk: riskView(risk),
    warning: {
      windowDays: warningRule.windowDays,
      shareLeast: warningRule.shareLeast,
      grounds: groundsView(warningRule),
    },
    members: [...membersView(agreement)],
    milestones: state.milestones.map((one) => milestoneView(opened, one, asOf)),
    indicators: agreement.indicators.map((one) => indicatorView(opened, one, asOf)),
    spendingOutlooks: outlooks.map(({ standing, ...rest }) => ({
      ...rest,
      standing: namedBy(standing, outlookWords),
    })),
    spendingShape: spendingShape(state, outlooks, asOf),
    ...moneyView(opened),
    trail: trailOf(history, events, {
      shown: () => true,
      names: new Map([
        ...agreement.milestones.map(({ id, name }) => [id, name] as const),
        ...agreement.indicators.map(({ id, name }) => [id, name] as const),
      ]),
    }),
    possible: projectActs(opened, by, asOf).map((one) => ({ ...one, change: { ...one.change } })),
  };
}

/** The steps of its kind of programme, each by the milestones that end it. */
function stepsView(state: ProjectState): ProjectView['steps'] {
  const now = stageOf(state).step;
  return kindRules[state.agreement.kind].steps.map(({ step, name }) => {
    const own = state.milestones.filter(({ milestone }) => milestone.step === step);
    const failed = own.some(({ standing }) => standing.is === 'failed');
    const met = own.length > 0 && own.every(({ standing }) => standing.is === 'met');
    return {
      step: { id: step, name },
      standing: failed ? 'failed' : met ? 'done' : step === now ? 'now' : 'ahead',
      milestones: own.length,
    };
  });
}

function milestoneView(
  { state, observations }: OpenedProject,
  { milestone, dueOn, moves, standing }: MilestoneState,
  asOf: IsoDate,
): ProjectView['milestones'][number] {
  const { measure } = milestone;
  const indicator = state.agreement.indicators.find(({ id }) => id === measure?.indicator);
  const step = kindRules[state.agreement.kind].steps.find((one) => one.step === milestone.step);
  const reading =
    indicator === undefined ? null : readIndicator(indicator, observations, state.declared, asOf);
  return {
    milestone: { id: milestone.id, name: milestone.name },
    step: { id: milestone.step, name: step?.name ?? plain(milestone.step) },
    ...{ dueOn, moves },
    standing: namedBy(standing.is, standingWords),
    decidedOn: standing.is === 'open' ? null : standing.on,
    proof: standing.is === 'met' ? standing.proof : null,
    ends: standing.is === 'failed' ? failureWords[standing.ends] : null,
    overdueDays: standing.is === 'open' && dueOn < asOf ? daysBetween(dueOn, asOf) : 0,
    after: milestone.after.map((id) => milestoneOf(state, id)?.milestone.name ?? plain(id)),
    measure:
      measure === null || indicator === undefined || reading === null
        ? null
        : {
            indicator: indicator.name,
            unit: indicator.unit,
            atLeast: measure.atLeast,
            value: reading.value,
            state: namedBy(reading.state, readingWords),
          },
  };
}

const latestProofs = 5;

function indicatorView(
  { state, observations }: OpenedProject,
  indicator: Indicator,
  asOf: IsoDate,
): ProjectView['indicators'][number] {
  const reading = readIndicator(indicator, observations, state.declared, asOf);
  const outlook = accrualOutlook(indicator, observations, asOf);
  const last = indicator.plan.at(-1);
  const counted = indicator.measure === null ? [] : countedBy(observations, indicator.measure, asOf);
  return {
    indicator: { id: indicator.id, name: indicator.name },
    unit: indicator.unit,
    measure: indicator.measure === null ? null : measureWords[indicator.measure],
    state: namedBy(reading.state, readingWords),
    value: reading.value,
    proofs: reading.proofs,
    sources: counted.slice(-latestProofs).map(({ proof, on }) => ({ source: proof, on })),
    declaredBeside: declaredBeside(reading, state.declared)?.value ?? null,
    planned: plannedAt(indicator, asOf),
    target: last?.value ?? 0,
    targetOn: last?.on ?? asOf,
    outlook: outlookView(outlook),
    shape: indicator.plan.length > 1 ? accrualShape(state, indicator, counted, outlook, asOf) : null,
  };
}

type Outlook = ReturnType<typeof accrualOutlook>;

function outlookView(outlook: Outlook): ProjectView['indicators'][number]['outlook'] {
  if (outlook === null) return null;
  const { planned, target, endsOn, forecast, low, high, reachedOn, standing } = outlook;
  return {
    ...{ planned, target, endsOn, forecast, low, high, reachedOn },
    standing: namedBy(standing, outlookWords),
  };
}

function accrualShape(
  state: ProjectState,
  { name, unit, measure, plan }: Indicator,
  counted: readonly Observation[],
  outlook: Outlook,
  asOf: IsoDate,
): AccrualShape | null {
  if (measure === null || counted.length === 0) return null;
  const weight = ({ count }: Observation): number => (oncePerSubject.has(measure) ? 1 : count);
  const summed = (ones: readonly Observation[]): AccrualShape['counted'] => {
    const days = new Map<IsoDate, number>();
    let sum = 0;
    for (const one of ones) days.set(one.on, (sum += weight(one)));
    return [...days].map(([on, value]) => ({ on, value }));
  };
  const sites = [...new Set(counted.flatMap(({ site }) => site ?? []))];
  return {
    shape: 'accrual',
    label: begun(name),
    ...{ unit, asOf, plan },
    counted: summed(counted),
    sites: sites.map((site) => ({
      label: partyName(state.agreement.consortium.members, site),
      points: summed(counted.filter((one) => one.site === site)),
    })),
    outlook:
      outlook === null || outlook.standing === 'reached' || outlook.endsOn <= asOf
        ? null
        : {
            windowDays: warningRule.windowDays,
            level: 0.95,
            endsOn: outlook.endsOn,
            forecast: outlook.forecast,
            low: outlook.low,
            high: outlook.high,
          },
  };
}

function spendingShape(
  { agreement }: ProjectState,
  outlooks: readonly {
    readonly year: number;
    readonly budget: number;
    readonly spent: number;
    readonly planned: number;
  }[],
  asOf: IsoDate,
): AmountsShape | null {
  if (outlooks.length === 0) return null;
  return {
    shape: 'amounts',
    label: figureWords.byYear,
    money: figureWords.grant,
    by: figureWords.year,
    asOf,
    projects: 1,
    rows: agreement.periods.map(({ year }) => {
      const found = outlooks.find((one) => one.year === year);
      const budget = agreement.lines.reduce((sum, line) => sum + (line.year === year ? line.grant : 0), 0);
      return {
        label: plain(String(year)),
        projects: 1,
        agreed: found?.budget ?? budget,
        spent: found?.spent ?? 0,
        planned: found?.planned ?? null,
      };
    }),
  };
}

/** One line of the list of projects. */
export function projectRow(opened: OpenedProject, asOf: IsoDate): ProjectRow {
  const row = rowOf(opened, asOf);
  const { state } = opened;
  const next = state.milestones
    .filter(({ standing }) => standing.is === 'open')
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  return {
    id: row.projectId,
    title: row.title,
    kind: kindNamed(row.kind),
    stage: { id: row.stage.step, name: row.stage.name },
    lead: row.lead,
    hospitals: row.hospitals,
    demonstration: row.demonstration,
    grant: row.grant,
    ownShare: row.ownShare,
    spentShare: row.spentShare,
    milestones: row.milestones,
    next:
      next === undefined || state.completedOn !== null || state.stoppedOn !== null
        ? null
        : {
            name: next.milestone.name,
            dueOn: next.dueOn,
            overdueDays: next.dueOn < asOf ? daysBetween(next.dueOn, asOf) : 0,
          },
    risk: riskView(row.risk),
  };
}
