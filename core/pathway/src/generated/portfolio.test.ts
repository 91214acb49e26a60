import type { LoggedEvent } from '@daero/domain/event';
import { id } from '@daero/domain/identity';
import { unwrap } from '@daero/domain/result';
import { instant, isoDate, type IsoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../calendar/calendars.ts';
import { addDays } from '../calendar/day-number.ts';
import { activeVisits, endedOn } from '../case/state.ts';
import { forecastCase } from '../forecast/forecast.ts';
import { possibleChanges } from '../record/possible.ts';
import { foldRecord, type CaseRecord } from '../record/record.ts';
import type { GeneratedCase } from './generate.ts';
import { demonstrationPortfolio } from './portfolio.ts';

const asOf = isoDate('2026-11-23');
const logged = ({ caseId, events }: GeneratedCase): readonly LoggedEvent[] =>
  events.map(({ at, type, by, payload }) => ({
    ...{ eventId: id<'event'>(`${caseId}.${at}`), type, schemaVersion: 1, site: id<'site'>('hub') },
    ...{ subject: null, encounter: null, subjectRef: null, occurredAt: instant('2026-11-23T00:00:00Z') },
    ...{ clock: { source: 'hand', skewMs: null }, actor: by, device: null, arm: null, study: null },
    ...{ causeId: null, correlationId: caseId, idempotencyKey: `${caseId}#${at}`, payload, position: at + 1 },
    ...{ recordedAt: instant('2026-11-23T00:00:00Z'), payloadHash: '', previousHash: '', hash: '' },
  }));
const recordsAt = (on: IsoDate, seed = 1): readonly CaseRecord[] =>
  demonstrationPortfolio(on, seed).map((one) => unwrap(foldRecord(one.caseId, logged(one))));

describe('the generated portfolio', () => {
  test.each([0, 1, 2, 3, 30, 90])('is accepted by the rules %i days later, under any seed', (later) => {
    for (const seed of [1, 2, 3]) expect(recordsAt(addDays(asOf, later), seed).length).toBe(11);
  });

  test('the same day and seed give the same cases, another seed others', () => {
    const text = (seed: number): string => JSON.stringify(demonstrationPortfolio(asOf, seed));
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  test('every case says that it is a demonstration, in both languages', () => {
    for (const { about } of recordsAt(asOf)) {
      expect(about.demonstration).toBe(true);
      expect([/시연/.test(about.title.ko), /demonstration/.test(about.title.en)]).toEqual([true, true]);
    }
  });

  test('stands at different points: five Korean routes and more, one ended, one stopped, one appealed, one abroad each', () => {
    const records = recordsAt(asOf);
    const routes = new Set(records.map(({ state }) => state.key.route));
    expect([...routes].filter((route) => route.startsWith('kr.')).length).toBeGreaterThanOrEqual(5);
    expect([...routes]).toEqual(expect.arrayContaining(['us.r.std', 'de.r.diga']));
    const of = (caseId: string): CaseRecord['state'] => {
      const found = records.find((one) => one.caseId === caseId);
      if (found === undefined) throw new Error(caseId);
      return found.state;
    };
    expect(endedOn(of('demo-fundus-existing'))).not.toBeNull();
    expect(of('demo-ecg-immediate').visits[0]?.pauses.at(-1)?.toOn).toBeNull();
    expect(activeVisits(of('demo-polyp-appeal')).map(({ attempt }) => attempt)).toEqual([2]);
    expect(of('demo-chest-immediate').windows[0]?.closedOn).toBeNull();
  });

  test('every case can be forecast, and what may be recorded next is accepted', () => {
    for (const { state, events, assumptions } of recordsAt(asOf)) {
      const calendar = calendarOf(state.rules.code);
      const request = { asOf, seed: 1, draws: 1000, calendar, assumptions, scenarios: [] };
      expect(unwrap(forecastCase(state, request)).route).toBe(state.key.route);
      expect(possibleChanges(events, state, asOf).length).toBeGreaterThan(0);
    }
  });
});
