import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One JSON object a line. Neither addresses with what a user typed nor payloads go in here: they may be about patients. */
export type LogFile = {
  readonly path: string;
  readonly write: (entry: Readonly<Record<string, string | number | boolean>>) => void;
  readonly close: () => Promise<void>;
};

const largest = 20_000_000; // bytes; one older file is kept beside it

export function openLogFile(folder: string, name: string): LogFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.1`);
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  stream.on('error', () => undefined); // a full disk must not stop the work
  return {
    path,
    write: (entry) => stream.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`),
    close: () => new Promise((done) => stream.end(done)),
  };
}
