import { contentHash } from '@daero/domain/canonical';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chunk } from './chunk.ts';
import { talliesSchema, type Tally } from './tally.ts';

/** Counts of finished chunks, each stored once under the hash of what was asked and of the code that answered. */
export type ChunkStore = {
  readonly get: (chunk: Chunk) => readonly Tally[] | null;
  readonly put: (chunk: Chunk, tallies: readonly Tally[]) => void;
};

export function chunkStore(folder: string, codeVersionOf: (family: string) => string): ChunkStore {
  const place = ({ scenario: { family, settings, seed }, from, to }: Chunk): string => {
    const name = contentHash({ family, settings, seed, from, to, code: codeVersionOf(family) });
    return join(folder, name.slice(0, 2), `${name}.json`);
  };
  return {
    get: (chunk) => {
      try {
        const read = talliesSchema.safeParse(JSON.parse(readFileSync(place(chunk), 'utf8')));
        return read.success ? read.data : null;
      } catch {
        return null; // not there, or cut short by a machine that went down: it is computed again
      }
    },
    put: (chunk, tallies) => {
      const file = place(chunk);
      mkdirSync(dirname(file), { recursive: true });
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, JSON.stringify(tallies));
      renameSync(unfinished, file);
    },
  };
}
