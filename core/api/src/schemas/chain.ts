import type { Estimate, EstimateUnit } from '@daero/domain/estimate';
import type { Shape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { NodeKind } from '@daero/evidence/graph/node';
import { z } from 'zod';

export const textSchema = z
  .strictObject({ ko: z.string(), en: z.string() })
  .readonly() satisfies z.ZodType<Text>;
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const momentSchema = z.iso.datetime();

/** The kinds of the chain, and the bundle that it ends in. */
export const nodeKinds = [
  'source',
  'snapshot',
  'quality',
  'device',
  'population',
  'analysis',
  'estimate',
  'parameter',
  'model',
  'claim',
  'requirement',
  'figure',
  'document',
  'bundle',
] as const satisfies readonly (NodeKind | 'bundle')[];

export const nodeStatuses = ['fresh', 'stale', 'failed', 'computing', 'withheld'] as const;

const units = [
  'probability',
  'auc',
  'ratio',
  'logit',
  'count',
  'days',
  'KRW',
  'QALY',
  'KRW per QALY',
  'score',
] as const satisfies readonly EstimateUnit[];

export const nodeFigureSchema = z
  .strictObject({
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    level: z.number(),
    n: z.number().nullable().describe('null of a parameter'),
    unit: z.enum(units),
  })
  .readonly();

export const nodeSchema = z
  .strictObject({
    hash: hashSchema,
    id: z.string(),
    kind: z.enum(nodeKinds),
    label: textSchema,
    figure: nodeFigureSchema.nullable().describe('only of an estimate or parameter that may be shown'),
    status: z.enum(nodeStatuses),
    why: textSchema.nullable().describe('why it failed or is withheld'),
    inputs: z.array(hashSchema).readonly().describe('hashes of what it rests on, its origins too'),
    codeVersion: z.string().nullable(),
    method: textSchema.nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    warnings: z.array(textSchema).readonly(),
  })
  .readonly();

export const chainSchema = z.strictObject({ nodes: z.array(nodeSchema).readonly() }).readonly();

/** One run of a claim's sentence. `shown: null` where disclosure withholds the number. */
const claimPartSchema = z.union([
  z.strictObject({ words: z.string() }).readonly(),
  z.strictObject({ estimate: z.string(), shown: z.string().nullable(), node: hashSchema }).readonly(),
]);

export const claimSchema = z
  .strictObject({
    id: z.string(),
    node: hashSchema,
    ko: z.array(claimPartSchema).readonly(),
    en: z.array(claimPartSchema).readonly(),
    requirements: z.array(z.string()).readonly(),
  })
  .readonly();

/** Typed as in `domain/shape`, and published as an object with its name: the full forms are TypeScript's to check. */
const shapeSchema = z
  .custom<Shape>((value) => typeof value === 'object' && value !== null && 'shape' in value)
  .meta({
    type: 'object',
    description: 'a shape of core/domain/src/shape.ts; its field "shape" names which',
  });

export const nodeShapeSchema = z.strictObject({ node: hashSchema, shape: shapeSchema }).readonly();

const warningSchema = z.looseObject({ kind: z.string() });
const estimateSchema = z
  .custom<Estimate>((value) => estimateForm.safeParse(value).success)
  .meta({
    type: 'object',
    description: 'value, low, high, standardError, level, unit, n, parts, method, source, seed, warnings',
  });
const estimateForm = z.looseObject({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  standardError: z.number().nullable(),
  level: z.number(),
  unit: z.enum(units),
  n: z.number(),
  parts: z.record(z.string(), z.number()),
  method: textSchema,
  source: z.string(),
  warnings: z.array(warningSchema),
});

export const nodeEstimateSchema = z
  .strictObject({
    id: z.string(),
    node: hashSchema,
    estimate: estimateSchema.nullable(),
    withheld: textSchema.nullable().describe('why there is no estimate'),
  })
  .readonly();

export type NodeView = z.output<typeof nodeSchema>;
export type ChainView = z.output<typeof chainSchema>;
export type ClaimView = z.output<typeof claimSchema>;
export type ClaimPartView = z.output<typeof claimPartSchema>;
export type NodeShape = z.output<typeof nodeShapeSchema>;
export type NodeEstimate = z.output<typeof nodeEstimateSchema>;
export type NodeFigure = z.output<typeof nodeFigureSchema>;
