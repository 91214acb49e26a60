import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { binomialInterval } from './accuracy/binomial-interval.ts';
import { calibration } from './calibration/calibration.ts';
import { aucDelong } from './discrimination/auc-delong.ts';
import { aucInterval } from './discrimination/auc-interval.ts';
import { randomEffects } from './meta-analysis/random-effects.ts';
import { tau2Estimators } from './meta-analysis/tau2.ts';
import { kaplanMeier, survivalAt } from './survival/kaplan-meier.ts';
import { logRank } from './survival/log-rank.ts';
import { survivalInterval } from './survival/survival-interval.ts';

// The leading quantities of each method against R. `npm run reference` compares every number of every case.

const root = join(import.meta.dirname, '../../..');
const reference = join(root, process.env.DAERO_REFERENCE ?? '../shared', 'reference');
const here = existsSync(reference);

type Case = { readonly name: string; readonly folder: string; readonly text: string };

const casesOf = (part: string, method: string): readonly Case[] =>
  !here
    ? []
    : readdirSync(join(reference, part), { withFileTypes: true })
        .map(({ name }) => ({ name, folder: join(reference, part, name) }))
        .filter(({ folder }) => existsSync(join(folder, 'expected.json')))
        .map(({ name, folder }) => ({
          name,
          folder,
          text: readFileSync(join(folder, 'expected.json'), 'utf8'),
        }))
        .filter(({ text }) => z.object({ method: z.string() }).parse(JSON.parse(text)).method === method);

const column = (path: string, name: string): readonly string[] => {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().replaceAll('"', '').split(/\r?\n/);
  const at = header.split(',').indexOf(name);
  return lines.map((line) => line.split(',')[at] ?? '');
};

const near = (found: number | null | undefined, wanted: number, relative: number, absolute = 1e-10): void => {
  expect(Math.abs((found ?? NaN) - wanted)).toBeLessThanOrEqual(
    Math.max(absolute, relative * Math.abs(wanted)),
  );
};

const limits = z.tuple([z.number(), z.number()]);

describe.skipIf(!here)('agreement with R (needs ../shared/reference)', () => {
  test.each(casesOf('validation', 'auc-delong'))('AUC: $name', ({ folder, text }) => {
    const { inputs, data, expected } = z
      .object({
        inputs: z.object({ truth: z.string(), scores: z.array(z.string()) }),
        data: z.tuple([z.string()]),
        expected: z.object({
          markers: z.record(
            z.string(),
            z.object({ auc: z.number(), delong_se: z.number(), ci95_logit: limits }),
          ),
        }),
      })
      .parse(JSON.parse(text));
    const path = join(folder, data[0]);
    const truth = column(path, inputs.truth);
    for (const score of inputs.scores) {
      const values = column(path, score);
      const group = (of: string) =>
        values.filter((value, row) => truth[row] === of && value !== '').map(Number);
      const found = unwrap(aucDelong(group('1'), group('0')));
      const wanted = expected.markers[score];
      if (wanted === undefined) throw new Error(`${score} is not in the case`);
      near(found.auc, wanted.auc, 1e-8);
      near(found.standardError, wanted.delong_se, 1e-8);
      near(aucInterval(found, { form: 'logit', level: 0.95 }).low, wanted.ci95_logit[0], 1e-8);
    }
  });

  test.each(casesOf('validation', 'binomial-interval'))('intervals of a proportion: $name', ({ text }) => {
    const names = {
      wilson: 'wilson',
      exact: 'clopper-pearson',
      'agresti-coull': 'agresti-coull',
      jeffreys: 'jeffreys',
    } as const;
    const rows = z
      .object({
        expected: z.array(z.object({ x: z.number(), n: z.number(), ci95: z.record(z.string(), limits) })),
      })
      .parse(JSON.parse(text)).expected;
    for (const { x, n, ci95 } of rows) {
      for (const [theirs, form] of Object.entries(names)) {
        const { low, high } = unwrap(binomialInterval(x, n, { form, level: 0.95 }));
        near(low, ci95[theirs]?.[0] ?? NaN, 1e-8);
        near(high, ci95[theirs]?.[1] ?? NaN, 1e-8);
      }
    }
  });

  test.each(casesOf('validation', 'meta-analysis'))('meta-analysis: $name', ({ text }) => {
    const result = z.object({
      z: z.object({ estimate: z.number(), se: z.number(), tau2: z.number() }),
      I2: z.number(),
    });
    const { yi, vi, results } = z
      .object({
        expected: z.object({
          yi: z.array(z.number()),
          vi: z.array(z.number()),
          results: z.record(z.string(), z.unknown()),
        }),
      })
      .parse(JSON.parse(text)).expected;
    for (const estimator of tau2Estimators.filter((each) => each !== 'PM')) {
      const wanted = result.parse(results[estimator]);
      const found = unwrap(randomEffects(yi, vi.map(Math.sqrt), { estimator, test: 'z', level: 0.95 }));
      near(found.estimate, wanted.z.estimate, 1e-6, 1e-8);
      near(found.standardError, wanted.z.se, 1e-6, 1e-8);
      near(found.tau2, wanted.z.tau2, 1e-6, 1e-8);
      near(100 * found.i2, wanted.I2, 1e-6, 1e-8);
    }
  });

  test.each(casesOf('validation', 'calibration'))('calibration: $name', ({ folder, text }) => {
    const { inputs, data, expected } = z
      .object({
        inputs: z.object({ truth: z.string(), prediction: z.string() }),
        data: z.tuple([z.string()]),
        expected: z.looseObject({
          calib_intercept: z.number(),
          slope_model: z.object({ slope: z.number() }),
          brier: z.number(),
        }),
      })
      .parse(JSON.parse(text));
    const path = join(folder, data[0]);
    const found = unwrap(
      calibration(column(path, inputs.truth).map(Number), column(path, inputs.prediction).map(Number)),
    );
    near(found.intercept.value, expected.calib_intercept, 1e-7, 1e-9);
    near(found.slope.value, expected.slope_model.slope, 1e-7);
    near(found.brier.value, expected.brier, 1e-7);
    near(found.ici, z.number().parse(expected['ici_loess_span0.75_degree2']), 0, 1e-3);
  });

  test.each(casesOf('rwe/cases', 'kaplan-meier'))('survival: $name', ({ folder, text }) => {
    const block = z.object({ surv: z.array(z.number()), lower: z.array(z.number()) });
    const { inputs, expected } = z
      .object({
        inputs: z.object({
          time: z.string(),
          event: z.object({ column: z.string(), value: z.number() }),
          group: z.string(),
          group_levels: z.array(z.union([z.string(), z.number()]).transform(String)),
          report_times: z.array(z.number()),
        }),
        expected: z.object({ km: z.object({ 'log-log': block }), logrank: z.object({ chisq: z.number() }) }),
      })
      .parse(JSON.parse(text));
    const path = join(folder, 'input.csv');
    const time = column(path, inputs.time).map(Number);
    const event = column(path, inputs.event.column).map((cell) =>
      Number(cell) === inputs.event.value ? 1 : 0,
    );
    const group = column(path, inputs.group).map((cell) => inputs.group_levels.indexOf(cell));
    const wanted = expected.km['log-log'];
    inputs.group_levels.forEach((_label, g) => {
      const own = (values: readonly number[]) => values.filter((_value, row) => group[row] === g);
      const curve = unwrap(kaplanMeier({ time: own(time), event: own(event) }));
      inputs.report_times.forEach((at, t) => {
        const row = g * inputs.report_times.length + t;
        const found = survivalAt(curve, at);
        near(found.survival, wanted.surv[row] ?? NaN, 1e-10);
        near(survivalInterval(found, { form: 'log-log', level: 0.95 })?.low, wanted.lower[row] ?? NaN, 1e-10);
      });
    });
    near(
      unwrap(logRank({ time, event, group, groups: inputs.group_levels.length })).chi2,
      expected.logrank.chisq,
      1e-10,
    );
  });
});
