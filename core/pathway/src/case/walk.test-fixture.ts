import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { dayNumber, dayOf } from '../calendar/day-number.ts';
import { caseEventSchema, type CaseChange, type CaseEvent } from './event.ts';
import { foldCase } from './fold.ts';
import type { CaseState } from './state.ts';

type Row = readonly [on: string, change: unknown, source?: string];

/** Events of a case from short rows: the day, what changed, the paper. */
export const eventsOf = (rows: readonly Row[]): readonly CaseEvent[] =>
  rows.map(([on, change, source], at) =>
    caseEventSchema.parse({
      eventId: `e${at + 1}`,
      on,
      by: { personId: 'ra-1', role: 'market-access' },
      reason: 'as notified',
      source: source ?? null,
      change,
    }),
  );

export const opened = (route: string, jurisdiction = 'KR', version = '2026-01-26'): CaseChange => ({
  type: 'opened',
  key: { productVersion: 'reference-chest@2.1', indication: 'chest-radiograph', act: 'reading-aid', route },
  jurisdiction,
  version,
});
export const entered = (stage: string): CaseChange => ({ type: 'entered', stage });
export const decided = (
  stage: string,
  outcome: Extract<CaseChange, { type: 'decided' }>['outcome'],
  ...to: readonly string[]
): CaseChange => ({ type: 'decided', stage, outcome, to: [...to] });

export const walk = (rows: readonly Row[]): CaseState => unwrap(foldCase(eventsOf(rows)));

/** The fault that the last of the rows meets; the others must stand. */
export function refusedAt(rows: readonly Row[]): Readonly<Record<string, unknown>> {
  walk(rows.slice(0, -1));
  const found = foldCase(eventsOf(rows));
  if (found.ok) throw new Error('nothing was refused');
  return found.fault;
}
/** Steps that the rules allow from where a case stands, chosen at random. */
export function randomWalk(
  route: string,
  choices: readonly number[],
  gaps: readonly number[],
): readonly Row[] {
  const rows: Row[] = [['2026-02-02', opened(route)]];
  let day = dayNumber(isoDate('2026-02-02'));
  for (const [at, choice] of choices.entries()) {
    const state = walk(rows);
    const possible = [
      ...[...state.rules.stages.keys()].map((stage) => entered(stage)),
      ...[...state.rules.stages.values()].flatMap((stage) => [
        ...stage.transitions.flatMap(({ on, to }) =>
          on === 'supplement-request' || on === 'appeal' ? [] : [decided(stage.id, on, to)],
        ),
        { type: 'paused', stage: stage.id, because: 'supplement-requested' },
        { type: 'resumed', stage: stage.id },
        { type: 'extended', stage: stage.id, days: 10 },
        { type: 'appealed', stage: stage.id },
        { type: 'window-opened', stage: stage.id, fromOn: dayOf(day), toOn: null },
      ]),
    ];
    day += gaps[at] ?? 0;
    const allowed = possible.filter((change) => foldCase(eventsOf([...rows, [dayOf(day), change]])).ok);
    const next = allowed[choice % Math.max(1, allowed.length)];
    if (next !== undefined) rows.push([dayOf(day), next]);
  }
  return rows;
}
export type { Row };
