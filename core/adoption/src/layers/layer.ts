import { fail, succeed, type Result } from '@daero/domain/result';
import { z } from 'zod';
import { groundsForm, idForm, textForm } from '../record/event.ts';
import { readinessForm } from '../readiness/requirement.ts';

/** The layers in which a hospital decides; `other` is one that a hospital has beside them. */
export const layerKinds = [
  'need',
  'clinical-review',
  'local-validation',
  'it-integration',
  'security-privacy',
  'fee-finance',
  'device-committee',
  'purchase',
  'go-live',
  'monitoring',
  'other',
] as const;
export type LayerKind = (typeof layerKinds)[number];

const paperForm = z.strictObject({
  id: idForm,
  name: textForm,
  must: z.boolean().describe('without it the layer cannot say yes'),
});

export const layerForm = z.strictObject({
  id: idForm,
  kind: z.enum(layerKinds),
  name: textForm,
  office: textForm.describe('whose key it is, by office'),
  holders: z.array(idForm).describe('who holds the key now'),
  after: z.array(idForm).describe('the layers that must have said yes before'),
  papers: z.array(paperForm),
  renewAfterMonths: z.int().min(1).nullable().describe('a yes ends after so many months and is asked again'),
  commonStop: z
    .strictObject({ text: textForm, grounds: groundsForm })
    .nullable()
    .describe('where it often halts'),
  grounds: groundsForm,
});
export type Layer = z.output<typeof layerForm>;

/** How one hospital decides, as data: its layers in its own order, and what must be ready before go-live. */
export const hospitalRulesForm = z.strictObject({
  version: z.string().min(1),
  layers: z.array(layerForm).min(1),
  readiness: readinessForm,
  grounds: groundsForm,
});
export type HospitalRules = z.output<typeof hospitalRulesForm>;

/** A hospital's rules as they were read from a file, checked once here. */
export function readHospitalRules(json: unknown): Result<HospitalRules> {
  const read = hospitalRulesForm.safeParse(json);
  if (read.success) return checkRules(read.data);
  const issue = read.error.issues[0];
  const path = `/${(issue?.path ?? []).map(String).join('/')}`;
  return fail({ kind: 'adoption-rules-form', path, expected: issue?.message ?? '' });
}

/** The published JSON Schema, for editors. */
export const hospitalRulesJsonSchema = (): unknown => z.toJSONSchema(hospitalRulesForm, { io: 'input' });

/** Rules that hang together: no name twice, none dangling, no layer that waits for itself, one go-live at most. */
export function checkRules(rules: HospitalRules): Result<HospitalRules> {
  const { layers, readiness } = rules;
  const ids = layers.map(({ id }) => id);
  const names = [
    ...ids,
    ...readiness.map(({ id }) => id),
    ...layers.flatMap(({ id, papers }) => papers.map((paper) => `${id}/${paper.id}`)),
  ];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return fail({ kind: 'adoption-name-twice', name: twice });
  for (const { id, after } of layers) {
    const dangling = after.find((name) => !ids.includes(name));
    if (dangling !== undefined) return fail({ kind: 'adoption-layer-dangling', layer: id, name: dangling });
  }
  for (const item of readiness) {
    const role = item.kind === 'course' ? item.forRole : null;
    const known = role === null || readiness.some(({ kind, id }) => kind === 'role' && id === role);
    if (!known) return fail({ kind: 'adoption-layer-dangling', layer: item.id, name: role });
  }
  const waits = circle(layers);
  if (waits !== null) return fail({ kind: 'adoption-layer-circle', layer: waits });
  const live = layers.filter(({ kind }) => kind === 'go-live');
  const second = live[1];
  return second === undefined ? succeed(rules) : fail({ kind: 'adoption-name-twice', name: second.id });
}

/** A layer that waits for itself: none is left when layers whose predecessors are gone are taken away one after another. */
function circle(layers: readonly Layer[]): string | null {
  let left = layers;
  for (;;) {
    const still = new Set(left.map(({ id }) => id));
    const next = left.filter(({ after }) => after.some((name) => still.has(name)));
    if (next.length === 0) return null;
    if (next.length === left.length) return next[0]?.id ?? null;
    left = next;
  }
}
