import { id } from '@daero/domain/identity';
import type { EventLog, Head, Page } from '@daero/domain/event-log';
import { unwrap } from '@daero/domain/result';
import { sha256 } from '@daero/postgres/event-log';
import { openStore } from '@daero/postgres/store';
import { verifyChain } from '@daero/registry/events/verify-chain';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startIntake, type Sent } from './intake-process.ts';
import type { Part } from './part.ts';
import { killTree } from './process-tree.ts';

const site = id<'site'>('icu-faults');
const victims = ['intake', 'database', 'both'] as const;

/**
 * An intake process owns an embedded database and sends events. It, the database, or both are killed with SIGKILL at a
 * random moment. After each round every acknowledged event must be there exactly once and the chain must verify.
 */
export const intakeKill: Part = {
  name: 'intake-kill',
  run: async ({ times, random, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'daero-faults-'));
    const sent: Sent = { highest: 0, acknowledged: new Set(), unanswered: new Set() };
    const kept: Kept = { head: null, keys: new Set() };
    let failed = 0;
    for (let round = 1; round <= times; round += 1) {
      const victim = victims[Math.floor(random() * victims.length)] ?? 'both';
      const delayMs = Math.floor(30 + random() * random() * 2500);
      const before = sent.acknowledged.size;
      const trouble = await oneRound(folder, victim, delayMs, sent)
        .then(() => examine(folder, sent, kept))
        .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
      if (trouble !== null) failed += 1;
      const news = `${sent.acknowledged.size - before} acknowledged, ${kept.keys.size} in the log`;
      say(
        `${round}/${times} killed ${victim} after ${delayMs} ms: ${trouble === null ? `ok (${news})` : `FAILED: ${trouble}`}`,
      );
    }
    rmSync(folder, { recursive: true, force: true });
    return { passed: times - failed, failed };
  },
};

/** What earlier rounds have seen in the log: the next round reads on from there. */
type Kept = { head: Head | null; readonly keys: Set<string> };

async function oneRound(
  folder: string,
  victim: (typeof victims)[number],
  delayMs: number,
  sent: Sent,
): Promise<void> {
  const intake = await startIntake(folder, site, sent);
  await pause(delayMs);
  if (victim !== 'intake') killTree(intake.postmaster);
  if (victim === 'database') await intake.nextAcknowledgement(30_000); // it must recover under the living intake
  await intake.kill();
}

/** `null` when all is as it must be. The database is opened as the next start would, over whatever the kill left. */
async function examine(folder: string, sent: Sent, kept: Kept): Promise<string | null> {
  const store = unwrap(await openStore({ folder }));
  try {
    return (
      (await newEvents(store.events, kept)) ?? missing(sent, kept) ?? (await wholeChain(store.events, kept))
    );
  } finally {
    await store.close();
  }
}

async function newEvents(log: EventLog, kept: Kept): Promise<string | null> {
  let after: number | null = kept.head?.position ?? 0;
  while (after !== null) {
    const page: Page = unwrap(await log.read({ site, after, limit: 5000 }));
    for (const { idempotencyKey, position } of page.events) {
      if (kept.keys.has(idempotencyKey)) return `an event is there twice, again at position ${position}`;
      kept.keys.add(idempotencyKey);
    }
    after = page.next;
  }
  return null;
}

function missing(sent: Sent, kept: Kept): string | null {
  const lost = [...sent.acknowledged].filter((n) => !kept.keys.has(`generated-${n}`));
  return lost.length === 0 ? null : `${lost.length} acknowledged events are not there`;
}

/** The chain from the first event on, through the head that the last round saw. */
async function wholeChain(log: EventLog, kept: Kept): Promise<string | null> {
  const verified = await verifyChain(log, site, sha256, kept.head === null ? {} : { known: kept.head });
  if (!verified.ok) return JSON.stringify(verified.fault);
  if (verified.value.position !== kept.keys.size)
    return 'the chain is longer or shorter than the events in it';
  kept.head = verified.value;
  return null;
}
