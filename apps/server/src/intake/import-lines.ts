import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportAnswer, LineOutcome } from '@daero/api/schemas/run';
import { problemOf } from '@daero/api/problem';
import type { EventDraft } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { readDraft } from '@daero/registry/events/envelope';
import { storable } from '@daero/registry/events/storable';

const batchOf = 500;
export const longestLine = 2_097_152; // characters; the log takes payloads of half of that

/** Lines of NDJSON into the log. Each line is judged alone; what is answered as stored is on the disk. */
export async function importLines(
  events: EventLog,
  lines: readonly string[],
  firstLine = 1,
): Promise<Result<ImportAnswer>> {
  const outcomes: LineOutcome[] = [];
  for (let from = 0; from < lines.length; from += batchOf) {
    const batch: { readonly line: number; readonly draft: EventDraft }[] = [];
    for (const [at, text] of lines.slice(from, from + batchOf).entries()) {
      const line = firstLine + from + at;
      if (text.trim() === '') continue;
      const draft = readLine(text, line);
      if (draft.ok) batch.push({ line, draft: draft.value });
      else outcomes.push(refused(line, draft.fault));
    }
    if (batch.length === 0) continue;
    const appended = await events.append(batch.map(({ draft }) => draft));
    if (!appended.ok) return appended;
    for (const [at, answer] of appended.value.entries()) {
      const line = batch[at]?.line ?? 0;
      if (answer.answer === 'refused') outcomes.push(refused(line, answer.fault));
      else
        outcomes.push({ line, outcome: answer.answer, eventId: answer.eventId, position: answer.position });
    }
    await breathe();
  }
  outcomes.sort((left, right) => left.line - right.line);
  const count = (outcome: LineOutcome['outcome']): number =>
    outcomes.filter((one) => one.outcome === outcome).length;
  return succeed({
    stored: count('stored'),
    alreadyThere: count('already there'),
    refused: count('refused'),
    outcomes,
  });
}

function readLine(text: string, line: number): Result<EventDraft> {
  if (text.length > longestLine) return fail({ kind: 'import-line-too-long', line, limit: longestLine });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ kind: 'import-line-not-json', line });
  }
  if (!storable(value)) return fail({ kind: 'event-text-unstorable', entry: line }); // first: the schema recurses
  return readDraft(value, line);
}

/** A fault of the log counts within its batch; here every place is a line. */
function refused(line: number, fault: Fault): LineOutcome {
  const placed = { ...fault, ...('entry' in fault ? { entry: line } : {}) };
  return { line, outcome: 'refused', problem: problemOf(placed) };
}
