import { smallestCellOf } from '../disclosure.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { GraphInput } from './graph-of-plan.ts';
import type { ChainNode } from './node.ts';
import { json, strictest } from './recipe.ts';
import { kindWords, labelWords } from './words.ts';

/** From the files to the population: sources, snapshots, their quality, the device's run. */
export function dataNodes({ checked: { plan }, sources }: GraphInput): ChainNode[] {
  const bySource = sources.flatMap((facts): ChainNode[] => {
    const source = plan.sources[facts.name];
    if (source === undefined) return [];
    const shared = { label: source.title, smallestCell: smallestCellOf(source.disclosure) };
    const { name, sha256, origin, content } = facts;
    return [
      {
        ...shared,
        id: `source:${name}`,
        kind: 'source',
        recipe: json({ kind: 'source', name, sha256, origin }),
        inputs: [],
        origins: [],
      },
      {
        ...shared,
        id: `snapshot:${name}`,
        kind: 'snapshot',
        recipe: json({ kind: 'snapshot', content }),
        inputs: [],
        origins: [`source:${name}`],
      },
    ];
  });
  const quality: ChainNode = {
    id: 'quality:sources',
    kind: 'quality',
    label: kindWords.quality,
    recipe: json({ kind: 'quality', plan: plan.quality, sources: Object.keys(plan.sources) }),
    // The report names rows by their place in the file, so it belongs to the file as well as to what the file says.
    inputs: ['snapshot', 'source'].flatMap((kind) =>
      Object.keys(plan.sources).map((name) => `${kind}:${name}`),
    ),
    origins: [],
    smallestCell: strictest(plan),
  };
  return [...bySource, quality, ...populationNodes(plan), ...tableNodes(plan)];
}

function populationNodes(plan: Plan): ChainNode[] {
  const { population, sites } = plan;
  const smallestCell = strictest(plan);
  const names = Object.keys(plan.sources);
  const { device } = population;
  const deviceNodes: ChainNode[] =
    device === undefined
      ? []
      : [
          {
            id: 'device:scores',
            kind: 'device',
            label: labelWords.device(plan.product.name),
            recipe: json({
              kind: 'device',
              device: plan.product.device,
              version: plan.product.version,
              settings: device.settings,
            }),
            inputs: [`snapshot:${device.from}`],
            origins: ['quality:sources'],
            smallestCell,
          },
        ];
  const recipe = json({
    kind: 'population',
    ...population,
    // A list, because canonical JSON sorts names and a column may use only those above it.
    columns: Object.entries(population.columns).map(([name, definition]) => ({ name, definition })),
    device: device !== undefined,
    sites: sites.map((site) => ({ id: site.id, code: site.code })),
    sources: names,
  });
  const inputs = [
    ...names.map((name) => `snapshot:${name}`),
    ...(device === undefined ? [] : ['device:scores']),
  ];
  return [
    ...deviceNodes,
    {
      id: 'population:study',
      kind: 'population',
      label: population.title,
      recipe,
      inputs,
      origins: ['quality:sources'], // no population stands on data that failed, but its numbers do not depend on the report
      smallestCell,
    },
  ];
}

/** Rows of which a subject of the population may have several. */
function tableNodes(plan: Plan): ChainNode[] {
  return Object.entries(plan.tables).map(([name, rows]) => ({
    id: `table:${name}`,
    kind: 'population',
    label: rows.title,
    recipe: json({
      kind: 'table',
      ...rows,
      columns: Object.entries(rows.columns).map(([column, definition]) => ({ name: column, definition })),
    }),
    inputs: ['population:study', `snapshot:${rows.from}`],
    origins: ['quality:sources'],
    smallestCell: strictest(plan),
  }));
}
