import { fail, succeed, type Result } from '@daero/domain/result';
import { jurisdictionSchema, type Duration, type Grounds, type Jurisdiction } from './schema.ts';

export type JurisdictionFault =
  | {
      readonly kind: 'jurisdiction-form';
      readonly file: string;
      readonly path: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'jurisdiction-dangling';
      readonly file: string;
      readonly path: string;
      readonly what: 'actor' | 'source' | 'stage';
      readonly name: string;
    }
  | {
      readonly kind: 'jurisdiction-twice';
      readonly file: string;
      readonly path: string;
      readonly name: string;
    }
  | { readonly kind: 'jurisdiction-source-missing'; readonly file: string; readonly path: string }
  | {
      readonly kind: 'jurisdiction-seed-source';
      readonly file: string;
      readonly path: string;
      readonly name: string;
    }
  | {
      readonly kind: 'jurisdiction-durations-fall';
      readonly file: string;
      readonly path: string;
      readonly days: readonly number[];
    }
  | {
      readonly kind: 'jurisdiction-unreachable';
      readonly file: string;
      readonly name: string;
      readonly from: string;
    };

/** Only here must every stage be reached from one beginning; in the smaller files support stages stand alone. */
const beginnings: Readonly<Record<string, string>> = { KR: 'kr.classify' };

/** A jurisdiction file as rules: its form, and everything it names in itself. The first trouble is named by its place. */
export function readJurisdiction(value: unknown, file: string): Result<Jurisdiction, JurisdictionFault> {
  const parsed = jurisdictionSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const reason = first?.message ?? 'unreadable';
    return fail({ kind: 'jurisdiction-form', file, path: (first?.path ?? []).join('.'), reason });
  }
  const rules = parsed.data;
  const trouble = firstOf([
    () => twice(rules, file),
    () => danglingName(rules, file),
    () => weakGrounds(rules, file),
    () => fallingDays(rules, file),
    () => unreachable(rules, file),
  ]);
  return trouble === null ? succeed(rules) : fail(trouble);
}

const firstOf = (checks: readonly (() => JurisdictionFault | null)[]): JurisdictionFault | null => {
  for (const check of checks) {
    const trouble = check();
    if (trouble !== null) return trouble;
  }
  return null;
};

function twice(rules: Jurisdiction, file: string): JurisdictionFault | null {
  for (const path of ['actors', 'stages', 'routes', 'prices'] as const) {
    const seen = new Set<string>();
    for (const { id } of rules[path]) {
      if (seen.has(id)) return { kind: 'jurisdiction-twice', file, path, name: id };
      seen.add(id);
    }
  }
  const stage = rules.stages.find(({ id }) => id in rules.terminals);
  return stage === undefined ? null : { kind: 'jurisdiction-twice', file, path: 'terminals', name: stage.id };
}

function danglingName(rules: Jurisdiction, file: string): JurisdictionFault | null {
  const actors = new Set(rules.actors.map(({ id }) => id));
  const stages = new Set(rules.stages.map(({ id }) => id));
  const places = new Set([...stages, ...Object.keys(rules.terminals)]);
  const named = [
    ...rules.stages.flatMap((stage) => [
      ...stage.actors.map((name) => ({ what: 'actor' as const, name, path: stage.id, known: actors })),
      ...(stage.variants ?? []).flatMap((variant) =>
        variant.actors.map((name) => ({
          what: 'actor' as const,
          name,
          path: `${stage.id}.${variant.id}`,
          known: actors,
        })),
      ),
      ...stage.transitions.map(({ on, to }) => ({
        what: 'stage' as const,
        name: to,
        path: `${stage.id}.${on}`,
        known: places,
      })),
    ]),
    ...rules.routes.flatMap((route) =>
      route.stages.map((name) => ({ what: 'stage' as const, name, path: route.id, known: stages })),
    ),
  ];
  const lost = named.find(({ name, known }) => !known.has(name));
  if (lost === undefined) return null;
  return { kind: 'jurisdiction-dangling', file, path: lost.path, what: lost.what, name: lost.name };
}

function weakGrounds(rules: Jurisdiction, file: string): JurisdictionFault | null {
  for (const { path, source, confidence } of statements(rules, '')) {
    const names = sourceNames(source);
    if (names.length === 0 && confidence !== 'general-knowledge-unverified')
      return { kind: 'jurisdiction-source-missing', file, path };
    const lost = names.find((name) => !Object.hasOwn(rules.sources, name));
    if (lost !== undefined) return { kind: 'jurisdiction-dangling', file, path, what: 'source', name: lost };
    const stranger =
      confidence === 'from-seeds' ? names.find((name) => !name.startsWith('seed.')) : undefined;
    if (stranger !== undefined) return { kind: 'jurisdiction-seed-source', file, path, name: stranger };
  }
  return null;
}

export const sourceNames = (source: Grounds['source']): readonly string[] =>
  source === null ? [] : typeof source === 'string' ? [source] : source;

/** Everything in the file that carries grounds, with its place. */
function* statements(value: unknown, path: string): Generator<Grounds & { readonly path: string }> {
  if (typeof value !== 'object' || value === null) return;
  if (isGrounds(value)) yield { path, source: value.source, confidence: value.confidence };
  for (const [name, below] of Object.entries(value))
    yield* statements(below, path === '' ? name : `${path}.${name}`);
}

const isGrounds = (value: object): value is Grounds => 'confidence' in value && 'source' in value;

function fallingDays(rules: Jurisdiction, file: string): JurisdictionFault | null {
  const all = [
    ...rules.stages.flatMap((stage) => [
      ...stage.durations.map((duration, at) => ({ path: `${stage.id}.durations.${at}`, duration })),
      ...(stage.variants ?? []).flatMap((variant) =>
        variant.durations.map((duration) => ({ path: `${stage.id}.${variant.id}`, duration })),
      ),
    ]),
    ...rules.routes.map((route) => ({ path: `${route.id}.total`, duration: route.total })),
  ];
  const wrong = all.find(({ duration }) =>
    statedDays(duration).some((x, at, list) => x < (list[at - 1] ?? x)),
  );
  if (wrong !== undefined) {
    const { path, duration } = wrong;
    return { kind: 'jurisdiction-durations-fall', file, path, days: statedDays(duration) };
  }
  const window = rules.stages.find(
    ({ useWindow }) => useWindow !== undefined && (useWindow.maxMonths ?? Infinity) < useWindow.initialMonths,
  );
  if (window?.useWindow === undefined) return null;
  const days = [window.useWindow.initialMonths, window.useWindow.maxMonths ?? 0];
  return { kind: 'jurisdiction-durations-fall', file, path: `${window.id}.useWindow`, days };
}

/** The figures that a duration states: least, usual, most, those that were not found left out. */
export const statedDays = ({
  minDays,
  typicalDays,
  maxDays,
}: Pick<Duration, 'minDays' | 'typicalDays' | 'maxDays'>): readonly number[] =>
  [minDays, typicalDays, maxDays].filter((days) => days !== null);

function unreachable(rules: Jurisdiction, file: string): JurisdictionFault | null {
  const from = beginnings[rules.jurisdiction];
  if (from === undefined) return null;
  const reached = reachableFrom(rules, from);
  const name = [...rules.stages.map(({ id }) => id), ...Object.keys(rules.terminals)].find(
    (id) => !reached.has(id),
  );
  return name === undefined ? null : { kind: 'jurisdiction-unreachable', file, name, from };
}

/** Every stage and terminal that transitions lead to. */
export function reachableFrom(rules: Jurisdiction, from: string): ReadonlySet<string> {
  const next = new Map(rules.stages.map((stage) => [stage.id, stage.transitions.map(({ to }) => to)]));
  const reached = new Set([from]);
  for (const id of reached) for (const to of next.get(id) ?? []) reached.add(to);
  return reached;
}
