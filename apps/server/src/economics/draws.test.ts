import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDrawsResult } from '@daero/api/schemas/model-draws';
import { evaluateEconomicModel } from '@daero/economics/model/economic-model';
import { id } from '@daero/domain/identity';
import type { Work } from '@daero/domain/job-queue';
import { unwrap } from '@daero/domain/result';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../project/root.ts';
import { drawOnThreads } from './draw-on-threads.ts';
import { drawnModel } from './draws-asked.ts';
import { drawsJob, hashOf } from './draws-job.ts';

let model: unknown;
beforeAll(async () => {
  const place = pathToFileURL(join(root, 'examples/economics/sick-sicker/model.ts')).href;
  const { default: file }: { readonly default: unknown } = await import(place);
  model = JSON.parse(JSON.stringify(file));
});
const quiet = { progress: () => undefined, signal: new AbortController().signal };

describe('draws on threads', () => {
  test('are the same bytes by one thread and by three, and those of the model itself', async () => {
    const asked = { model, estimates: {}, draws: 21_000, seed: 4 };
    const one = unwrap(await drawOnThreads(asked, { ...quiet, workers: 1 }));
    const three = unwrap(await drawOnThreads(asked, { ...quiet, workers: 3 }));
    expect(hashOf(three)).toBe(hashOf(one));
    expect(one[0]?.cost).toHaveLength(21_000);
    const other = unwrap(await drawOnThreads({ ...asked, seed: 5 }, { ...quiet, workers: 2 }));
    expect(hashOf(other)).not.toBe(hashOf(one));
  });

  test('tell how far they are, and stop when they are told to', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const found = await drawOnThreads(
      { model, estimates: {}, draws: 200_000, seed: 4 },
      {
        workers: 2,
        progress: (done) => {
          told.push(done);
          stop.abort();
        },
        signal: stop.signal,
      },
    );
    expect(found).toMatchObject({ ok: false, fault: { kind: 'draws-cancelled', of: 200_000 } });
    expect(told[0]).toBe(10_000);
    expect(told.length).toBeLessThan(20);
  });

  test('a model that cannot be drawn is a fault, not a dead thread', async () => {
    const bad = { ...(model as object), parameters: [] };
    const found = await drawOnThreads(
      { model: bad, estimates: {}, draws: 1000, seed: 1 },
      { ...quiet, workers: 1 },
    );
    expect(found).toMatchObject({ ok: false, fault: { kind: 'model-field' } });
  });
});

test('the job says what the evaluation of the same draws says, with its Monte-Carlo error and the hash of the bytes', async () => {
  const asked = { model, estimates: {}, draws: 3000, seed: 9 };
  const steps: number[] = [];
  const work: Work = {
    ...{ jobId: id<'job'>('one'), attempt: 1, signal: quiet.signal },
    input: JSON.parse(JSON.stringify(asked)),
    report: async ({ done }) => {
      steps.push(done);
    },
  };
  const result = readDrawsResult.parse(unwrap(await drawsJob(work)));
  const { estimates } = unwrap(evaluateEconomicModel(unwrap(drawnModel(asked)), {}));
  expect(steps).toEqual([3000]);
  for (const { strategy, cost, netBenefit } of result.comparisons) {
    expect(cost.low).toBeCloseTo(estimates[`incremental-cost-${strategy}`]?.low ?? NaN, 6);
    expect(netBenefit.high).toBeCloseTo(estimates[`net-benefit-${strategy}`]?.high ?? NaN, 6);
    expect(cost.standardError).toBeGreaterThan(0);
  }
  expect(result.best.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
});
