import type { Estimate, Warning } from '@daero/domain/estimate';
import { method } from '@daero/domain/method';
import { all, fail, succeed, type Fault, type Result } from '@daero/domain/result';
import type { SurvivalShape } from '@daero/domain/shape';
import type { Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { completeBinary, completeLabels, completeNumbers, hasColumn } from '../columns.ts';
import { levelSetting, textSetting } from '../settings.ts';
import { kaplanMeier, survivalAt, type SurvivalCurve } from './kaplan-meier.ts';
import { logRank, type LogRank } from './log-rank.ts';
import { survivalInterval, survivalIntervals, type SurvivalIntervalForm } from './survival-interval.ts';

const title: Text = {
  ko: '사건이 없는 비율(Kaplan-Meier)',
  en: 'Free of the event over time (Kaplan-Meier)',
};

const forms: Readonly<Record<SurvivalIntervalForm, Text>> = {
  'log-log': { ko: 'Kaplan-Meier, 로그-로그 신뢰구간', en: 'Kaplan-Meier, log-log interval' },
  log: { ko: 'Kaplan-Meier, 로그 신뢰구간', en: 'Kaplan-Meier, log interval' },
  plain: { ko: 'Kaplan-Meier, 정규 신뢰구간', en: 'Kaplan-Meier, plain interval' },
};
const source = 'Kaplan and Meier (1958), J Am Stat Assoc 53, 457-481; Greenwood (1926)';
const logRankName: Text = { ko: '로그 순위 검정', en: 'Log-rank test' };
const logRankSource = 'Mantel (1966), Cancer Chemotherapy Reports 50, 163-170';

const settings = z.strictObject({
  /** Days at which survival is reported; the last is the one the estimates are named after. */
  at: z.array(z.number().positive()).min(1),
  level: levelSetting,
  interval: z.enum(survivalIntervals).default('log-log'),
  groupOrder: z.array(z.string()).optional(),
  groupLabels: z.record(z.string(), textSetting).default({}),
  eventLabel: textSetting,
  censoringNote: textSetting,
  /** Ticks of the table below the plot; 0 and `at` where it is left out. */
  tableTimes: z.array(z.number().nonnegative()).optional(),
});
type Settings = z.output<typeof settings>;

/**
 * Who is still free of the event, by group, and whether the groups differ. Gives `survival` for everyone, and with a group
 * column `survival-<group>` and `log-rank-p`; each also `-day-<t>` for the days in `at`.
 */
export const kaplanMeierMethod = method({
  name: 'kaplan-meier',
  title,
  settings,
  takes: [
    { role: 'time', kind: 'number' },
    { role: 'event', kind: 'binary' },
    { role: 'group', kind: 'label', optional: true },
  ],
  gives: ['survival', 'log-rank-p'],
  byGroup: false,
  file: 'statistics/src/survival/kaplan-meier-method.ts',
  run: (roles, asked) => {
    const time = completeNumbers(roles, 'time');
    if (!time.ok) return time;
    const event = completeBinary(roles, 'event');
    if (!event.ok) return event;
    const follow = { time: time.value, event: event.value };
    const whole = kaplanMeier(follow);
    if (!whole.ok) return whole;
    const grouping = groupsOf(roles, asked);
    if (!grouping.ok) return grouping;

    const everyone: Group = { name: '', label: { ko: '전체', en: 'All' }, curve: whole.value };
    const groups: readonly Group[] = grouping.value === null ? [everyone] : curvesOf(follow, grouping.value);
    const test =
      grouping.value === null
        ? null
        : logRank({ ...follow, group: grouping.value.codes, groups: grouping.value.names.length });
    if (test !== null && !test.ok) return test;

    const estimates: Record<string, Estimate> = {};
    for (const group of grouping.value === null ? groups : [everyone, ...groups]) {
      Object.assign(estimates, estimatesOf(group, asked));
    }
    if (test !== null) estimates['log-rank-p'] = logRankEstimate(test.value, asked.level);
    return succeed({ estimates, shapes: [shapeOf(groups, test?.value ?? null, asked)], warnings: [] });
  },
});

type Group = { readonly name: string; readonly label: Text; readonly curve: SurvivalCurve };
type Grouping = {
  readonly names: readonly string[];
  readonly labels: readonly Text[];
  readonly codes: Float64Array;
};

/** The groups in the order asked for, and the number of each row's group; null without a group column. */
function groupsOf(roles: Table, { groupOrder, groupLabels }: Settings): Result<Grouping | null, Fault> {
  if (!hasColumn(roles, 'group')) return succeed(null);
  const labels = completeLabels(roles, 'group');
  if (!labels.ok) return labels;
  const present = new Set(labels.value);
  const order = groupOrder ?? [...present].sort();
  const row = labels.value.findIndex((label) => !order.includes(label));
  if (row >= 0)
    return fail({ kind: 'group-unknown', row: row + 1, group: labels.value[row] ?? '', known: order });
  const names = order.filter((name) => present.has(name));
  return succeed({
    names,
    labels: names.map((name) => groupLabels[name] ?? { ko: name, en: name }),
    codes: Float64Array.from(labels.value, (label) => names.indexOf(label)),
  });
}

function curvesOf(
  follow: { readonly time: Float64Array; readonly event: Float64Array },
  groups: Grouping,
): readonly Group[] {
  const curves = all(
    groups.names.map((_name, g) =>
      kaplanMeier({
        time: follow.time.filter((_value, row) => groups.codes[row] === g),
        event: follow.event.filter((_value, row) => groups.codes[row] === g),
      }),
    ),
  );
  if (!curves.ok) throw new Error(`the rows were checked before: ${curves.fault.kind}`);
  return curves.value.map((curve, g) => {
    const name = groups.names[g] ?? '';
    return { name, label: groups.labels[g] ?? { ko: name, en: name }, curve };
  });
}

function estimatesOf(
  { name, curve }: Group,
  { at, interval, level }: Settings,
): Readonly<Record<string, Estimate>> {
  const stem = name === '' ? 'survival' : `survival-${name}`;
  const estimate = (day: number): Estimate => {
    const here = survivalAt(curve, day);
    const limits = survivalInterval(here, { form: interval, level });
    const warnings: Warning[] = [];
    if (limits === null) warnings.push({ kind: 'no-interval', facts: {} });
    else if (here.events === 0)
      warnings.push({ kind: 'interval-without-width', facts: { events: 0, trials: curve.n } });
    if (day > (curve.time.at(-1) ?? 0))
      warnings.push({ kind: 'beyond-follow-up', facts: { day, last: curve.time.at(-1) ?? 0 } });
    return {
      value: here.survival,
      low: limits?.low ?? null,
      high: limits?.high ?? null,
      standardError: limits === null ? null : here.survival * Math.sqrt(here.greenwood),
      level,
      unit: 'probability',
      n: curve.n,
      parts: { events: here.events, atRisk: here.atRisk, censored: here.censored },
      method: forms[interval],
      source,
      warnings,
    };
  };
  const days = at.map((day) => [`${stem}-day-${day}`, estimate(day)] as const);
  return Object.fromEntries([...days, [stem, estimate(at.at(-1) ?? NaN)] as const]);
}

function logRankEstimate({ p, n, observed }: LogRank, level: number): Estimate {
  const events = observed.flat().reduce((total, count) => total + count, 0);
  return {
    value: p,
    low: null,
    high: null,
    standardError: null,
    level,
    unit: 'probability',
    n: n.reduce((total, count) => total + count, 0),
    parts: { events },
    method: logRankName,
    source: logRankSource,
    warnings: [{ kind: 'no-interval', facts: {} }],
  };
}

function shapeOf(groups: readonly Group[], test: LogRank | null, asked: Settings): SurvivalShape {
  const ticks = asked.tableTimes ?? [0, ...asked.at];
  return {
    shape: 'survival',
    label: title,
    event: asked.eventLabel,
    timeUnit: 'days',
    level: asked.level,
    groups: groups.map(({ label, curve }) => ({
      label,
      n: curve.n,
      censoredAt: [...curve.time].filter((_time, row) => (curve.censored[row] ?? 0) > 0),
      steps: stepsOf(curve, asked),
      table: ticks.map((time) => {
        const { atRisk, events, censored } = survivalAt(curve, time);
        return { time, atRisk, events, censored };
      }),
    })),
    logRank: test === null ? null : { chi2: test.chi2, df: test.df, p: test.p },
    censoring: asked.censoringNote,
  };
}

/** A step at 0, at each event, and at the end of follow-up. Where nobody is left the last limits are kept, from 0 up. */
function stepsOf(
  curve: SurvivalCurve,
  { interval, level }: Settings,
): SurvivalShape['groups'][number]['steps'] {
  const steps = [{ time: 0, survival: 1, low: 1, high: 1 }];
  const last = curve.time.length - 1;
  curve.time.forEach((time, row) => {
    if (curve.events[row] === 0 && row < last) return;
    const survival = curve.survival[row] ?? NaN;
    const limits = survivalInterval(
      { survival, greenwood: curve.greenwood[row] ?? NaN },
      { form: interval, level },
    );
    const { low, high } = limits ?? { low: 0, high: steps.at(-1)?.high ?? 1 };
    steps.push({ time, survival, low, high });
  });
  return steps;
}
