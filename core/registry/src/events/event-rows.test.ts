import { unwrap } from '@daero/domain/result';
import { id } from '@daero/domain/identity';
import { instant } from '@daero/domain/time';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { eventRows } from './event-rows.ts';
import { generatedEvent } from './generated-events.ts';
import { memoryLog } from './memory-log.ts';

const site = id<'site'>('site-1');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a log becomes rows in its order, each event once, however many pages it takes', async () => {
  const log = memoryLog({ now: () => instant('2026-11-22T00:00:00Z'), sha256 });
  unwrap(await log.append(Array.from({ length: 25 }, (_, n) => generatedEvent(n, site))));
  const rows = [];
  for await (const row of eventRows(log, { site, limit: 10 })) rows.push(unwrap(row));
  expect(rows.map((row) => row.position)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
  expect(new Set(rows.map((row) => row.event_id)).size).toBe(25);
  expect(Object.keys(rows[0] ?? {})).toEqual(
    expect.arrayContaining(['site', 'subject', 'occurred_at', 'type']),
  );
  expect(Object.keys(rows[0] ?? {}).some((name) => name.startsWith('payload.'))).toBe(true);
});
