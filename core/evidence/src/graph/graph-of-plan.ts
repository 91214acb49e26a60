import type { Json } from '@daero/domain/canonical';
import { languages, type Text } from '@daero/domain/text';
import { z } from 'zod';
import { smallestCellOf } from '../disclosure.ts';
import type { LockState } from '../lock.ts';
import type { Method } from '@daero/domain/method';
import type { CheckedPlan } from '../plan/check-plan.ts';
import { groupsOf, promisedEstimates } from '../plan/estimate-names.ts';
import type { Plan, PlanAnalysis } from '../plan/plan-schema.ts';
import { readSentence } from '../plan/sentence.ts';
import type { CodeVersion } from '../ports.ts';
import type { ChainNode, NodeKind } from './node.ts';
import { kindWords, labelWords } from './words.ts';

/** What of a source the graph needs: which file, and the hash of the content that was read from it. */
export type SourceFacts = {
  readonly name: string;
  readonly sha256: string;
  readonly origin: 'file' | 'generated' | 'log';
  readonly content: string; // the snapshot's hash
};

/** A parameter of the economic model, as the model file states it, and the estimate it is bound to. */
export type ModelParts = {
  readonly json: Json;
  readonly structure: Json; // everything but the parameters
  readonly parameters: readonly {
    readonly name: string;
    readonly label: Text;
    readonly definition: Json;
    readonly estimate: string | null;
  }[];
};

export type GraphInput = {
  readonly checked: CheckedPlan;
  readonly methods: ReadonlyMap<string, Method>;
  readonly sources: readonly SourceFacts[];
  readonly model: ModelParts | null;
  readonly lock: LockState;
  readonly codeVersion: CodeVersion;
};

/** Files whose code decides the output of a kind; a method's own file is added to its analyses. */
const filesOfKind: Partial<Readonly<Record<NodeKind, readonly string[]>>> = {
  quality: ['core/registry/src/quality/report.ts', 'adapters/duckdb/src/assess-quality.ts'],
  device: ['core/evidence/src/kinds/run-device.ts'],
  population: ['core/evidence/src/kinds/run-population.ts'],
  analysis: ['core/evidence/src/kinds/run-analysis.ts'],
  estimate: ['core/evidence/src/disclosure.ts'],
  model: ['core/evidence/src/kinds/run-model.ts'],
  claim: ['core/evidence/src/kinds/run-claim.ts'],
  figure: [
    'core/evidence/src/kinds/shown-shapes.ts',
    'core/figures/src/figure-of.ts',
    'adapters/plot/src/render-svg.ts',
  ],
  document: ['core/dossier/src/dossier-html.ts', 'apps/server/src/project/document.ts'],
};

/** The version of the code that makes a node: of its kind, and of the method that its recipe names. */
export function codeOf(
  node: { readonly kind: NodeKind; readonly recipe: Json },
  methods: ReadonlyMap<string, Method>,
  codeVersion: CodeVersion,
): readonly string[] {
  const { recipe } = node;
  const named =
    typeof recipe === 'object' && recipe !== null && 'method' in recipe
      ? methods.get(String(recipe.method))
      : undefined;
  const files = [...(filesOfKind[node.kind] ?? []), ...(named === undefined ? [] : [`core/${named.file}`])];
  return files.map(codeVersion);
}

/** The nodes of a plan, before any of them has run. */
export function graphOfPlan(input: GraphInput): readonly ChainNode[] {
  const data = dataNodes(input);
  const analyses = input.checked.plan.analyses.map((analysis) => analysisNode(input, analysis));
  const estimates = estimateNodes(input);
  const model = modelNodes(input);
  const claims = claimNodes(input);
  const figures = figureNodes([...data, ...analyses, ...model]);
  const inner = [...data, ...analyses, ...estimates, ...model, ...claims, ...figures].map((node) =>
    withCode(node, input),
  );
  return [...inner, ...documentNodes(inner, input).map((node) => withCode(node, input))];
}

/** The code that makes a node is part of its recipe: other code, other hash. */
function withCode(node: ChainNode, { methods, codeVersion }: GraphInput): ChainNode {
  const code = codeOf(node, methods, codeVersion);
  return code.length === 0
    ? node
    : { ...node, recipe: json({ ...z.record(z.string(), z.unknown()).parse(node.recipe), code }) };
}

/** Plain JSON of a value that may hold undefined fields. */
const json = (value: unknown): Json => z.json().parse(JSON.parse(JSON.stringify(value ?? null)));

const strictest = (plan: Plan): number =>
  Math.max(...Object.values(plan.sources).map((source) => smallestCellOf(source.disclosure)));

function dataNodes({ checked: { plan }, sources }: GraphInput): ChainNode[] {
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
  return [...bySource, quality, ...populationNodes(plan)];
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

/** The words of a plan's groups and sites, by id. */
export const groupLabels = (plan: Plan): Readonly<Record<string, Text>> => ({
  ...plan.population.groups,
  ...Object.fromEntries(plan.sites.map((site) => [site.id, site.name])),
});

/** The groups an analysis runs in, or combines. */
export function groupsOfAnalysis(plan: Plan, analysis: PlanAnalysis): readonly string[] {
  const by = analysis.of
    ? plan.analyses.find((other) => other.id === analysis.of?.analysis)?.by
    : analysis.by;
  return by === undefined ? [] : groupsOf(plan, by);
}

function analysisNode({ checked, methods }: GraphInput, analysis: PlanAnalysis): ChainNode {
  const { plan, settings } = checked;
  const method = methods.get(analysis.method);
  if (method === undefined) throw new Error(`an unchecked plan: no method ${analysis.method}`);
  const groups = groupsOfAnalysis(plan, analysis);
  const labels = groupLabels(plan);
  const shown = Object.values(analysis.columns)
    .flatMap((column) => groupsOf(plan, column))
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
      unit: plan.population.unit,
    }),
    inputs: [analysis.of ? `analysis:${analysis.of.analysis}` : 'population:study'],
    origins: [],
    smallestCell: strictest(plan),
  };
}

/** Only what something uses, or the plan names: a node for each promised estimate. */
function estimateNodes({ checked: { plan } }: GraphInput): ChainNode[] {
  const smallestCell = strictest(plan);
  const titles = new Map(plan.analyses.map((analysis) => [`analysis:${analysis.id}`, analysis.title]));
  return promisedEstimates(plan).map(({ name, givenBy, key, group }) => ({
    id: `estimate:${name}`,
    kind: 'estimate',
    label: labelWords.estimate(
      name,
      titles.get(givenBy) ?? kindWords.model,
      group === null ? undefined : groupLabels(plan)[group],
    ),
    recipe: json({ kind: 'estimate', key, smallestCell }),
    inputs: [givenBy],
    origins: [],
    smallestCell,
  }));
}

function modelNodes({ checked: { plan }, model }: GraphInput): ChainNode[] {
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

function claimNodes({ checked: { plan, settings } }: GraphInput): ChainNode[] {
  const smallestCell = strictest(plan);
  const claims = plan.claims.map((claim): ChainNode => {
    const parts = [...readSentence(claim.ko), ...readSentence(claim.en)];
    const estimates = [
      ...new Set(parts.flatMap((part) => (part.part === 'estimate' ? [part.estimate] : []))),
    ];
    const thresholds = parts.flatMap((part) => {
      if (part.part !== 'setting') return [];
      const of: unknown = settings.get(part.analysis);
      const value: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, part.setting) : null;
      return [[`${part.analysis}.${part.setting}`, value] as const];
    });
    return {
      id: `claim:${claim.id}`,
      kind: 'claim',
      label: labelWords.claim(claim.id),
      recipe: json({
        kind: 'claim',
        ko: claim.ko,
        en: claim.en,
        estimates,
        settings: Object.fromEntries(thresholds),
      }),
      inputs: estimates.map((name) => `estimate:${name}`),
      origins: [],
      smallestCell,
    };
  });
  const requirements = plan.requirements.map((requirement): ChainNode => ({
    id: `requirement:${requirement.id}`,
    kind: 'requirement',
    label: requirement.text,
    recipe: json({ kind: 'requirement', ...requirement, claims: servedBy(plan, requirement.id) }),
    inputs: servedBy(plan, requirement.id).map((id) => `claim:${id}`),
    origins: [],
    smallestCell,
  }));
  return [...claims, ...requirements];
}

const servedBy = (plan: Plan, requirement: string): readonly string[] =>
  plan.claims.filter((claim) => claim.serves.includes(requirement)).map((claim) => claim.id);

const drawn: ReadonlySet<NodeKind> = new Set(['population', 'analysis', 'model']);

function figureNodes(nodes: readonly ChainNode[]): ChainNode[] {
  return nodes
    .filter((node) => drawn.has(node.kind))
    .flatMap((node) =>
      languages.map((language): ChainNode => ({
        id: `figure:${node.id}:${language}`,
        kind: 'figure',
        label: labelWords.figure(node.label, language),
        recipe: json({ kind: 'figure', language, smallestCell: node.smallestCell }),
        inputs: [node.id],
        origins: [],
        smallestCell: node.smallestCell,
      })),
    );
}

/** A document rests on everything it shows, and says how its plan stands to the lock. */
function documentNodes(
  inner: readonly ChainNode[],
  { checked: { plan, settings }, lock, model }: GraphInput,
): ChainNode[] {
  const shown = inner.filter((node) => node.kind !== 'device');
  const chain = inner.map(({ id, kind, label, inputs, origins, recipe }) => ({
    ...{ id, kind, label, inputs: [...inputs, ...origins] },
    code: typeof recipe === 'object' && recipe !== null && 'code' in recipe ? recipe.code : [],
  }));
  return languages.map((language): ChainNode => ({
    id: `document:${language}`,
    kind: 'document',
    label: labelWords.document(language),
    recipe: json({
      // The plan as text, because the document keeps its order and canonical JSON does not.
      plan: JSON.stringify(plan),
      ...{ kind: 'document', language, settings: Object.fromEntries(settings), lock, chain },
      model: model?.structure ?? null,
    }),
    inputs: shown.map((node) => node.id),
    origins: [],
    smallestCell: strictest(plan),
  }));
}
