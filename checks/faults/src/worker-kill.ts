import type { JobId, JobQueue } from '@daero/domain/job-queue';
import { unwrap } from '@daero/domain/result';
import { openJobs } from '@daero/jobs/jobs';
import { startEmbedded } from '@daero/postgres/embedded';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './part.ts';

const jobsARound = 8;

/**
 * Two workers share jobs and one is killed with SIGKILL at a random moment: every job must still end, with the right
 * answer. A killed worker's job is free again only after its heartbeat is missed, so a tenth of the rounds is run.
 */
export const workerKill: Part = {
  name: 'worker-kill',
  run: async ({ times, random, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'daero-faults-'));
    const server = unwrap(await startEmbedded({ folder }));
    const jobs = unwrap(await openJobs(server.url));
    const rounds = Math.max(1, Math.round(times / 10));
    let failed = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const delayMs = Math.floor(random() * 2000);
      const trouble = await oneRound(jobs, server.url, `square-${round}`, delayMs).catch((error: unknown) =>
        String(error),
      );
      if (trouble !== null) failed += 1;
      say(
        `${round}/${rounds} killed one of two workers after ${delayMs} ms: ${trouble ?? `ok (${jobsARound} jobs done)`}`,
      );
    }
    await jobs.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    return { passed: rounds - failed, failed };
  },
};

async function oneRound(jobs: JobQueue, url: string, kind: string, delayMs: number): Promise<string | null> {
  const ids: JobId[] = [];
  for (let n = 0; n < jobsARound; n += 1)
    ids.push(unwrap(await jobs.enqueue(kind, n, { idempotencyKey: String(n) })));
  const workers = [worker(url, kind), worker(url, kind)] as const;
  try {
    await Promise.all(workers.map(({ stdout }) => once(stdout ?? process.stdin, 'data')));
    await pause(delayMs);
    workers[0].kill('SIGKILL');
    for (const [n, jobId] of ids.entries()) {
      const output = await ending(jobs, jobId);
      if (output !== n * n) return `FAILED: job ${n} gave ${JSON.stringify(output)}`;
    }
    return null;
  } finally {
    for (const each of workers) each.kill('SIGKILL');
  }
}

const worker = (url: string, kind: string): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'worker-child.ts'), url, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function ending(jobs: JobQueue, jobId: JobId): Promise<unknown> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(100)) {
    const { state, output } = unwrap(await jobs.status(jobId));
    if (state === 'done') return output;
    if (state === 'failed') return 'failed';
  }
  return 'not done within 60 s';
}
