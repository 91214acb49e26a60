import type { Estimate } from '@daero/domain/estimate';
import type { DecisionCurveShape, ForestShape, ReadersShape, Shape, SrocShape } from '@daero/domain/shape';
import { unreachable } from '@daero/domain/unreachable';
import type { AnalysisNodeOutput, PopulationOutput } from './kinds/outputs.ts';
import type { Disclosure } from './plan/plan-schema.ts';

/** No cell of fewer people may be shown: 1 for open data, where every row may be. */
export const smallestCellOf = (disclosure: Disclosure): number =>
  disclosure === 'open' ? 1 : disclosure.smallestCell;

/** A count that names too few people. Nobody (0) names nobody, but the rest of a total of few does: see `parts`. */
const tooSmall = (count: number, smallestCell: number): boolean => count > 0 && count < smallestCell;

/** Counts that are not of people who are cared for. */
const notPeople: ReadonlySet<string> = new Set([
  'sites',
  'centres',
  'studies',
  'draws',
  'groups',
  'bins',
  'readers',
  'raters',
  'ratings',
  'lesions',
]);

/** Whether any count behind an estimate, or the remainder of one, is too small to show. */
export function mustWithhold(estimate: Estimate, smallestCell: number): boolean {
  const { events, trials } = estimate.parts;
  const remainder = events !== undefined && trials !== undefined ? [trials - events] : [];
  const people = Object.entries(estimate.parts).flatMap(([name, count]) =>
    notPeople.has(name) ? [] : [count],
  );
  return [estimate.n, ...people, ...remainder].some((count) => tooSmall(count, smallestCell));
}

/**
 * The part of an analysis that may leave the site.
 *
 * What is said of the same people goes or stays together: the cells of one table give each other back. Of the groups of a
 * total as many go as it takes that the total less those shown is no small cell either: the group that failed to give an
 * estimate counts as gone. Curves that step from person to person stay at the site.
 *
 * Takes    output: as the method gave it; smallestCell: people, 1 for open data
 * Gives    the same with fewer estimates and shapes, and the names of the estimates that were withheld
 */
export function disclose(
  output: AnalysisNodeOutput,
  smallestCell: number,
): { readonly output: AnalysisNodeOutput; readonly withheld: readonly string[] } {
  if (smallestCell <= 1) return { output, withheld: [] };
  const { combines, ...rest } = output;
  const withheld = withheldOf(output.estimates, smallestCell);
  const belowToo = combines === undefined ? [] : withheldOf(combines, smallestCell);
  const estimates = Object.fromEntries(
    Object.entries(output.estimates).filter(([name]) => !withheld.includes(name)),
  );
  const shapes = output.shapes.flatMap((shape) =>
    discloseShape(shape, smallestCell, withheld.length + belowToo.length > 0),
  );
  return { output: { ...rest, estimates, shapes }, withheld };
}

type Estimates = AnalysisNodeOutput['estimates'];

/** Everything said of one group of people, or ('') of all of them. */
type Family = { readonly group: string; readonly names: readonly string[] };

function withheldOf(estimates: Estimates, smallestCell: number): readonly string[] {
  const families = familiesOf(Object.keys(estimates));
  const isSmall = ({ names }: Family): boolean =>
    names.some((name) => {
      const estimate = estimates[name];
      return estimate !== undefined && mustWithhold(estimate, smallestCell);
    });
  const gone = new Set(families.filter(isSmall));
  const all = families.find(({ group }) => group === '');
  if (all !== undefined && !gone.has(all)) {
    const bySize = families
      .filter((family) => family !== all && !gone.has(family))
      .sort((left, right) => sizeOf(left, estimates) - sizeOf(right, estimates));
    const shown = new Set(bySize);
    for (const next of bySize) {
      if (all.names.every((total) => restIsSafe(total, [...shown], estimates, smallestCell))) break;
      shown.delete(next);
      gone.add(next);
    }
  }
  return [...gone].flatMap(({ names }) => names);
}

/** `auc-site-1` is of the group `site-1` where there is a total `auc`. */
function familiesOf(names: readonly string[]): readonly Family[] {
  const families = new Map<string, string[]>();
  for (const name of names) {
    const total = names.find((other) => name.startsWith(`${other}-`));
    const group = total === undefined ? '' : name.slice(total.length + 1);
    families.set(group, [...(families.get(group) ?? []), name]);
  }
  return [...families].map(([group, members]) => ({ group, names: members }));
}

const sizeOf = ({ names }: Family, estimates: Estimates): number => estimates[names[0] ?? '']?.n ?? 0;

/** Whether what is left of a total, when the groups shown are taken away, names nobody or enough. */
function restIsSafe(
  total: string,
  shown: readonly Family[],
  estimates: Estimates,
  smallestCell: number,
): boolean {
  const whole = estimates[total];
  const groups = shown.flatMap(({ group }) => estimates[`${total}-${group}`] ?? []);
  if (whole === undefined || groups.length === 0) return true;
  const parts = Object.entries(whole.parts).map(([name, count]): [string, number] => [
    name,
    count - groups.reduce((sum, group) => sum + (group.parts[name] ?? 0), 0),
  ]);
  const n = whole.n - groups.reduce((sum, group) => sum + group.n, 0);
  return !mustWithhold({ ...whole, n, parts: Object.fromEntries(parts) }, smallestCell);
}

/** A shape as it may be shown: whole, without its small rows, or not at all. */
export function discloseShape(shape: Shape, smallestCell: number, groupsWithheld = false): readonly Shape[] {
  if (smallestCell <= 1) return [shape];
  const small = (count: number): boolean => tooSmall(count, smallestCell);
  switch (shape.shape) {
    case 'roc': // each step is a person
    case 'survival':
    case 'froc': // each step is a mark on somebody's image
      return [];
    case 'forest':
      return groupsWithheld || countsOfForest(shape).some(small) ? [] : [shape];
    case 'readers':
      return countsOfReaders(shape).some(small) ? [] : [withoutNames(shape)];
    case 'decision-curve':
      return [shape.n, shape.events, shape.n - shape.events].some(small)
        ? []
        : [rounded(shape, smallestCell / shape.n)];
    case 'bland-altman': // each point is a person; bias and limits are of all of them
      return small(shape.n) ? [] : [{ ...shape, points: [] }];
    case 'sroc':
      return groupsWithheld || shape.studies.some((study) => cellsOfStudy(study).some(small)) ? [] : [shape];
    case 'calibration': {
      if (small(shape.n) || small(shape.events) || small(shape.n - shape.events)) return [];
      // All bins or none: they add up to the total, which would give a single one back.
      const bins = shape.bins.some((bin) => smallBin(bin, smallestCell)) ? [] : shape.bins;
      return [{ ...shape, curve: [], band: null, bins }];
    }
    case 'flow':
      return shape.stages.some((stage) => small(stage.n) || stage.left.some((left) => small(left.n)))
        ? []
        : [shape];
    case 'completeness':
      return [
        { ...shape, rows: shape.rows.filter((row) => !small(row.present) && !small(row.of - row.present)) },
      ];
    case 'cost-effectiveness-plane':
    case 'acceptability':
    case 'tornado':
    case 'cohort-trace':
    case 'value-of-information':
    case 'budget-impact':
    case 'cash-flow':
    case 'model-structure':
    case 'two-way':
    case 'research-value':
    case 'size-curve':
    case 'case-forecast':
    case 'amounts':
      return [shape]; // draws of a model, plans of a study, days of a case, public money: not people
    case 'accrual': // each step of a curve may be one person
      return [];
    default:
      return unreachable(shape);
  }
}

/** Who is in a row, and who is not where the row is all but one site. */
const countsOfForest = ({ rows }: ForestShape): readonly number[] => {
  const whole = Math.max(0, ...rows.map(({ n }) => n));
  return rows.flatMap(({ n, role }) => (role === 'left-out' ? [n, whole - n] : [n]));
};

/** A reader's share of cases gives back how many they were, and how many not. */
function countsOfReaders({ n, parts, readers }: ReadersShape): readonly number[] {
  const { trials, ...rest } = parts;
  const people = Object.entries(rest).flatMap(([name, count]) => (notPeople.has(name) ? [] : [count]));
  if (trials === undefined) return [n, ...people];
  const shares = readers.flatMap(({ values }) => values.filter((value) => value !== null));
  return [n, ...people, trials, ...shares.flatMap((share) => splitBy(share, trials))];
}

/** What a reader reached is theirs: outside the site they have numbers. */
const withoutNames = (shape: ReadersShape): ReadersShape => ({
  ...shape,
  readers: shape.readers.map(({ values }, at) => ({
    label: { ko: `판독자 ${at + 1}`, en: `Reader ${at + 1}` },
    values,
  })),
});

const cellsOfStudy = (study: SrocShape['studies'][number]): readonly number[] => [
  study.diseased,
  study.healthy,
  ...splitBy(study.sensitivity, study.diseased),
  ...splitBy(study.falsePositive, study.healthy),
];

const splitBy = (share: number, of: number): readonly number[] => {
  const counted = Math.round(share * of);
  return [counted, of - counted];
};

/**
 * Net benefits in steps no finer than the smallest cell: from exact ones the true and false positives of each threshold
 * could be counted, and with them the few that a low threshold misses.
 */
function rounded(shape: DecisionCurveShape, step: number): DecisionCurveShape {
  const inStep = (value: number): number => Math.round(value / step) * step;
  const inSteps = (values: readonly number[]): readonly number[] => values.map(inStep);
  return {
    ...shape,
    roundedTo: step,
    curves: shape.curves.map((curve) =>
      curve.role === 'score'
        ? {
            ...curve,
            netBenefit: inSteps(curve.netBenefit),
            low: curve.low === null ? null : inSteps(curve.low),
            high: curve.high === null ? null : inSteps(curve.high),
            gain:
              curve.gain === null
                ? null
                : curve.gain.map(({ value, low, high }) => ({
                    value: inStep(value),
                    low: low === null ? null : inStep(low),
                    high: high === null ? null : inStep(high),
                  })),
          }
        : curve,
    ),
  };
}

const smallBin = (bin: { readonly n: number; readonly value: number }, smallestCell: number): boolean => {
  return [bin.n, ...splitBy(bin.value, bin.n)].some((count) => tooSmall(count, smallestCell));
};

/** What of a population may leave: its flow and completeness, never its rows. */
export const disclosePopulation = (
  output: PopulationOutput,
  smallestCell: number,
): { readonly flow: Shape | null; readonly completeness: Shape | null } => ({
  flow: discloseShape(output.flow, smallestCell)[0] ?? null,
  completeness:
    output.completeness === null ? null : (discloseShape(output.completeness, smallestCell)[0] ?? null),
});
