import type { Json } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import { id } from '@daero/domain/identity';
import { instant, type IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import { between, normal, type Random } from '@daero/registry/generated/deviates';
import { weekOf } from '../use/weeks.ts';
import { demonstrationOn, products, type Road } from './hospitals.ts';

/** Hours between Korea and Greenwich. */
export const koreaMinutes = 540;

/** Events of care from the trial on: eligible, run, seen, answered, reported. Every subject is made up and says so. */
export function useOf(
  road: Road,
  wentLiveOn: IsoDate,
  random: Random,
  nextId: () => string,
): readonly EventDraft[] {
  const drafts: EventDraft[] = [];
  const from = addDays(weekOf(wentLiveOn), -7 * road.trialWeeks);
  const endOn = road.withdrawn?.on ?? demonstrationOn;
  let n = 0;
  for (let week = 0; addDays(from, 7 * week) < endOn; week += 1) {
    const { seen, ran } = road.uptake.findLast(({ fromWeek }) => fromWeek <= week) ?? { seen: 0, ran: 0 };
    const cases = Math.round(between(5, 60, road.perWeek + 2 * normal(random)));
    for (let k = 0; k < cases; k += 1) {
      const on = addDays(from, 7 * week + Math.floor(5 * random()));
      const happened = random() < ran;
      const shown = happened && random() < seen / Math.max(ran, 0.01);
      if (on < endOn) drafts.push(...opportunity(road, { n: (n += 1), on, happened, shown }, random, nextId));
    }
  }
  return drafts;
}

type Chance = {
  readonly n: number;
  readonly on: IsoDate;
  readonly happened: boolean;
  readonly shown: boolean;
};

function opportunity(
  { site, product }: Road,
  { n, on, happened, shown }: Chance,
  random: Random,
  nextId: () => string,
): readonly EventDraft[] {
  const { deviceId, version } = products[product];
  const began = Date.parse(`${on}T00:00:00Z`) + Math.floor(540 * random()) * 60_000; // 9:00-18:00 in Korea
  const reader = `${site}.reader-${1 + Math.floor(3 * random())}`;
  const runs = 1 + 4 * random();
  const screen = runs + 1 + 6 * random();
  const report = (shown ? 24 : 31) + between(-15, 60, 9 * normal(random));
  const draft = (minutes: number, type: string, payload: Json, who: 'device' | 'reader'): EventDraft => ({
    eventId: id<'event'>(nextId()),
    ...{ type, schemaVersion: 1, site: id<'site'>(site), subject: id<'subject'>(`${site}.p${n}`) },
    ...{
      encounter: null,
      subjectRef: `study-${n}`,
      occurredAt: instant(new Date(began + Math.round(minutes * 60_000)).toISOString()),
    },
    clock: { source: 'ntp', skewMs: 0 },
    actor:
      who === 'device'
        ? { personId: id<'person'>(`${deviceId}-runner`), role: 'device' }
        : { personId: id<'person'>(reader), role: 'clinician' },
    device: {
      ...{ deviceId: id<'device'>(deviceId), version, udiDi: null },
      ...{ modelHash: '5f'.repeat(32), thresholdSetId: 'generated' },
    },
    ...{ arm: 'shown', study: null, causeId: null, correlationId: `${site}.chance-${n}` },
    idempotencyKey: `generated-use/${site}/${n}/${type}`,
    payload,
  });
  const digest = n.toString(16).padStart(64, '0');
  const findings = [{ code: 'generated-finding', present: random() < 0.12 ? 'yes' : 'no', confidence: null }];
  const events = [
    draft(0, 'opportunity.eligible', { ruleVersion: 'generated-1', inputPresent: 'yes' }, 'device'),
  ];
  if (happened) {
    const scores = [{ name: 'suspicion', value: Math.round(1000 * random()) / 1000 }];
    const latencyMs = Math.round(60_000 * runs);
    const result = {
      inputDigest: digest,
      qualityFlags: [],
      scores,
      class: null,
      uncertainty: null,
      threshold: null,
      latencyMs,
    };
    events.push(draft(runs, 'inference.completed', result, 'device'));
  } else if (random() < 0.5)
    events.push(
      draft(
        runs,
        'inference.failed',
        { inputDigest: digest, failureCode: 'no-answer', latencyMs: null },
        'device',
      ),
    );
  if (shown) {
    const place = {
      channel: 'pacs',
      shownTo: reader,
      place: 'worklist',
      secondsVisible: null,
      humanReadBefore: 'unknown',
    };
    events.push(draft(screen, 'result.shown', place, 'device'));
    const secondsTaken = Math.round(between(3, 90, 14 + 6 * normal(random)));
    const response = responseOf(random());
    events.push(
      draft(screen + 2, 'decision.recorded', { response, reasonCode: null, secondsTaken }, 'reader'),
    );
  }
  const exposedToDevice = shown ? 'yes' : 'no';
  const at = Math.max(report, shown ? screen + 3 : 5);
  events.push(
    draft(at, 'report.finalised', { reportId: `generated-${n}`, findings, exposedToDevice }, 'reader'),
  );
  return events;
}

const responseOf = (u: number): string =>
  u < 0.76 ? 'accepted' : u < 0.84 ? 'modified' : u < 0.94 ? 'overridden' : 'ignored';
