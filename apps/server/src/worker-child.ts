import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { LogFile } from './log-file.ts';

export type WorkerChild = {
  readonly working: () => boolean;
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
};

const pauses = [200, 1_000, 5_000, 30_000]; // ms before it is started again

/** A worker in a child process, started again when it dies unasked. */
export function workerChild(databaseUrl: string, site: string, log: LogFile): WorkerChild {
  let child: ChildProcess;
  let working = false;
  let stopping = false;
  let deaths = 0;
  let timer: NodeJS.Timeout | undefined;

  const begin = (): void => {
    child = fork(join(import.meta.dirname, 'worker-process.ts'), [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: process.execArgv.filter((flag) => flag === '--experimental-strip-types'), // Node 22 needs it
    });
    child.send({ databaseUrl, site });
    child.on('message', (message) => {
      working = message === 'working';
      if (working) deaths = 0;
      log.write({
        level: working ? 'info' : 'error',
        what: working ? 'worker takes jobs' : 'worker did not start',
        pid: child.pid ?? 0,
      });
    });
    child.on('error', () => undefined);
    child.once('exit', (code, signal) => {
      working = false;
      if (stopping) return;
      log.write({ level: 'error', what: 'worker died', code: code ?? -1, signal: signal ?? '' });
      timer = setTimeout(begin, pauses[Math.min(deaths++, pauses.length - 1)]);
    });
  };
  begin();
  return {
    working: () => working,
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await gone;
      clearTimeout(late);
    },
  };
}
