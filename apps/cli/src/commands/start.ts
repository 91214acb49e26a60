import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { isLoopbackHost } from '@daero/server/http/security';
import { stateFile } from '@daero/server/state-file';
import { home } from '@daero/server/project/root';
import { pagesAreBuilt, startServer } from '@daero/server/start-server';
import { failed, print, type Command } from '../terminal.ts';

const wrong = {
  kind: 'argument-wrong',
  usage: 'daero start [--port N] [--host address] [--as site|hub] [--no-worker] [--no-open] [--json]',
} as const;
const options = {
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  as: { type: 'string', default: 'all' },
  'no-worker': { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** daero start: database, server and worker in one, until Ctrl-C. */
export const startCommand: Command = async (args) => {
  const given = read(args);
  if (given === null) return failed(wrong, args.includes('--json'));
  const { values, port, serves } = given;
  const started = await startServer({
    host: values.host,
    port,
    serves,
    databaseUrl: process.env.DATABASE_URL,
    worker: !values['no-worker'],
  });
  if (!started.ok) return failed(started.fault, values.json);
  const { url, log, notes, close } = started.value;
  if (values.json) print(JSON.stringify({ ok: true, url, log, state: stateFile(home), pid: process.pid }));
  else tell(url, log, notes, values.host);
  if (!values['no-open'] && !values.json && process.stdout.isTTY) openPage(url);

  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
  if (!values.json) print({ ko: '\n끝내는 중입니다…', en: '\nStopping …' });
  await close();
  return 0;
};

type Given = {
  readonly values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  readonly port: number | null;
  readonly serves: 'all' | 'hub' | 'site';
};

function read(args: string[]): Given | null {
  try {
    const { values } = parseArgs({ args, options });
    const { port: text, as } = values;
    const port = text === undefined ? null : Number(text);
    if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) return null;
    return as === 'all' || as === 'hub' || as === 'site' ? { values, port, serves: as } : null;
  } catch {
    return null;
  }
}

/** Both languages: whoever starts it may not be who reads it. */
function tell(url: string, log: string, notes: readonly string[], host: string): void {
  print(`\n  다로   ${url}\n  Daero\n\n  기록 / log: ${log}`);
  for (const note of notes) print(`  ${note}`);
  if (!pagesAreBuilt()) {
    print('  화면이 아직 없습니다: node set-up.js web / The pages are not built: node set-up.js web');
  }
  if (!isLoopbackHost(host)) {
    print(
      '  이 컴퓨터 밖에서도 열립니다. 시연용 로그인은 이 컴퓨터 안에서만 됩니다.\n' +
        '  Open to other machines; sign-in for demonstration still works on this one only.',
    );
  }
  print('  끝내기 / stop: Ctrl-C\n');
}

/** Opens the page where there is a desktop; nothing is lost where there is none. */
function openPage(url: string): void {
  const { platform, env } = process;
  if (
    platform !== 'darwin' &&
    platform !== 'win32' &&
    env.DISPLAY === undefined &&
    env.WAYLAND_DISPLAY === undefined
  )
    return;
  const [program, ...rest] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  if (program === undefined) return;
  const child = spawn(program, [...rest, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
