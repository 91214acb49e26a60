import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { client, type Client } from '@daero/api/client';
import type { ImportAnswer, LineOutcome } from '@daero/api/schemas/run';
import { id } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { newEventId, openStore } from '@daero/postgres/store';
import { importLines } from '@daero/server/intake/import-lines';
import { home } from '@daero/server/project/root';
import { changeLog, itself } from '@daero/server/runs/change-log';
import { siteOf } from '@daero/server/start-server';
import { runningServer } from '@daero/server/state-file';
import { failed, language, print, printError, type Command } from '../terminal.ts';

const wrong = {
  kind: 'argument-wrong',
  usage: 'daero import <events.ndjson> [--reason text] [--json]',
} as const;
const batchOf = 1000; // lines that go together; each batch is on the disk before the next is sent

type Take = (lines: readonly string[], firstLine: number) => Promise<Result<ImportAnswer>>;
type Door = { readonly take: Take; readonly close: () => Promise<void> };

/** daero import: through the running server where there is one, else straight into the log. Sending twice stores once. */
export const importCommand: Command = async (args) => {
  const asJson = args.includes('--json');
  const given = read(args);
  if (given === null) return failed(wrong, asJson);
  const { file, reason } = given;
  const opened = await open(file).catch((error: unknown) => error);
  if (!isFile(opened)) {
    const fault = { kind: 'import-file-unreadable', file, reason: codeOf(opened) } as const;
    return failed(fault, asJson);
  }
  const door = await openDoor(reason);
  if (!door.ok) return failed(door.fault, asJson);
  const tell = asJson ? () => undefined : tellRefused(basename(file));
  const whole = await sendAll(file, opened, door.value.take, tell);
  await door.value.close();
  if (!whole.ok) return failed(whole.fault, asJson);
  const { stored, alreadyThere, refused, outcomes } = whole.value;
  if (asJson) {
    const problems = outcomes.filter(({ outcome }) => outcome === 'refused');
    print(JSON.stringify({ ok: refused === 0, stored, alreadyThere, refused, problems }));
  } else {
    print({
      ko: `저장 ${stored} · 이미 있음 ${alreadyThere} · 거절 ${refused}`,
      en: `stored ${stored} · already there ${alreadyThere} · refused ${refused}`,
    });
  }
  return refused === 0 ? 0 : 1;
};

function read(args: string[]): { readonly file: string; readonly reason: string } | null {
  try {
    const options = { reason: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    return { file, reason: values.reason ?? `daero import ${basename(file)}` };
  } catch {
    return null;
  }
}

async function openDoor(reason: string): Promise<Result<Door>> {
  const server = runningServer(home);
  if (server !== null) {
    const calls = client(fetch, server.url, { authorization: `Bearer ${server.token}` });
    return succeed({ take: throughServer(calls, server.url, reason), close: async () => undefined });
  }
  const { DATABASE_URL: url } = process.env;
  const store = await openStore(url === undefined ? { folder: join(home, 'db') } : { url });
  if (!store.ok) return store;
  const { events, close } = store.value;
  const changes = changeLog(events, id<'site'>(siteOf('all')), newEventId);
  const take: Take = async (lines, firstLine) => {
    const taken = await importLines(events, lines, firstLine);
    if (!taken.ok || taken.value.stored === 0) return taken;
    const { stored, alreadyThere, refused } = taken.value;
    const facts = { stored, alreadyThere, refused };
    const recorded = await changes.record({
      type: 'intake.recorded',
      by: itself,
      reason,
      project: null,
      facts,
    });
    return recorded.ok ? taken : recorded;
  };
  return succeed({ take, close });
}

const throughServer =
  (calls: Client, url: string, reason: string): Take =>
  async (lines, firstLine) => {
    const answered = await calls.importEvents({ query: { reason, firstLine }, body: lines.join('\n') });
    if (answered.ok) return answered;
    const { kind, en, ko } = answered.problem;
    return fail({ kind: 'server-unreached', url, reason: `${kind}: ${language === 'ko' ? ko : en}` });
  };

/** Sends the file in batches of whole lines and adds up the answers. */
async function sendAll(
  file: string,
  opened: Opened,
  take: Take,
  tell: (outcomes: readonly LineOutcome[]) => void,
): Promise<Result<ImportAnswer>> {
  let sum: ImportAnswer = { stored: 0, alreadyThere: 0, refused: 0, outcomes: [] };
  let [lines, size, read] = [[] as string[], 0, 0];
  const send = async (): Promise<Result<null>> => {
    if (lines.length === 0) return succeed(null);
    const taken = await take(lines, read - lines.length + 1);
    if (!taken.ok) return taken;
    tell(taken.value.outcomes);
    sum = added(sum, taken.value);
    [lines, size] = [[], 0];
    return succeed(null);
  };
  try {
    for await (const line of opened.readLines({ encoding: 'utf8' })) {
      read += 1;
      lines.push(line);
      size += line.length;
      if (lines.length < batchOf && size < 2_000_000) continue;
      const sent = await send();
      if (!sent.ok) return sent;
    }
  } catch (error) {
    return fail({ kind: 'import-file-unreadable', file, reason: codeOf(error) });
  }
  const sent = await send();
  if (!sent.ok) return sent;
  return sum.outcomes.length + sum.stored + sum.alreadyThere === 0
    ? fail({ kind: 'import-file-empty', file })
    : succeed(sum);
}

/** Only refusals are kept line by line: a file may have millions that went well. */
const added = (sum: ImportAnswer, more: ImportAnswer): ImportAnswer => ({
  stored: sum.stored + more.stored,
  alreadyThere: sum.alreadyThere + more.alreadyThere,
  refused: sum.refused + more.refused,
  outcomes: [...sum.outcomes, ...more.outcomes.filter(({ outcome }) => outcome === 'refused')],
});

/** A line a refusal, named as compilers name theirs. */
const tellRefused =
  (file: string) =>
  (outcomes: readonly LineOutcome[]): void => {
    for (const one of outcomes) {
      if (one.outcome === 'refused') printError(`${file}:${one.line}: ${one.problem[language]}`);
    }
  };

type Opened = Awaited<ReturnType<typeof open>>;
const isFile = (opened: unknown): opened is Opened =>
  typeof opened === 'object' && opened !== null && 'readLines' in opened;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unreadable';
