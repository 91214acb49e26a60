import type { Method } from '@daero/domain/method';
import type { Plan, PlanAnalysis } from './plan-schema.ts';

/** An estimate that the plan promises: its name, the node that gives it, and the key in that node's output. */
export type PromisedEstimate = {
  readonly name: string;
  readonly givenBy: string; // 'analysis:<id>' or 'model'
  readonly key: string;
  readonly group: string | null;
};

/** The groups of a column of the population, or of a table, in the order of the plan: known before any data are read. */
export function groupsOf(plan: Plan, column: string, table?: string): readonly string[] {
  const definition =
    table === undefined ? plan.population.columns[column] : plan.tables[table]?.columns[column];
  if (definition === undefined) return [];
  if ('site' in definition) return plan.sites.map((site) => site.id);
  if ('population' in definition) return groupsOf(plan, definition.population);
  return 'groups' in definition ? (definition.groups ?? []) : [];
}

/**
 * Whether a method gives an estimate of this name. In `gives`, `mean-*` stands for one a modality, reader or the like,
 * which only the rows name; a column of groups adds `name-<group>`.
 */
export function givesEstimate(
  { gives }: Pick<Method, 'gives'>,
  key: string,
  groups: readonly string[],
): boolean {
  return gives.some((given) =>
    given.endsWith('*')
      ? key.startsWith(given.slice(0, -1)) && key.length >= given.length
      : key === given || groups.some((group) => key === `${given}-${group}`),
  );
}

const ofAnalysis = (plan: Plan, analysis: PlanAnalysis): PromisedEstimate[] =>
  Object.entries(analysis.names).flatMap(([key, name]) => {
    const givenBy = `analysis:${analysis.id}`;
    const groups = analysis.by === undefined ? [] : groupsOf(plan, analysis.by, analysis.table);
    return [
      { name, givenBy, key, group: null },
      ...groups.map((group) => ({ name: `${name}-${group}`, givenBy, key: `${key}-${group}`, group })),
    ];
  });

/** Every estimate that the plan promises, in the order of the plan. */
export const promisedEstimates = (plan: Plan): readonly PromisedEstimate[] => [
  ...plan.analyses.flatMap((analysis) => ofAnalysis(plan, analysis)),
  ...Object.entries(plan.model?.names ?? {}).map(([key, name]) => ({
    name,
    givenBy: 'model',
    key,
    group: null,
  })),
];
