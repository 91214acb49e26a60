import { sha256Text, type Json } from '@daero/domain/canonical';
import { id } from '@daero/domain/identity';
import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import { checkDraft } from './check.ts';
import { generatedEvent, generatedId } from './generated-events.ts';
import { careTypes, eventType, type CareType } from './types/table.ts';

const site = id<'site'>('icu-1');
const digest = 'ab'.repeat(32);
const at = '2026-02-01T08:00:00.000Z';
const findings = [{ code: 'pneumothorax', present: 'unknown', confidence: 0.4 }];

/** One right payload of every type; the table's type makes a new type ask for its row here. */
const payloads: Readonly<Record<CareType, Json>> = {
  'opportunity.eligible': { ruleVersion: '1.2', inputPresent: 'yes' },
  'inference.requested': { inputDigest: digest, qualityFlags: [] },
  'inference.completed': generatedEvent(1, site).payload,
  'inference.failed': { inputDigest: null, failureCode: 'no-input', latencyMs: null },
  'result.shown': {
    channel: 'ward-screen',
    shownTo: null,
    place: null,
    secondsVisible: 4.5,
    humanReadBefore: 'no',
  },
  'result.suppressed': { channel: 'ward-screen', reasonCode: 'silent-arm' },
  'result.delayed': { channel: 'pager', delaySeconds: 90, reasonCode: 'queue' },
  'human.initial_read': { findings, secondsTaken: 40 },
  'decision.recorded': { response: 'overridden', reasonCode: 'known-cause', secondsTaken: null },
  'report.finalised': { reportId: 'r-1', findings, exposedToDevice: 'yes' },
  'report.amended': { reportId: 'r-2', amends: 'r-1', findings, exposedToDevice: 'unknown' },
  'action.ordered': { actionId: 'a-1', kind: 'team-call', code: 'rrt' },
  'action.performed': { actionId: 'a-1', kind: 'team-call', code: 'rrt', orderedAt: at },
  'reference.established': {
    truthSource: 'ct',
    findings,
    adjudicators: ['dr-lee'],
    blinded: 'yes',
    samplingProbability: 0.1,
  },
  'outcome.observed': {
    endpoint: 'death-in-hospital',
    state: 'did-not-happen',
    value: null,
    source: 'record',
    censoringReason: null,
  },
  'cost.recorded': {
    itemCode: 'HA441',
    quantity: 1,
    payerShare: 8000,
    patientShare: 2000,
    currency: 'KRW',
    priceYear: 2026,
    perspective: 'payer',
  },
  'adverse_event.reported': {
    severity: 'near-miss',
    deviceRelation: 'possible',
    reportId: null,
    reportDueAt: at,
  },
  'device.changed': { fromVersion: '1.0', toVersion: '1.1', approvalRef: null },
  'config.changed': { setting: 'threshold', from: 5, to: 7, approvalRef: 'irb-7' },
  'downtime.recorded': { fromAt: at, toAt: null, planned: 'yes', reason: 'moving the server room' },
  'consent.changed': { scope: 'secondary-use', given: 'no', supersedes: null, reason: null },
  'record.corrected': { corrects: generatedId(1), replacement: { any: 1 }, reason: 'wrong bed' },
  'record.erased': { erases: generatedId(1), reason: 'asked to' },
};

const types = Object.keys(careTypes) as readonly CareType[];
const draft = (
  type: string,
  payload: Json,
  subject = eventType(type)?.subject === 'none' ? null : id<'subject'>('p-1'),
) => generatedEvent(1, site, { type, payload, subject });

test('the thirteen families are all there', () => {
  const families = new Set(types.map((type) => careTypes[type].family));
  expect([...families].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

describe.each(types)('%s', (type) => {
  test('takes what it should', () => {
    expect(unwrap(checkDraft(draft(type, payloads[type]), 1, sha256Text)).draft.type).toBe(type);
  });

  test('refuses a further field and each field left out, naming where', () => {
    const payload = payloads[type];
    if (typeof payload !== 'object' || payload === null) throw new Error('payloads are records');
    const more = checkDraft(draft(type, { ...payload, PatientName: 'Hong' }), 3, sha256Text);
    expect(more).toMatchObject({
      fault: { kind: 'event-payload-wrong', entry: 3, type, expected: 'no further field' },
    });
    for (const left of Object.keys(payload)) {
      const rest = Object.fromEntries(Object.entries(payload).filter(([name]) => name !== left)) as Json;
      expect(checkDraft(draft(type, rest), 1, sha256Text)).toMatchObject({
        fault: { kind: 'event-payload-wrong', path: left },
      });
    }
  });
});

test.each(['case.opened', 'decision.signed', 'money.awarded', 'build.finished', 'plan.locked'])(
  '%s is open, but somebody must say why',
  (type) => {
    expect(
      checkDraft(draft(type, { reason: 'agreed on 3 March', node: digest }, null), 1, sha256Text).ok,
    ).toBe(true);
    expect(checkDraft(draft(type, { node: digest }, null), 1, sha256Text)).toMatchObject({
      fault: { kind: 'event-payload-wrong', path: 'reason' },
    });
    expect(checkDraft(draft(type, { reason: 'x' }, id<'subject'>('p-1')), 1, sha256Text)).toMatchObject({
      fault: { kind: 'event-subject-not-allowed' },
    });
  },
);

const secret = 'Hong-Gildong-850101';
const wrong: readonly (readonly [string, unknown, string])[] = [
  [
    'a path deep in a payload',
    {
      ...draft('inference.completed', {
        inputDigest: digest,
        qualityFlags: [],
        scores: [{ name: 'news2', value: secret }],
        class: null,
        uncertainty: null,
        threshold: null,
        latencyMs: null,
      }),
    },
    'scores[0].value',
  ],
  [
    'a wrong choice',
    draft('decision.recorded', { response: secret, reasonCode: null, secondsTaken: null }),
    'response',
  ],
  ['a wrong subject', { ...draft('decision.recorded', null), subject: `${secret} with spaces` }, 'subject'],
  ['an unknown type', { ...draft('decision.recorded', null), type: secret }, ''],
  ['an unknown field', { ...draft('decision.recorded', null), [secret]: 1 }, '(whole)'],
  [
    'a field named after a patient',
    draft('inference.failed', { inputDigest: null, failureCode: 'x', latencyMs: null, [secret]: 1 }),
    '(whole)',
  ],
  [
    'a day that does not exist',
    { ...draft('decision.recorded', null), occurredAt: '2026-02-30T00:00:00Z' },
    'occurredAt',
  ],
  ['something that is no event', secret, '(whole)'],
];

test.each(wrong)('%s: the fault says where and repeats nothing that was sent', (_what, outside, path) => {
  const refused = checkDraft(outside, 4, sha256Text);
  if (refused.ok) throw new Error('it should have been refused');
  expect(JSON.stringify(refused.fault)).not.toContain(secret);
  if (path !== '') expect(refused.fault).toMatchObject({ path });
  expect(speakFault(refused.fault, 'en').toLowerCase()).toContain('event 4');
  expect(speakFault(refused.fault, 'ko')).toContain('4번째');
});

test('a payload without end is refused, not followed', () => {
  let deep: Json = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  const refused = checkDraft(
    draft('config.changed', { setting: 'x', from: deep, to: 1, approvalRef: null }),
    1,
    sha256Text,
  );
  expect(refused).toMatchObject({ fault: { kind: 'event-text-unstorable' } });
});
