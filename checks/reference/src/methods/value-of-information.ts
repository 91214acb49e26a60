import { unwrap } from '@daero/domain/result';
import { acceptability } from '@daero/economics/uncertainty/acceptability';
import { evppi } from '@daero/economics/value-of-information/evppi';
import { evsi } from '@daero/economics/value-of-information/evsi';
import { z } from 'zod';
import type { Given } from '../case.ts';
import type { Csv } from '../csv.ts';
import { answersOf } from './answers.ts';
import { fileOf, strategyDraws } from './strategy-draws.ts';

const columns = z.union([z.string(), z.array(z.string())]);
const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const place = z.looseObject({ at: z.string() });
/** One question about what a study or a parameter is worth; `parameters` or `summaries` name columns of the draws. */
const question = z.looseObject({
  at: z.string(),
  parameters: list.optional(),
  summaries: list.optional(),
  wtp: z.union([z.number(), z.array(z.number())]).optional(),
});
const questions = z.union([question.transform((one) => [one]), z.array(question)]).default([]);

const form = z.looseObject({
  strategies: z.array(z.string()).optional(),
  structured: z.looseObject({
    strategies: z.array(z.string()).optional(),
    draws: z.looseObject({ file: z.string(), cost: columns, effect: columns }),
    wtp: z.union([z.number(), z.array(z.number())]),
    evpi: z.union([place.transform((one) => [one]), z.array(place)]).default([]),
    evppi: questions,
    evsi: questions,
  }),
});

/** Every question answered at its place: a number where one price was asked for, a list where it was several. */
export function valueOfInformationRunner(given: Given): unknown {
  const { structured, ...top } = form.parse(given.inputs);
  const csv = fileOf(given, structured.draws.file);
  const named = typeof structured.draws.cost === 'string' ? null : structured.draws.cost;
  const strategies = structured.strategies ?? top.strategies ?? named ?? [];
  const draws = strategyDraws(csv, strategies, structured.draws);
  const at = (
    wtp: number | readonly number[],
    of: (prices: readonly number[]) => readonly number[],
  ): unknown => (typeof wtp === 'number' ? of([wtp])[0] : of(wtp));
  const partial =
    (method: typeof evppi, names: readonly string[] | undefined) =>
    (prices: readonly number[]): readonly number[] =>
      unwrap(method(draws, numbersOf(csv, names), prices)).map(({ value }) => value);
  return answersOf(
    [
      ...structured.evpi.map((one) => ({
        at: one.at,
        answer: at(structured.wtp, (prices) => acceptability(draws, prices).evpi),
      })),
      ...structured.evppi.map((one) => ({
        at: one.at,
        answer: at(one.wtp ?? structured.wtp, partial(evppi, one.parameters)),
      })),
      ...structured.evsi.map((one) => ({
        at: one.at,
        answer: at(one.wtp ?? structured.wtp, partial(evsi, one.summaries ?? one.parameters)),
      })),
    ],
    ({ answer }) => answer,
  );
}

function numbersOf(csv: Csv, names: readonly string[] | undefined): readonly Float64Array[] {
  if (names === undefined) throw new Error('a question names no columns');
  return names.map((name) => csv.numbers(name));
}
