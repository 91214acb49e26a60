import { addDays, daysBetween } from '@daero/pathway/calendar/day-number';
import type { IsoDate } from '@daero/domain/time';
import type { Grounds } from '../record/event.ts';
import { countedBy, oncePerSubject, type Observation } from './observation.ts';
import type { Indicator } from './indicator.ts';

/** When a forecast is a warning. Nobody publishes such limits: these are ours, and shown with the warning. */
export type WarningRule = Grounds & {
  readonly inForceFrom: string;
  /** The pace is that of so many last days. */
  readonly windowDays: number;
  /** Below this share of the target at the end of the plan it is behind. */
  readonly shareLeast: number;
};
export const warningRule: WarningRule = {
  inForceFrom: '2026-01-01',
  windowDays: 90,
  shareLeast: 0.9,
  source: null,
  confidence: 'general-knowledge-unverified',
};

export type Outlook = {
  readonly asOf: IsoDate;
  readonly actual: number;
  readonly planned: number;
  readonly target: number;
  readonly endsOn: IsoDate;
  /** At the pace of the last days until the end of the plan, with the 95% range of that pace. */
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
  /** The day on which the target is reached at that pace; null where nothing came in the last days. */
  readonly reachedOn: IsoDate | null;
  readonly standing: 'reached' | 'on-plan' | 'behind' | 'out-of-reach';
};

/**
 * Accrual against plan. What came in over the last days is taken as Poisson; the range of its mean is
 * Byar's. Out of reach: even the upper end misses the target.
 * Null where nothing counts the indicator: a declared value has no pace.
 */
export function accrualOutlook(
  indicator: Indicator,
  observations: readonly Observation[],
  asOf: IsoDate,
  rule: WarningRule = warningRule,
): Outlook | null {
  const [first, last] = [indicator.plan[0], indicator.plan.at(-1)];
  if (indicator.measure === null || first === undefined || last === undefined || asOf < first.on) return null;
  const { measure } = indicator;
  const counted = countedBy(observations, measure, asOf);
  const weight = ({ count }: Observation): number => (oncePerSubject.has(measure) ? 1 : count);
  const sum = (ones: readonly Observation[]): number => ones.reduce((all, one) => all + weight(one), 0);
  const actual = sum(counted);
  const days = Math.max(1, Math.min(rule.windowDays, daysBetween(first.on, asOf)));
  const recent = sum(counted.filter(({ on }) => on > addDays(asOf, -days)));
  const left = Math.max(0, daysBetween(asOf, last.on));
  const { low, high } = poissonRange(recent);
  const at = (k: number): number => actual + (k / days) * left;
  const missing = last.value - actual;
  return {
    asOf,
    actual,
    planned: plannedAt(indicator, asOf),
    target: last.value,
    endsOn: last.on,
    forecast: at(recent),
    low: at(low),
    high: at(high),
    reachedOn:
      missing <= 0 ? asOf : recent === 0 ? null : addDays(asOf, Math.ceil((missing * days) / recent)),
    standing:
      missing <= 0
        ? 'reached'
        : at(high) < last.value
          ? 'out-of-reach'
          : at(recent) < rule.shareLeast * last.value
            ? 'behind'
            : 'on-plan',
  };
}

/** Byar's approximation to the exact 95% range of a Poisson mean (Breslow and Day 1987, page 69). */
export function poissonRange(k: number): { readonly low: number; readonly high: number } {
  const z = 1.959963984540054;
  const bound = (n: number, side: 1 | -1): number => {
    const root = 1 - 1 / (9 * n) + (side * z) / (3 * Math.sqrt(n));
    return n * root * root * root;
  };
  return { low: k === 0 ? 0 : Math.max(0, bound(k, -1)), high: bound(k + 1, 1) };
}

/** The plan between its points, on a straight line. */
export function plannedAt({ plan }: Indicator, on: IsoDate): number {
  const after = plan.findIndex((point) => point.on >= on);
  const [from, to] = [plan[after - 1], plan[after]];
  if (to === undefined) return plan.at(-1)?.value ?? 0;
  if (from === undefined || to.on === on) return to.on === on ? to.value : 0;
  const share = daysBetween(from.on, on) / daysBetween(from.on, to.on);
  return from.value + share * (to.value - from.value);
}
