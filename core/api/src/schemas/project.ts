import { z } from 'zod';
import { momentSchema, textSchema } from './chain.ts';

export const projectStatuses = ['built', 'building', 'never', 'failed'] as const;

export const projectSchema = z
  .strictObject({
    id: z.string(),
    title: textSchema,
    product: textSchema,
    reference: z.boolean().describe('a reference device: a published rule, never an approved product'),
    generated: z.boolean().describe('made-up data stand in for a source that was not found'),
    status: z.enum(projectStatuses),
    why: textSchema.nullable().describe('why it cannot be read or built'),
    lock: z.strictObject({ at: momentSchema, by: z.string(), hash: z.string() }).readonly().nullable(),
    deviations: z.int().describe('places where the plan differs from its lock'),
    counts: z.strictObject({ nodes: z.int(), fresh: z.int(), failed: z.int(), withheld: z.int() }).readonly(),
    claims: z.int(),
    builtAt: momentSchema.nullable(),
    run: z.string().nullable().describe('the build under way'),
  })
  .readonly();

export const workKinds = [
  'project-unreadable',
  'plan-unlocked',
  'deviation-unexplained',
  'build-missing',
  'build-failed',
  'build-stale',
  'node-failed',
  'requirement-gap',
  'data-generated',
  'case-applicant',
  'case-may-file',
  'case-authority',
  'case-hospital',
  'case-window',
  'case-rules',
  'layer-turn',
  'layer-returned',
  'layer-condition',
] as const;

/** One line of the home list: something that waits, for whom, and where to do it. */
export const workItemSchema = z
  .strictObject({
    due: momentSchema.nullable(),
    dueIs: z.enum(['law', 'assumption']).optional().describe('what makes it due, where that is known'),
    title: textSchema,
    object: textSchema,
    path: z.string(),
    waits: textSchema,
    kind: z.enum(workKinds),
  })
  .readonly();

export const auditRowSchema = z
  .strictObject({
    at: momentSchema,
    by: z.string(),
    role: z.string(),
    type: z.string(),
    reason: z.string(),
    hash: z.string(),
    position: z.int(),
  })
  .readonly();

export type ProjectView = z.output<typeof projectSchema>;
export type WorkItem = z.output<typeof workItemSchema>;
export type WorkKind = (typeof workKinds)[number];
export type AuditRow = z.output<typeof auditRowSchema>;
