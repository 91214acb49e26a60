import type { Estimate } from '@daero/domain/estimate';
import type { Shape } from '@daero/domain/shape';
import { unreachable } from '@daero/domain/unreachable';
import type { AnalysisNodeOutput, PopulationOutput } from './kinds/outputs.ts';
import type { Disclosure } from './plan/plan-schema.ts';

/** No cell of fewer people may be shown: 1 for open data, where every row may be. */
export const smallestCellOf = (disclosure: Disclosure): number =>
  disclosure === 'open' ? 1 : disclosure.smallestCell;

/** A count that names too few people. Nobody (0) names nobody, but the rest of a total of few does: see `parts`. */
const tooSmall = (count: number, smallestCell: number): boolean => count > 0 && count < smallestCell;

/** Counts that are not of people who are cared for. */
const notPeople: ReadonlySet<string> = new Set(['sites', 'draws', 'groups', 'bins', 'readers', 'lesions']);

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
      return [];
    case 'forest':
      return groupsWithheld || shape.rows.some((row) => small(row.n)) ? [] : [shape];
    case 'calibration': {
      if (small(shape.n) || small(shape.events) || small(shape.n - shape.events)) return [];
      // All bins or none: they add up to the total, which would give a single one back.
      const bins = shape.bins.some((bin) => smallBin(bin, smallestCell)) ? [] : shape.bins;
      return [{ ...shape, curve: [], bins }];
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
      return [shape]; // draws of a model, not people
    default:
      return unreachable(shape);
  }
}

const smallBin = (bin: { readonly n: number; readonly value: number }, smallestCell: number): boolean => {
  const events = Math.round(bin.n * bin.value);
  return [bin.n, events, bin.n - events].some((count) => tooSmall(count, smallestCell));
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
