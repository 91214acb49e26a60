import { id } from '@daero/domain/identity';
import type { JobId, JobQueue, JobStatus } from '@daero/domain/job-queue';
import { fail, succeed, unwrap } from '@daero/domain/result';
import { startEmbedded, type Embedded } from '@daero/postgres/embedded';
import { testServers } from '@daero/postgres/servers';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobs } from './jobs.ts';

describe.each(testServers)('jobs on $name', ({ binaries, there }) => {
  if (!there) {
    test.skip(`skipped: no binaries in ${binaries} (npm run peers installs them)`, () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'daero-jobs-'));
  let server: Embedded;
  let jobs: JobQueue;
  beforeAll(async () => {
    server = unwrap(await startEmbedded({ folder, ...(binaries === undefined ? {} : { binaries }) }));
    jobs = unwrap(await openJobs(server.url));
  });
  afterAll(async () => {
    await jobs.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const status = async (jobId: JobId): Promise<JobStatus> => unwrap(await jobs.status(jobId));
  const until = (jobId: JobId, state: JobStatus['state'], timeout = 30_000): Promise<void> =>
    expect.poll(async () => (await status(jobId)).state, { timeout, interval: 50 }).toBe(state);
  const ask = async (kind: string, input: number, key: string): Promise<JobId> =>
    unwrap(await jobs.enqueue(kind, { input }, { idempotencyKey: key }));

  test('a job is done once, however often it is asked for, and its output and progress are kept', async () => {
    let runs = 0;
    const first = await ask('square', 7, 'seven');
    expect(await ask('square', 7, 'seven')).toBe(first);
    expect(await status(first)).toMatchObject({
      kind: 'square',
      state: 'waiting',
      attempts: 0,
      progress: null,
    });
    unwrap(
      await jobs.work('square', async ({ input, report }) => {
        runs += 1;
        await report({ done: 3, of: 3, step: 'squared' });
        const n = Number(Object(input)['input']);
        return succeed({ square: n * n });
      }),
    );
    await until(first, 'done');
    expect(await ask('square', 7, 'seven')).toBe(first);
    expect(await ask('square', 8, 'eight')).not.toBe(first);
    const done = {
      state: 'done',
      attempts: 1,
      output: { square: 49 },
      progress: { done: 3, of: 3, step: 'squared' },
    };
    expect(await status(first)).toMatchObject(done);
    expect(runs).toBeLessThanOrEqual(2);
  });

  test('a fault ends the job and is kept; resumed, it runs again', async () => {
    let broken = true;
    unwrap(
      await jobs.work('fragile', async ({ jobId }) =>
        broken ? fail({ kind: 'job-unknown', jobId }) : succeed('mended'),
      ),
    );
    const jobId = await ask('fragile', 1, 'a');
    await until(jobId, 'failed');
    expect((await status(jobId)).fault).toEqual({ kind: 'job-unknown', jobId });
    broken = false;
    unwrap(await jobs.resume(jobId));
    await until(jobId, 'done');
    expect(await status(jobId)).toMatchObject({ output: 'mended', attempts: 2, fault: null });
    expect(await jobs.resume(jobId)).toMatchObject({ fault: { kind: 'job-not-resumable', state: 'done' } });
  });

  test('a handler that throws ends its job, and no other', async () => {
    unwrap(
      await jobs.work('buggy', async ({ input }) => {
        if (Number(Object(input)['input']) === 1) throw new TypeError('patient 850101 is not a number');
        return succeed(null);
      }),
    );
    const [bad, good] = [await ask('buggy', 1, 'bad'), await ask('buggy', 2, 'good')];
    await until(bad, 'failed');
    await until(good, 'done');
    expect((await status(bad)).fault).toEqual({ kind: 'job-crashed', jobKind: 'buggy', reason: 'TypeError' });
  });

  test('a cancelled job is told so, and goes on where it was when resumed', async () => {
    let heard = false;
    unwrap(
      await jobs.work('slow', async ({ signal, report }) => {
        if (heard) return succeed('went on');
        await report({ done: 1, of: 2, step: 'half' });
        await new Promise<void>((stop) => signal.addEventListener('abort', stop));
        heard = true;
        return succeed('too late to count');
      }),
    );
    const jobId = await ask('slow', 1, 'a');
    await until(jobId, 'working');
    unwrap(await jobs.cancel(jobId));
    await expect.poll(() => heard, { timeout: 10_000 }).toBe(true);
    expect(await status(jobId)).toMatchObject({
      state: 'cancelled',
      progress: { done: 1, of: 2, step: 'half' },
    });
    unwrap(await jobs.resume(jobId));
    await until(jobId, 'done');
    expect((await status(jobId)).output).toBe('went on');
  });

  test('the job of a worker that was killed is finished by another', async () => {
    const jobId = await ask('long', 1, 'a');
    const worker = spawn(process.execPath, [
      join(import.meta.dirname, 'killed-worker.ts'),
      server.url,
      'long',
    ]);
    await once(worker.stdout, 'data');
    expect(await status(jobId)).toMatchObject({
      state: 'working',
      progress: { done: 1, of: 4, step: 'begun' },
    });
    worker.kill('SIGKILL');
    unwrap(await jobs.work('long', async ({ attempt }) => succeed({ attempt })));
    await until(jobId, 'done', 40_000);
    expect(await status(jobId)).toMatchObject({ output: { attempt: 2 }, attempts: 2 });
  });

  test('what is not there, or not named as a kind, is said', async () => {
    const jobId = id<'job'>('00000000-0000-8000-a000-000000000000');
    expect(await jobs.status(jobId)).toEqual({ ok: false, fault: { kind: 'job-unknown', jobId } });
    expect(await jobs.enqueue('Not a kind', null, { idempotencyKey: 'x' })).toMatchObject({
      fault: { kind: 'job-input-wrong' },
    });
    const away = await openJobs('postgresql://daero:secret-word@127.0.0.1:9/none');
    expect(away).toEqual({ ok: false, fault: { kind: 'jobs-unavailable', reason: 'ECONNREFUSED' } });
  });
});
