import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
const launcher = join(root, 'apps/cli/daero.js');

/** Seconds a command takes from its start to its end, as a person at a terminal waits for it. */
export function timeDaero(
  args: readonly string[],
  home: string,
): Promise<{ seconds: number; stdout: string }> {
  const from = performance.now();
  return new Promise((done, off) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      env: { ...process.env, DAERO_HOME: home, DAERO_LANGUAGE: 'en' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString('utf8')));
    child.on('error', off);
    child.on('close', (code) => {
      if (code === 0) done({ seconds: (performance.now() - from) / 1000, stdout });
      else off(new Error(`daero ${args.join(' ')} ended with ${code}\n${stdout}`));
    });
  });
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};
