import { generateAdoption, type GeneratedHospital } from '@daero/adoption/generated/adoption';
import { products, type ProductName } from '@daero/adoption/generated/hospitals';
import { keyHolder } from '@daero/adoption/generated/road';
import type { AdoptionEvent } from '@daero/adoption/layers/event';
import type { ProcurementEvent } from '@daero/adoption/procurement/event';
import type { AdoptionAbout } from '@daero/adoption/record/about';
import type { Recorded } from '@daero/adoption/record/event';
import { contentHash, type Json } from '@daero/domain/canonical';
import type { EventDraft } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import { id, type EventId, type SiteId } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { instant, isoDate } from '@daero/domain/time';
import { randomStream } from '@daero/statistics/resampling/random-stream';
import { placeKey, type DecisionLog } from '../decisions/decided.ts';
import { seed } from '../pathway/cases.ts';
import { adoptionStream, answerStream, purchaseStream, typeOf } from './records.ts';

type Parts = { readonly events: EventLog; readonly decisions: DecisionLog };
type Given = { readonly site: SiteId; readonly newEventId: () => EventId };

/** The generated hospitals, each put into the log once: a record that has events already is left as it is. */
export async function loadAdoptions({ events, decisions }: Parts, given: Given): Promise<Result<number>> {
  const there = await decisions.all();
  if (!there.ok) return there;
  const { hospitals, answers } = generated();
  const records = [
    ...hospitals.flatMap((one) => recordsOf(one)),
    ...(['chest', 'ecg'] as const).map((name) => ({
      stream: answerStream(products[name].deviceId),
      kind: 'security' as const,
      history: answers[name],
      project: evidenceOf(name, null)?.project ?? null,
      about: null,
    })),
  ];
  const drafts = records
    .filter(({ stream, history }) => !there.value.has(stream) && history.length > 0)
    .flatMap((record) => draftsOf(record, given));
  return appendAll(events, drafts);
}

/** The care of the generated hospitals, as it would have come from them: some thousands of events, put into the log once. */
export async function loadCare(events: EventLog, stop: AbortSignal): Promise<Result<number>> {
  let loaded = 0;
  for (const { site, use } of generated().hospitals) {
    if (stop.aborted) break;
    const head = await events.head(site.siteId);
    if (!head.ok) return head;
    if ((head.value?.position ?? 0) >= use.length) continue;
    const appended = await appendAll(events, use, stop);
    if (!appended.ok) return appended;
    loaded += appended.value;
  }
  return succeed(loaded);
}

const generated = (): ReturnType<typeof generateAdoption> => {
  const stream = randomStream(seed, 5);
  return generateAdoption(() => stream.uniform());
};

const batch = 500;
async function appendAll(
  events: EventLog,
  drafts: readonly EventDraft[],
  stop?: AbortSignal,
): Promise<Result<number>> {
  for (let from = 0; from < drafts.length && stop?.aborted !== true; from += batch) {
    const appended = await events.append(drafts.slice(from, from + batch));
    if (!appended.ok) return appended;
    const refused = appended.value.find((answer) => answer.answer === 'refused');
    if (refused?.answer === 'refused') return fail(refused.fault);
  }
  return succeed(drafts.length);
}

type AnyRecord = {
  readonly stream: string;
  readonly kind: 'adoption' | 'procurement' | 'security';
  readonly history: readonly Recorded<{ readonly type: string }>[];
  readonly project: string | null;
  readonly about: AdoptionAbout | null;
};

function recordsOf({ site, road, adoption, purchase }: GeneratedHospital): readonly AnyRecord[] {
  const about = aboutOf(road.product, site.siteId, site.name);
  const name = `${site.siteId}-${road.product}`;
  const project = about.evidence?.project ?? null;
  return [
    {
      ...{ stream: adoptionStream(name), kind: 'adoption', project, about },
      history: adoption.map((event) => openToVisitors(event, site.siteId)),
    },
    {
      ...{ stream: purchaseStream(name), kind: 'procurement', project, about: null },
      history: purchase.map(openPurchase),
    },
  ];
}

/** Whoever signs in for demonstration holds the keys of their role too, so that a room can be tried out. */
const visitor = (role: string): string => `demonstration:${role}`;

function openToVisitors(event: AdoptionEvent, site: string): AdoptionEvent {
  const { change } = event;
  if (change.type !== 'opened') return event;
  const layers = change.rules.layers.map((layer) => ({
    ...layer,
    holders: [...layer.holders, visitor(keyHolder(site, layer.kind).role)],
  }));
  return { ...event, change: { ...change, rules: { ...change.rules, layers } } };
}

const openPurchase = (event: ProcurementEvent): ProcurementEvent =>
  event.change.type === 'opened'
    ? {
        ...event,
        change: { ...event.change, buyerIds: [...event.change.buyerIds, visitor('procurement')] },
      }
    : event;

/** Which hospital of the example's repository a generated hospital plays: the others have no estimate of their own. */
const played: Readonly<Record<string, string>> = {
  'generated-star': 'site-1',
  'generated-rain': 'site-2',
  'generated-leaf': 'site-3',
  'generated-field': 'site-4',
};

function evidenceOf(product: ProductName, site: string | null): AdoptionAbout['evidence'] {
  if (product !== 'chest') return null;
  const here = site === null ? undefined : played[site];
  return {
    project: 'chest-radiograph-readers',
    pooled: ['auc', 'sens', 'spec'],
    local: here === undefined ? [] : [`auc-${here}`],
    subgroups: [],
    claims: [
      { claim: 'C-01', proves: ['accuracy', 'population', 'endpoint'] },
      { claim: 'C-02', proves: ['accuracy', 'sample-size'] },
      { claim: 'C-03', proves: ['diagnostic-gain', 'comparator', 'human-role'] },
      { claim: 'C-05', proves: ['robustness'] },
    ],
  };
}

function aboutOf(product: ProductName, site: string, hospital: AdoptionAbout['hospital']): AdoptionAbout {
  const { name, indication, begunOn, authorisedOn } = products[product];
  return {
    ...{ hospital, product: name, indication, demonstration: true },
    ...{ begunOn: isoDate(begunOn), authorisedOn: isoDate(authorisedOn) },
    evidence: evidenceOf(product, site),
    fee:
      product === 'chest'
        ? {
            code: 'generated-fee',
            basis: { ko: '시연용 비급여 가격', en: 'non-benefit price made up for the demonstration' },
            ...{ perUse: 8000, untilOn: null, reference: 'generated/price-list' },
          }
        : null,
  };
}

const draftsOf = (
  { stream, kind, history, project, about }: AnyRecord,
  { site, newEventId }: Given,
): readonly EventDraft[] =>
  history.map(({ on, by, reason, source, change }, at) => {
    const type = typeOf(kind, change.type);
    const payload = asJson({
      ...{ on, reason, source, change, signedBy: by.personId },
      ...(at === 0 && about !== null ? { about } : {}),
    });
    return {
      ...{ eventId: newEventId(), type, schemaVersion: 1, site },
      ...{ subject: null, encounter: null, subjectRef: null },
      occurredAt: instant(`${on}T00:00:00.000Z`),
      clock: { source: 'hand', skewMs: null },
      actor: { personId: id<'person'>(by.personId), role: by.role },
      ...{ device: null, arm: null, study: project, causeId: null, correlationId: stream },
      idempotencyKey: placeKey(stream, at + 1),
      payload: {
        ...payload,
        request: { key: `generated ${stream} ${at}`, hash: contentHash({ type, payload }) },
      },
    };
  });

const asJson = (value: object): Readonly<Record<string, Json>> =>
  JSON.parse(JSON.stringify(value)) as Readonly<Record<string, Json>>;
