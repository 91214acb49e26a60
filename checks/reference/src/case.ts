import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { Rule, Tolerance } from './compare.ts';

/** What a method is given: everything in the case but the answers. */
export type Given = {
  readonly method: string;
  /** `inputs` of the case, else `inputs.json` beside it, else null. */
  readonly inputs: unknown;
  /** `model.json` beside it, else null. */
  readonly model: unknown;
  readonly folder: string;
  /** Full paths of the CSV files in `data`. */
  readonly data: readonly string[];
  /** The name of the expected file: a folder may hold two, and `model.json` says what answers which. */
  readonly expectedFile: string;
  /** The fields of the expected file other than `expected`. */
  readonly document: Readonly<Record<string, unknown>>;
};

export type ReferenceCase = {
  /** The path that a person reads. */
  readonly name: string;
  readonly given: Given;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
  readonly rules: readonly Rule[];
};

const form = z.looseObject({
  method: z.string(),
  inputs: z.unknown().optional(),
  data: z.union([z.array(z.string()), z.looseObject({ file: z.string() }), z.string()]).nullish(),
  tolerance: z.looseObject({ rel: z.number().optional(), abs: z.number().optional() }).optional(),
  relative_tolerance: z.number().optional(),
  rules: z
    .array(
      z.looseObject({
        path: z.string(),
        rel: z.number().optional(),
        abs: z.number().optional(),
        absolute: z.boolean().optional(),
        skip: z.string().optional(),
      }),
    )
    .default([]),
  expected: z.unknown(),
});

/** Every `expected*.json` below a folder (or the file itself), in the order of their paths. */
export function findCases(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(place, entry.name);
      if (entry.isDirectory()) return findCases(path);
      return /^expected.*\.json$/.test(entry.name) ? [path] : [];
    });
}

/** Reads a case; throws where the file is not one. */
export function readCase(file: string, root: string): ReferenceCase {
  const { expected, ...document } = form.parse(readJson(file));
  const folder = dirname(file);
  const { data } = document;
  const listed =
    data === null || data === undefined
      ? []
      : typeof data === 'string'
        ? [data]
        : Array.isArray(data)
          ? data
          : [data.file];
  return {
    name: relative(root, file).replace(/\/expected\.json$/, ''),
    expected,
    given: {
      method: document.method,
      inputs: document.inputs ?? beside(folder, 'inputs.json'),
      model: beside(folder, 'model.json'),
      folder,
      data: listed.map((path) => resolve(folder, path)),
      expectedFile: basename(file),
      document,
    },
    tolerance: toleranceOf(document),
    rules: [...document.rules, ...namedTolerances(document.tolerance ?? {})],
  };
}

/** A further number in `tolerance` holds, relatively, for the quantities whose name begins with its key: `gee: 1e-4`. */
const namedTolerances = (tolerance: Readonly<Record<string, unknown>>): readonly Rule[] =>
  Object.entries(tolerance).flatMap(([key, rel]) =>
    key === 'rel' || key === 'abs' || key.includes('_') || typeof rel !== 'number'
      ? []
      : [{ path: `**.${key}*`, rel }],
  );

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const beside = (folder: string, name: string): unknown =>
  existsSync(join(folder, name)) ? readJson(join(folder, name)) : null;

const toleranceOf = (document: {
  readonly tolerance?: Tolerance | undefined;
  readonly relative_tolerance?: number | undefined;
}): Tolerance =>
  document.tolerance === undefined
    ? { rel: document.relative_tolerance }
    : { rel: document.tolerance.rel, abs: document.tolerance.abs };
