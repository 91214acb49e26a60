import type { Text } from '@daero/domain/text';
import { estimateWord } from '@daero/domain/words/estimates';
import { groupsOf, promisedEstimates } from '../plan/estimate-names.ts';
import type { Plan, PlanAnalysis } from '../plan/plan-schema.ts';
import type { GraphInput } from './graph-of-plan.ts';
import type { ChainNode } from './node.ts';
import { json, strictest } from './recipe.ts';
import { kindWords, labelWords } from './words.ts';

/** The words of a plan's groups and sites, by id. */
export const groupLabels = (plan: Plan): Readonly<Record<string, Text>> => ({
  ...plan.population.groups,
  ...Object.fromEntries(plan.sites.map((site) => [site.id, site.name])),
});

/** The node that holds the rows of an analysis: the population, or a table of the plan. */
const tableNode = (table: string | undefined): string =>
  table === undefined ? 'population:study' : `table:${table}`;

/** The groups an analysis runs in, or combines. */
export function groupsOfAnalysis(plan: Plan, analysis: PlanAnalysis): readonly string[] {
  const grouped = analysis.of ? plan.analyses.find((other) => other.id === analysis.of?.analysis) : analysis;
  return grouped?.by === undefined ? [] : groupsOf(plan, grouped.by, grouped.table);
}

export function analysisNode({ checked, methods }: GraphInput, analysis: PlanAnalysis): ChainNode {
  const { plan, settings } = checked;
  const method = methods.get(analysis.method);
  if (method === undefined) throw new Error(`an unchecked plan: no method ${analysis.method}`);
  const groups = groupsOfAnalysis(plan, analysis);
  const labels = groupLabels(plan);
  const shown = Object.values(analysis.columns)
    .flatMap((column) => groupsOf(plan, column, analysis.table))
    .concat(groups);
  return {
    id: `analysis:${analysis.id}`,
    kind: 'analysis',
    label: analysis.title,
    recipe: json({
      kind: 'analysis',
      method: method.name,
      analysis: {
        id: analysis.id,
        columns: analysis.columns,
        by: analysis.by,
        exclude: analysis.exclude,
        of: analysis.of,
      },
      settings: settings.get(analysis.id),
      groups,
      labels: Object.fromEntries(shown.flatMap((group) => (labels[group] ? [[group, labels[group]]] : []))),
      unit: analysis.table === undefined ? plan.population.unit : plan.tables[analysis.table]?.unit,
    }),
    inputs: [analysis.of ? `analysis:${analysis.of.analysis}` : tableNode(analysis.table)],
    origins: [],
    smallestCell: strictest(plan),
  };
}

/** A node for each estimate that the plan promises, under the name that claims and models use. */
export function estimateNodes({ checked: { plan } }: GraphInput): ChainNode[] {
  const smallestCell = strictest(plan);
  const titles = new Map(plan.analyses.map((analysis) => [`analysis:${analysis.id}`, analysis.title]));
  const labels = groupLabels(plan);
  return promisedEstimates(plan).map(({ name, givenBy, key }) => {
    const { word, of } = estimateWord(key, Object.keys(labels));
    return {
      id: `estimate:${name}`,
      kind: 'estimate',
      label: labelWords.estimate(
        titles.get(givenBy) ?? kindWords.model,
        word,
        of.map((group) => labels[group] ?? { ko: group, en: group }),
      ),
      recipe: json({ kind: 'estimate', key, smallestCell }),
      inputs: [givenBy],
      origins: [],
      smallestCell,
    };
  });
}

/** Every parameter of the economic model, and the model on them. */
export function modelNodes({ checked: { plan }, model }: GraphInput): ChainNode[] {
  if (model === null) return [];
  const smallestCell = strictest(plan);
  const parameters = model.parameters.map(({ name, label, definition, estimate }): ChainNode => ({
    id: `parameter:${name}`,
    kind: 'parameter',
    label,
    recipe: json({ kind: 'parameter', name, definition }),
    inputs: estimate === null ? [] : [`estimate:${estimate}`],
    origins: [],
    smallestCell,
  }));
  return [
    ...parameters,
    {
      id: 'model',
      kind: 'model',
      label: kindWords.model,
      recipe: json({ kind: 'model', structure: model.structure }),
      inputs: parameters.map((parameter) => parameter.id),
      origins: [],
      smallestCell,
    },
  ];
}
