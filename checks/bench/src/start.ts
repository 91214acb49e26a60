import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BenchRow } from './row.ts';
import { median, root } from './run-daero.ts';

const port = 46800;

/** `npm start` to a page that answers and knows its projects: the first start makes the database, the others count. */
export async function benchStart(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'daero-bench-start-'));
  try {
    await startOnce(home);
    const times = [];
    for (let round = 0; round < 3; round++) times.push(await startOnce(home));
    const figure = median(times);
    return [
      {
        what: '`npm start` to a usable page, second start',
        target: '<= 4 s',
        figure,
        unit: 's',
        ok: figure <= 4,
      },
    ];
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

async function startOnce(home: string): Promise<number> {
  const from = performance.now();
  const child = spawn('npm', ['start', '--', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, DAERO_HOME: home },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  try {
    for (let tries = 0; tries < 1200; tries++) {
      if (await usable()) return (performance.now() - from) / 1000;
      await wait(50);
    }
    throw new Error('npm start gave no usable page within a minute');
  } finally {
    // To the whole group, as Ctrl-C in a terminal does: npm stands between this process and the server.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
    for (let tries = 0; tries < 200 && (await usable()); tries++) await wait(50);
  }
}

const usable = (): Promise<boolean> =>
  Promise.all([fetch(`http://127.0.0.1:${port}/`), fetch(`http://127.0.0.1:${port}/api/health`)]).then(
    (answers) => answers.every((answer) => answer.ok),
    () => false,
  );
