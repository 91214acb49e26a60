import { windowRules } from '@daero/device/window-rules';
import { qualityPlan } from '@daero/registry/quality/checks';
import { snapshotMapping } from '@daero/registry/snapshot/mapping';
import { z } from 'zod';

/** The form of a `plan.yaml`. Names that must exist elsewhere in the plan are checked by `check-plan.ts`. */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, beginning with a letter');
const columnName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, beginning with a letter');
const text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const day = z.iso.date();
/** A plan may come from a stranger: it names no file above its own folder or the reference folder. */
const place = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|[\\/])\.\.(?:[\\/]|$)).+$/, 'a path that begins here and does not climb');

const disclosure = z
  .union([z.literal('open'), z.strictObject({ smallestCell: z.int().min(5).max(1000) })])
  .default({ smallestCell: 10 })
  .describe(
    'open data may be shown row by row; otherwise no cell of fewer people leaves, and never fewer than 5',
  );

/** Data that can be generated where there is no file. They show the road, and are evidence of nothing. */
export const generatedSources = [
  'icu-observations',
  'icu-outcomes',
  'chest-cases',
  'chest-readings',
  'chest-marks',
] as const;

const source = z.strictObject({
  title: text,
  file: place
    .optional()
    .describe('where it is looked for below the reference folder when no --source names it'),
  generated: z.enum(generatedSources).optional().describe('what stands in when there is no file'),
  mapping: snapshotMapping,
  disclosure,
  licence: text,
});

const fromLong = z.strictObject({
  from: name,
  item: z.string().min(1),
  take: z.literal(['first', 'last']).default('last'),
});
const fromWide = z.strictObject({ from: name, column: z.string().min(1) });
const bounds = { atLeast: z.number().optional(), atMost: z.number().optional() };
const groups = z
  .array(name)
  .min(1)
  .optional()
  .describe('of a column of texts: the groups it may name, so that claims can name them too');
const expression = z
  .strictObject({ expression: z.string().min(1) })
  .describe('computed from the columns above it');
const bands = z
  .strictObject({ bands: columnName, from: z.array(z.number()).min(1), groups: z.array(name).min(2) })
  .describe('a number cut into named groups; `from` holds the lower ends of all groups but the first');

const column = z.union([
  fromLong.extend(bounds).describe('one value of an item of a long source; outside the bounds it is missing'),
  fromWide.extend({ ...bounds, groups }).describe('a column of a wide source'),
  z
    .strictObject({ device: z.literal(['score', 'hour', 'items-seen', 'items-missing']) })
    .describe('what the device gave'),
  expression,
  z.strictObject({ site: columnName }).describe('the site whose code this column holds'),
  bands,
]);

const tableColumn = z.union([
  z
    .strictObject({ column: z.string().min(1), ...bounds, groups })
    .describe('a column of the source of the table'),
  z
    .strictObject({ population: columnName })
    .describe('a column of the population, of the subject of the row'),
  expression,
  bands,
]);

const exclusion = z.strictObject({ missing: columnName, reason: text });

const population = z.strictObject({
  title: text,
  unit: text,
  subjects: name.describe('the source whose subjects are the population'),
  device: z
    .strictObject({ from: name, settings: windowRules })
    .describe('the source that the device reads, and how its items are found there')
    .optional(),
  columns: z.record(columnName, column),
  groups: z.record(name, text).default({}).describe('labels of groups, in both languages'),
  exclude: z.array(exclusion).default([]),
});

const rows = z
  .strictObject({
    title: text,
    unit: text,
    from: name.describe('the wide source that holds the rows; its subjects are those of the population'),
    only: z
      .array(
        z.strictObject({
          column: z.string().min(1),
          in: z.array(z.union([z.string(), z.number()])).min(1),
          reason: text.describe('why the others are left out'),
        }),
      )
      .default([])
      .describe('which rows of the source belong to the table, by columns of the source'),
    columns: z.record(columnName, tableColumn),
    exclude: z.array(exclusion).default([]),
  })
  .describe('rows of which a subject may have several: readings, marks, lesions');

const analysis = z.strictObject({
  id: name,
  title: text,
  method: z.string().min(1),
  table: name.optional().describe('the table that it reads; the population unless it says otherwise'),
  columns: z
    .record(z.string(), columnName)
    .default({})
    .describe('which column of the population plays which part'),
  of: z
    .strictObject({ analysis: name, estimate: z.string() })
    .optional()
    .describe('for a method that combines estimates: the estimate, taken from every group'),
  by: columnName.optional().describe('also run in each group of this column'),
  exclude: z.array(exclusion).default([]),
  settings: z.unknown().optional(),
  names: z
    .record(z.string(), name)
    .describe('what the estimates of the method are called in claims and models'),
});

const protocolFile = z.strictObject({ file: place, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const protocol = z
  .strictObject({
    ko: protocolFile,
    en: protocolFile,
    question: z.json().optional().describe('what the study designer was asked'),
  })
  .describe('the protocol beside the plan: its hash is locked with the plan');

const claim = z.strictObject({
  id: z.string().regex(/^[A-Z]+-\d+$/, 'capital letters, a hyphen and a number, like C-07'),
  ko: z.string().min(1),
  en: z.string().min(1),
  serves: z.array(z.string()).default([]),
});

const requirement = z.strictObject({
  id: z.string().regex(/^[A-Z]+-\d+$/, 'capital letters, a hyphen and a number, like R-04'),
  text,
  source: z.string().min(1),
});

export const planSchema = z.strictObject({
  daero: z.literal(1).describe('the version of this form'),
  id: name,
  title: text,
  summary: text,
  product: z.strictObject({
    device: name.describe(
      'its name in this consortium, and that of the score table where Daero runs it itself',
    ),
    version: z.string().min(1),
    name: text,
    maker: text,
    standing: z.literal(['approved', 'investigational', 'reference', 'demonstration']),
  }),
  indication: text,
  protocol: protocol.optional(),
  sites: z.array(z.strictObject({ id: name, code: z.string(), name: text })).min(1),
  sources: z.record(name, source),
  quality: qualityPlan.prefault({}),
  population,
  tables: z.record(name, rows).default({}),
  analyses: z.array(analysis).min(1),
  model: z
    .strictObject({
      file: place,
      prefix: z.string().default(''),
      names: z.record(z.string(), name),
    })
    .optional()
    .describe('the economic model beside the plan, and what its results are called'),
  requirements: z.array(requirement).default([]),
  claims: z.array(claim).default([]),
  authors: z.array(z.strictObject({ name: z.string(), role: text })).min(1),
  writtenOn: day,
});

export type Plan = z.output<typeof planSchema>;
export type PlanAnalysis = Plan['analyses'][number];
export type PlanColumn = Plan['population']['columns'][string];
export type PlanTable = Plan['tables'][string];
export type TableColumn = PlanTable['columns'][string];
export type PlanSource = Plan['sources'][string];
export type Disclosure = PlanSource['disclosure'];

/** The published JSON Schema, for editors. */
export const planJsonSchema = (): unknown => z.toJSONSchema(planSchema, { io: 'input' });
