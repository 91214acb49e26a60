import { parseArgs } from 'node:util';
import { home } from '@daero/server/project/root';
import { runWorker } from '@daero/server/run-worker';
import { siteOf } from '@daero/server/start-server';
import { runningServer, stateFile } from '@daero/server/state-file';
import { failed, print, type Command } from '../terminal.ts';

/** daero worker: takes jobs from DATABASE_URL, else from the database of the server that runs here, until Ctrl-C. */
export const workerCommand: Command = async (args) => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const databaseUrl = process.env.DATABASE_URL ?? runningServer(home)?.databaseUrl;
  if (databaseUrl === undefined) {
    const fault = { kind: 'worker-needs-database', state: stateFile(home) } as const;
    return failed(fault, values.json);
  }
  const worker = await runWorker(databaseUrl, siteOf('all'));
  if (!worker.ok) return failed(worker.fault, values.json);
  if (values.json) print(JSON.stringify({ ok: true, pid: process.pid }));
  else print({ ko: '일을 기다립니다. 끝내기: Ctrl-C', en: 'Waiting for work. Stop: Ctrl-C' });
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
  await worker.value.close();
  return 0;
};
