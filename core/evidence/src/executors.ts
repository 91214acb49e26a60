import { textField } from '@daero/domain/canonical';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Method } from '@daero/domain/method';
import type { Table } from '@daero/domain/table';
import type { Text } from '@daero/domain/text';
import { qualityPlan, type QualityPlan } from '@daero/registry/quality/checks';
import type { Snapshot } from '@daero/registry/snapshot/snapshot';
import { qualityGate, type QualityReport } from '@daero/registry/quality/report';
import { z } from 'zod';
import { windowRules } from '@daero/device/window-rules';
import { disclose } from './disclosure.ts';
import type { Executors } from './graph/build.ts';
import type { HashedNode } from './graph/node.ts';
import { combineEstimates, runAnalysis, type AnalysisTask } from './kinds/run-analysis.ts';
import { runClaim } from './kinds/run-claim.ts';
import { runDevice } from './kinds/run-device.ts';
import { runModel, type ParameterOutput } from './kinds/run-model.ts';
import type {
  AnalysisNodeOutput,
  ClaimOutput,
  EstimateOutput,
  PopulationOutput,
  RequirementOutput,
  SourceOutput,
} from './kinds/outputs.ts';
import { runPopulation, type PopulationPlan, type PopulationSources } from './kinds/run-population.ts';
import { runTable, type TablePlan } from './kinds/run-table.ts';
import { tableFromJson, tableToJson, type TableJson } from './kinds/table-json.ts';

/** Facts of a snapshot that its node gives. */
export type SnapshotOutput = {
  readonly hash: string;
  readonly rows: number;
  readonly subjects: number;
  readonly sites: number | null;
  readonly columns: Snapshot['columns'];
};

/** Reads the immutable table that a hash names. */
export type SnapshotReader = {
  readonly facts: (content: string) => Promise<Result<SnapshotOutput>>;
  readonly subjects: (content: string) => Promise<Result<readonly string[]>>;
  /** Columns subject, time, place, item, value of these items of a long snapshot. */
  readonly items: (content: string, items: readonly string[]) => Promise<Result<Table>>;
  readonly wide: (content: string) => Promise<Result<Table>>;
  /** `contents` names the snapshot of each source. */
  readonly assess: (
    contents: ReadonlyMap<string, string>,
    plan: QualityPlan,
  ) => Promise<Result<QualityReport>>;
};

export type ExecutorPorts = {
  readonly snapshots: SnapshotReader;
  readonly methods: ReadonlyMap<string, Method>;
  readonly sources: ReadonlyMap<string, SourceOutput>; // by node id
  readonly itemLabels: ReadonlyMap<string, Text>;
  readonly figure: Executors['figure'];
  readonly document: Executors['document'];
};

/**
 * How each kind of node is made. An executor reads nothing but its recipe, its inputs and, for the nodes at the
 * foot, the snapshot that its recipe or input names.
 */
export function executors(ports: ExecutorPorts): Executors {
  const { snapshots, methods } = ports;
  return {
    source: async (node) => {
      const facts = ports.sources.get(node.id);
      if (facts === undefined) throw new Error(`no facts of ${node.id}`);
      return succeed(facts);
    },
    snapshot: async (node) => snapshots.facts(recipeOf(node, z.looseObject({ content: z.string() })).content),
    quality: async (node, inputs) => {
      const recipe = recipeOf(node, z.looseObject({ plan: qualityPlan, sources: z.array(z.string()) }));
      const contents = new Map(recipe.sources.map((name, at) => [name, contentOf(inputs[at])]));
      const report = await snapshots.assess(contents, recipe.plan);
      return report.ok ? qualityGate(report.value) : report;
    },
    device: async (node, [snapshot]) => {
      const { device, settings } = recipeOf(node, deviceRecipe);
      const subjects = await snapshots.subjects(contentOf(snapshot));
      if (!subjects.ok) return subjects;
      const rows = await snapshots.items(contentOf(snapshot), parametersOf(settings));
      if (!rows.ok) return rows;
      const scores = runDevice(device, settings, subjects.value, rows.value);
      return scores.ok ? succeed(tableToJson(scores.value)) : scores;
    },
    population: async (node, inputs) =>
      textField(node.recipe, 'kind') === 'table'
        ? tableFrom(node, inputs, ports.snapshots)
        : populationFrom(node, inputs, ports),
    analysis: async (node, [input]) => analysisFrom(node, input, methods),
    estimate: async (node, [input]) => estimateFrom(node, input),
    parameter: async (node, [estimate]) => {
      const { name, definition } = recipeOf(node, z.looseObject({ name: z.string(), definition: z.json() }));
      return succeed({
        name,
        definition,
        bound: (estimate as EstimateOutput | undefined) ?? null,
      } satisfies ParameterOutput);
    },
    model: async (node, inputs) => {
      const { structure } = recipeOf(node, z.looseObject({ structure: z.json() }));
      return runModel(structure, inputs as readonly ParameterOutput[]);
    },
    claim: async (node, inputs) => {
      const recipe = recipeOf(node, claimRecipe);
      const estimates = new Map(recipe.estimates.map((name, at) => [name, inputs[at] as EstimateOutput]));
      return runClaim(recipe.ko, recipe.en, {
        estimates,
        settings: new Map(Object.entries(recipe.settings)),
      });
    },
    requirement: async (node, inputs) => succeed(requirementFrom(node, inputs)),
    figure: ports.figure,
    document: ports.document,
  };
}

/** Recipes were written by `graphOfPlan`, or come from a bundle that anyone may have written: each is read by a schema. */
export const recipeOf = <Schema extends z.ZodType>(node: HashedNode, schema: Schema): z.output<Schema> =>
  schema.parse(node.recipe);

const contentOf = (snapshot: unknown): string => z.looseObject({ hash: z.string() }).parse(snapshot).hash;

const deviceRecipe = z.looseObject({ device: z.literal(['news2']), settings: windowRules });
const claimRecipe = z.looseObject({
  ko: z.string(),
  en: z.string(),
  estimates: z.array(z.string()),
  settings: z.record(z.string(), z.unknown()),
});
const text = z.strictObject({ ko: z.string(), en: z.string() });
const analysisRecipe = z.looseObject({
  method: z.string(),
  analysis: z.looseObject({
    id: z.string(),
    columns: z.record(z.string(), z.string()),
    by: z.string().optional(),
    exclude: z.array(z.strictObject({ missing: z.string(), reason: text })),
    of: z.strictObject({ analysis: z.string(), estimate: z.string() }).optional(),
  }),
  settings: z.unknown(),
  groups: z.array(z.string()),
  labels: z.record(z.string(), text),
  unit: text,
});

/** The names in the source that feed the items of the device. */
function parametersOf(rules: z.output<typeof windowRules>): readonly string[] {
  const items = Object.values(rules.items).flatMap((rule) => ('prefer' in rule ? rule.prefer : rule.anyOf));
  return [...new Set(items.map((item) => item.parameter))];
}

async function populationFrom(
  node: HashedNode,
  inputs: readonly unknown[],
  { snapshots, itemLabels }: ExecutorPorts,
): Promise<Result<PopulationOutput>> {
  const recipe = node.recipe as unknown as PopulationPlan & {
    readonly sources: readonly string[];
    readonly device: boolean;
  };
  const content = (source: string): string => contentOf(inputs[recipe.sources.indexOf(source)]);
  const subjects = await snapshots.subjects(content(recipe.subjects));
  if (!subjects.ok) return subjects;
  const long = new Map<string, Table>();
  const wide = new Map<string, Table>();
  for (const { definition: column } of recipe.columns) {
    if (!('from' in column) || 'bands' in column) continue;
    const read =
      'item' in column
        ? await snapshots.items(content(column.from), [column.item])
        : await snapshots.wide(content(column.from));
    if (!read.ok) return read;
    if ('item' in column) long.set(`${column.from} ${column.item}`, read.value);
    else wide.set(column.from, read.value);
  }
  const device = recipe.device ? tableFromJson(inputs.at(-1) as TableJson) : null;
  const sources: PopulationSources = { subjects: subjects.value, wide, long, device };
  return runPopulation(recipe, sources, itemLabels);
}

async function tableFrom(
  node: HashedNode,
  [population, snapshot]: readonly unknown[],
  snapshots: SnapshotReader,
): Promise<Result<PopulationOutput>> {
  const source = await snapshots.wide(contentOf(snapshot));
  if (!source.ok) return source;
  const studied = tableFromJson((population as PopulationOutput).table);
  return runTable(node.recipe as unknown as TablePlan, source.value, studied);
}

function analysisFrom(
  node: HashedNode,
  input: unknown,
  methods: ReadonlyMap<string, Method>,
): Result<AnalysisNodeOutput> {
  const { method: name, analysis, ...rest } = recipeOf(node, analysisRecipe);
  const method = methods.get(name);
  if (method === undefined) throw new Error(`no method ${name} here`);
  const task: AnalysisTask = { analysis: { ...analysis, by: analysis.by, of: analysis.of }, method, ...rest };
  return analysis.of === undefined
    ? runAnalysis(task, tableFromJson((input as PopulationOutput).table))
    : combineEstimates(task, input as AnalysisNodeOutput, analysis.of.estimate);
}

function estimateFrom(node: HashedNode, input: unknown): Result<EstimateOutput> {
  const { key, smallestCell } = recipeOf(node, z.looseObject({ key: z.string(), smallestCell: z.int() }));
  const output = input as AnalysisNodeOutput;
  const estimate = output.estimates[key];
  if (estimate === undefined) {
    if (node.inputs[0] === 'model' && output.warnings.length > 0) {
      return succeed({ state: 'not given', warnings: output.warnings });
    }
    const failure = output.failures.find(({ group }) => key.endsWith(`-${group}`));
    return fail(
      failure?.fault ?? {
        kind: 'estimate-not-given',
        analysis: node.inputs[0] ?? '',
        estimate: key,
        given: Object.keys(output.estimates),
      },
    );
  }
  const { withheld } = disclose(output, smallestCell);
  return succeed(
    withheld.includes(key) ? { state: 'withheld', smallestCell, estimate } : { state: 'shown', estimate },
  );
}

function requirementFrom(node: HashedNode, inputs: readonly unknown[]): RequirementOutput {
  const { claims } = recipeOf(node, z.looseObject({ claims: z.array(z.string()) }));
  const withheld = claims.filter((_, at) =>
    (inputs[at] as ClaimOutput).en.some((part) => part.part === 'number' && part.shown === null),
  );
  return { servedBy: claims, withheld };
}
