import type { Json } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import { id } from '@daero/domain/identity';
import { unwrap } from '@daero/domain/result';
import { instant, isoDate } from '@daero/domain/time';
import { expect, test } from 'vitest';
import { opened } from '../case/walk.test-fixture.ts';
import type { Entry } from './entry.ts';
import { admitEntry, foldRecord } from './record.ts';

const signed = { reason: 'agreed', signedBy: 'Hong Gil-dong' };
const rows: readonly (readonly [string, Record<string, Json>])[] = [
  [
    'case.opened',
    {
      ...{ on: '2026-02-02', source: null, change: JSON.parse(JSON.stringify(opened('kr.r.traditional'))) },
      about: {
        ...{ title: { ko: '건', en: 'Case' }, product: { ko: '제품', en: 'Product' }, demonstration: true },
        ...{ project: null, facts: { existing_technology: 0 } },
      },
    },
  ],
  [
    'case.bound',
    { binding: { claim: 'C-1', serves: ['kr.nhta:safety'], level: 2, population: ['x'], comparator: null } },
  ],
  [
    'case.asked',
    {
      policies: [
        {
          ...{ requirement: 'kr.nhta:safety', minimumN: 800, by: 'ra', source: null, reason: 'protocol' },
          confidence: 'general-knowledge-unverified',
        },
      ],
    },
  ],
];
const log = (all: typeof rows): readonly LoggedEvent[] =>
  all.map(([type, payload], at) => ({
    ...{ eventId: id<'event'>(`e${at}`), type, schemaVersion: 1, site: id<'site'>('hub') },
    ...{ subject: null, encounter: null, subjectRef: null, occurredAt: instant('2026-11-23T00:00:00Z') },
    ...{ clock: { source: 'hand', skewMs: null }, device: null, arm: null, study: null },
    actor: { personId: id<'person'>('ra'), role: 'market-access' },
    ...{ causeId: null, correlationId: 'case', idempotencyKey: `k${at}`, payload: { ...signed, ...payload } },
    ...{ position: at + 1, recordedAt: instant('2026-11-23T00:00:00Z') },
    ...{ payloadHash: '', previousHash: '', hash: '' },
  }));
const record = unwrap(foldRecord('case', log(rows)));
const today = { today: isoDate('2026-11-23') };

test('bindings, what is asked beyond the rules, and the facts the route was chosen on are kept', () => {
  expect(record.bindings.map(({ claim }) => claim)).toEqual(['C-1']);
  expect(record.policies.map(({ minimumN }) => minimumN)).toEqual([800]);
  expect(record.about.facts).toEqual({ existing_technology: 0 });
  const after = unwrap(foldRecord('case', log([...rows, ['case.unbound', { claim: 'C-1' }]])));
  expect(after.bindings).toEqual([]);
});

test('a claim is taken off once, and what is asked must be asked of a stage that there is', () => {
  const off = (claim: string): Entry => ({ is: 'unbound', claim, ...signed });
  expect(admitEntry(record, off('C-1'), today).ok).toBe(true);
  expect(admitEntry(record, off('C-9'), today)).toMatchObject({ fault: { kind: 'case-claim-not-bound' } });
  const asked = (requirement: string): Entry => ({
    ...{ is: 'asked', ...signed },
    policies: [
      {
        ...{ requirement, minimumN: 10, by: 'ra', source: null, reason: 'x' },
        confidence: 'general-knowledge-unverified',
      },
    ],
  });
  expect(admitEntry(record, asked('kr.listing:safety'), today).ok).toBe(true);
  expect(admitEntry(record, asked('kr.lobby:safety'), today)).toMatchObject({
    fault: { kind: 'assumption-stage-unknown' },
  });
});
