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

/** Counts that are not of people. */
const notPeople: ReadonlySet<string> = new Set(['sites', 'draws', 'groups', 'bins']);

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
 * A small cell goes, and where only one group of a set would go, the smallest other goes with it: otherwise the
 * total minus the rest gives it back. Curves that step from person to person stay at the site.
 *
 * Takes    output: as the method gave it; smallestCell: people, 1 for open data
 * Gives    the same with fewer estimates and shapes, and the names of the estimates that were withheld
 */
export function disclose(
  output: AnalysisNodeOutput,
  smallestCell: number,
): { readonly output: AnalysisNodeOutput; readonly withheld: readonly string[] } {
  if (smallestCell <= 1) return { output, withheld: [] };
  const names = Object.keys(output.estimates);
  const small = new Set(names.filter((name) => withheldAlone(output, name, smallestCell)));
  for (const group of groupsOf(names)) hideSecond(output, group, small);
  const estimates = Object.fromEntries(Object.entries(output.estimates).filter(([name]) => !small.has(name)));
  const shapes = output.shapes.flatMap((shape) => discloseShape(shape, smallestCell, small.size > 0));
  return { output: { ...output, estimates, shapes }, withheld: [...small] };
}

const withheldAlone = (output: AnalysisNodeOutput, name: string, smallestCell: number): boolean => {
  const estimate = output.estimates[name];
  return estimate !== undefined && mustWithhold(estimate, smallestCell);
};

/** Estimates of one quantity in several groups: `auc-site-1`, `auc-site-2` beside their total `auc`. */
const groupsOf = (names: readonly string[]): readonly (readonly string[])[] =>
  names
    .map((total) => names.filter((name) => name.startsWith(`${total}-`)))
    .filter((group) => group.length > 1);

function hideSecond(output: AnalysisNodeOutput, group: readonly string[], small: Set<string>): void {
  if (group.filter((name) => small.has(name)).length !== 1) return;
  const [next] = group
    .filter((name) => !small.has(name))
    .sort((left, right) => (output.estimates[left]?.n ?? 0) - (output.estimates[right]?.n ?? 0));
  if (next !== undefined) small.add(next);
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
    case 'calibration':
      return [{ ...shape, curve: [], bins: shape.bins.filter((bin) => !smallBin(bin, smallestCell)) }];
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
