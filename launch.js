import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript that Node 20 reads: it finds a Node that runs TypeScript, and hands over to it.

const root = dirname(fileURLToPath(import.meta.url));

/** The Node of the lock file, else this one with the flag that older releases of Node 22 need; null where neither serves. */
const nodeForTypeScript = () => {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(own) && process.env.DAERO_RELAUNCHED === undefined) return { path: own, flags: [] };
  const flag = '--experimental-strip-types';
  return process.allowedNodeEnvironmentFlags.has(flag) ? { path: process.execPath, flags: [flag] } : null;
};

/** Runs the TypeScript file `target`, which is relative to the file at the URL `from`, with this process's arguments. */
export async function launch(from, target) {
  const entry = new URL(target, from);
  if (process.features.typescript) {
    module.enableCompileCache?.();
    await import(entry.href);
    return;
  }
  const node = nodeForTypeScript();
  if (node === null) {
    console.error(
      `Node ${process.version} cannot run this program. Run "npm install" here, or put Node 22.18 or later on the path.\n` +
        `이 프로그램에는 Node 22.18 이상이 필요합니다(현재 ${process.version}). 이 폴더에서 "npm install"을 실행하거나 Node를 갱신하십시오.`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node.path, [...node.flags, fileURLToPath(entry), ...process.argv.slice(2)], {
    stdio: 'inherit',
    // Types stripped and code compiled once: the next command starts in half the time.
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      DAERO_RELAUNCHED: '1',
    },
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (trouble) => {
    console.error(`${node.path} did not start: ${trouble.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeAllListeners(each);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}
