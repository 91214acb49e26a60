import type { IsoDate } from '@daero/domain/time';
import { addDays } from '@daero/pathway/calendar/day-number';
import type { Random } from '@daero/registry/generated/deviates';
import { defaultRules } from '../layers/default-rules.ts';
import type { AdoptionChange, AdoptionEvent, Outcome } from '../layers/event.ts';
import type { Layer, LayerKind } from '../layers/layer.ts';
import type { By } from '../record/event.ts';
import { day, made, workday } from './made.ts';
import { demonstrationOn, products, type Road } from './hospitals.ts';

/** Usual days from the last predecessor's yes to a layer's own. */
const usual: Readonly<Record<LayerKind, number>> = {
  ...{
    need: 10,
    'clinical-review': 25,
    'local-validation': 45,
    'it-integration': 30,
    'security-privacy': 35,
  },
  ...{ 'fee-finance': 25, 'device-committee': 25, purchase: 30, 'go-live': 25, monitoring: 180, other: 30 },
};
const person = (site: string, kind: LayerKind): string => `${site}.${kind}`;
const roleOf: Readonly<Record<LayerKind, By['role']>> = {
  ...{ need: 'clinician', 'clinical-review': 'clinician', 'local-validation': 'clinician' },
  ...{ 'it-integration': 'hospital-it', 'security-privacy': 'hospital-it', 'fee-finance': 'administrator' },
  ...{ 'device-committee': 'administrator', purchase: 'procurement', 'go-live': 'clinician' },
  ...{ monitoring: 'clinician', other: 'administrator' },
};

export const keyHolder = (site: string, kind: LayerKind): By => ({
  personId: person(site, kind),
  role: roleOf[kind],
});

/** The days on which layers said yes, and all events of the road. */
export type Walked = {
  readonly events: readonly AdoptionEvent[];
  readonly yes: ReadonlyMap<LayerKind, IsoDate>;
};

/** A hospital's road as events, in the order of their days. */
export function walkRoad(road: Road, random: Random, nextId: () => string): Walked {
  const { site, startOn, product } = road;
  const { deviceId, version } = products[product];
  const kinds = defaultRules().layers.map(({ kind }) => kind);
  const rules = defaultRules(Object.fromEntries(kinds.map((kind) => [kind, [person(site, kind)]])));
  const events: AdoptionEvent[] = [];
  const put = (on: IsoDate, by: By, change: AdoptionChange): void => {
    events.push(made('', on, by, change));
  };
  const yes = new Map<LayerKind, IsoDate>();
  const start = day(startOn);
  const key = {
    hospital: site,
    productVersion: `${deviceId}@${version}`,
    indication: `${product}-reading-aid`,
  };
  put(start, { personId: `${site}.office`, role: 'administrator' }, { type: 'opened', key, rules });

  const last = rules.layers.findIndex(({ kind }) => kind === road.until);
  for (const [at, layer] of rules.layers.entries()) {
    const follows = at === last + 1;
    if (at > last && !(follows && road.then !== 'goes-on')) {
      if (layer.kind === 'go-live') prepare(road, addDays(yes.get('purchase') ?? start, 10), put);
      continue;
    }
    const before = layer.after.map(
      (name) => yes.get(kinds.find((kind) => kind === name) ?? 'other') ?? start,
    );
    const from = before.reduce((latest, on) => (on > latest ? on : latest), start);
    const on = workday(addDays(from, Math.round(usual[layer.kind] * road.pace * (0.8 + 0.4 * random()))));
    if (on > demonstrationOn) break;
    for (const { id } of layer.papers.filter(({ must }) => must))
      put(on, keyHolder(site, layer.kind), {
        type: 'paper-filed',
        layer: layer.id,
        paper: id,
        reference: `generated/${id}`,
      });
    if (layer.kind === 'go-live') prepare(road, addDays(from, 5), put);
    const outcome = outcomeOf(road, layer, on, follows);
    put(on, keyHolder(site, layer.kind), { type: 'decided', layer: layer.id, outcome });
    if (outcome.is === 'approved' || outcome.is === 'conditional') yes.set(layer.kind, on);
    if (outcome.is === 'conditional' && road.then !== 'condition-overdue') {
      const met = addDays(on, 30);
      const change = {
        type: 'condition-met',
        layer: layer.id,
        condition: 'c1',
        reference: 'generated/test',
      } as const;
      if (met <= demonstrationOn) put(met, keyHolder(site, layer.kind), change);
    }
  }
  if (road.paidOn !== null)
    put(day(road.paidOn), keyHolder(site, 'fee-finance'), { type: 'paid', reference: 'generated/claim' });
  if (road.withdrawn !== null) {
    const because = [...road.withdrawn.because];
    put(day(road.withdrawn.on), keyHolder(site, 'monitoring'), { type: 'withdrawn', because });
  }
  // Papers of a day come before its decision, as they were put.
  const inOrder = events
    .map((event, at) => ({ event, at }))
    .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.at - b.at));
  return { events: inOrder.map(({ event }) => ({ ...event, eventId: nextId() })), yes };
}

/** Security asks for a penetration test wherever the road had a yes; what follows the last yes may halt. */
function outcomeOf(road: Road, { kind }: Layer, on: IsoDate, follows: boolean): Outcome {
  const text = { ko: '모의해킹 결과 제출', en: 'file the penetration test' };
  const conditional: Outcome = {
    is: 'conditional',
    conditions: [{ id: 'c1', text, dueOn: addDays(on, 60) }],
  };
  if (follows && road.then === 'deferred') return { is: 'deferred', untilOn: addDays(on, 365) };
  if (follows && road.then === 'refused') return { is: 'refused' };
  return kind === 'it-integration' ? conditional : { is: 'approved' };
}

/** What is done towards readiness, as far as this hospital got. */
function prepare(
  { site, ready }: Road,
  on: IsoDate,
  put: (on: IsoDate, by: By, change: AdoptionChange) => void,
): void {
  if (ready === 'nothing') return;
  const by = keyHolder(site, 'go-live');
  const readers = [1, 2, 3].map((n) => `${site}.reader-${n}`);
  const roles = {
    owner: [person(site, 'go-live')],
    reader: readers,
    'it-contact': [person(site, 'it-integration')],
  };
  for (const [role, persons] of Object.entries(roles)) put(on, by, { type: 'role-filled', role, persons });
  for (const [at, reader] of readers.entries())
    put(addDays(on, 1), by, {
      type: 'course-taken',
      course: 'reader-course',
      person: reader,
      score: 84 + 5 * at,
    });
  for (const procedure of ['consent', 'downtime', 'incident'])
    put(addDays(on, 2), by, { type: 'procedure-adopted', procedure, reference: `generated/${procedure}` });
  if (ready === 'all')
    put(addDays(on, 3), by, {
      type: 'procedure-drilled',
      procedure: 'downtime',
      wentWell: true,
      reference: 'generated/drill',
    });
}
