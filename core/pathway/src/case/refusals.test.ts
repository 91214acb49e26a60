import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import { foldCase } from './fold.ts';
import { decided, entered, eventsOf, opened, refusedAt, walk, type Row } from './walk.test-fixture.ts';

const started: readonly Row[] = [
  ['2026-02-02', opened('kr.r.immediate')],
  ['2026-02-02', entered('kr.authorise')],
];
const approved: readonly Row[] = [
  ...started,
  ['2026-05-29', decided('kr.authorise', 'approve', 'kr.immediate')],
];
const granted: readonly Row[] = [
  ...approved,
  ['2026-05-29', entered('kr.hira.check')],
  ['2026-06-10', decided('kr.hira.check', 'classified-new', 'kr.immediate')],
  ['2026-06-11', entered('kr.immediate')],
  ['2026-06-15', decided('kr.immediate', 'approve', 'kr.adopt', 'kr.evidence')],
];
const windowed: readonly Row[] = [
  ...granted,
  ['2026-06-15', { type: 'window-opened', stage: 'kr.immediate', fromOn: '2026-07-01', toOn: null }],
];
const paused: Row = [
  '2026-03-02',
  { type: 'paused', stage: 'kr.authorise', because: 'supplement-requested' },
];

const refusals: readonly { readonly kind: string; readonly rows: readonly Row[] }[] = [
  { kind: 'case-opened-twice', rows: [...started, ['2026-02-03', opened('kr.r.immediate')]] },
  { kind: 'case-date-before', rows: [...started, ['2026-02-01', entered('kr.hira.check')]] },
  { kind: 'case-stage-unknown', rows: [...started, ['2026-02-03', entered('kr.lobby')]] },
  { kind: 'case-entry-refused', rows: [...started, ['2026-02-03', entered('kr.nhta')]] },
  { kind: 'case-entry-refused', rows: [...started, ['2026-02-03', entered('kr.authorise')]] },
  { kind: 'case-entry-refused', rows: [...approved, ['2026-06-01', entered('kr.immediate')]] }, // the check is missing
  {
    kind: 'case-stage-not-active',
    rows: [...started, ['2026-03-02', decided('kr.nhta', 'approve', 'kr.listing')]],
  },
  {
    kind: 'case-transition-refused',
    rows: [...started, ['2026-03-02', decided('kr.authorise', 'approve', 'kr.listing')]],
  },
  { kind: 'case-transition-refused', rows: [...started, ['2026-03-02', decided('kr.authorise', 'elect')]] },
  { kind: 'case-transition-refused', rows: [...started, ['2026-03-02', decided('kr.authorise', 'approve')]] },
  {
    kind: 'case-date-before',
    rows: [...started, paused, ['2026-03-01', decided('kr.authorise', 'approve', 'kr.immediate')]],
  },
  { kind: 'case-clock-stopped', rows: [...started, paused, paused] },
  {
    kind: 'case-clock-not-stopped',
    rows: [...started, ['2026-03-02', { type: 'resumed', stage: 'kr.authorise' }]],
  },
  {
    kind: 'case-date-before',
    rows: [...started, paused, ['2026-02-20', { type: 'resumed', stage: 'kr.authorise' }]],
  },
  {
    kind: 'case-extension-refused',
    rows: [...started, ['2026-03-02', { type: 'extended', stage: 'kr.authorise', days: 5 }]],
  },
  {
    kind: 'case-extension-refused',
    rows: [...granted.slice(0, 4), ['2026-06-02', { type: 'extended', stage: 'kr.hira.check', days: 31 }]],
  },
  {
    kind: 'case-appeal-refused',
    rows: [...granted.slice(0, 4), ['2026-06-02', { type: 'appealed', stage: 'kr.hira.check' }]],
  },
  {
    kind: 'case-transition-refused',
    rows: [...started, ['2026-06-02', { type: 'appealed', stage: 'kr.authorise' }]],
  },
  {
    kind: 'case-appeal-late',
    rows: [...granted, ['2026-06-20', { type: 'appealed', stage: 'kr.hira.check' }]],
  },
  {
    kind: 'case-window-refused',
    rows: [
      ...approved,
      ['2026-06-15', { type: 'window-opened', stage: 'kr.immediate', fromOn: '2026-07-01', toOn: null }],
    ],
  },
  {
    kind: 'case-window-too-long',
    rows: [
      ...granted,
      [
        '2026-06-15',
        { type: 'window-opened', stage: 'kr.immediate', fromOn: '2026-07-01', toOn: '2029-07-01' },
      ],
    ],
  },
  {
    kind: 'case-window-extension-refused',
    rows: [
      ...windowed,
      ['2029-01-05', { type: 'window-extended', stage: 'kr.immediate', toOn: '2029-12-31' }],
    ],
  },
  {
    kind: 'case-window-not-open',
    rows: [
      ...granted,
      ['2027-01-05', { type: 'window-extended', stage: 'kr.immediate', toOn: '2029-12-31' }],
    ],
  },
  {
    kind: 'case-window-still-open',
    rows: [...windowed, ['2029-06-30', decided('kr.immediate', 'expire', 'kr.reassess')]],
  },
  {
    kind: 'case-state-before',
    rows: [...started, ['2026-03-02', { type: 'reached', state: 'used', reference: 'x' }]],
  },
  {
    kind: 'case-state-before',
    rows: [...started, ['2026-03-02', { type: 'reached', state: 'authorised', reference: 'x' }]],
  },
  {
    kind: 'case-date-before',
    rows: [...approved, ['2026-05-28', { type: 'reached', state: 'authorised', reference: 'x' }]],
  },
  {
    kind: 'case-state-twice',
    rows: [
      ...approved,
      ['2026-05-29', { type: 'reached', state: 'authorised', reference: 'x' }],
      ['2026-05-30', { type: 'reached', state: 'authorised', reference: 'y' }],
    ],
  },
  { kind: 'case-move-refused', rows: [...started, ['2026-03-02', { type: 'moved', version: '2025-11-18' }]] },
  {
    kind: 'jurisdiction-version-unknown',
    rows: [...started, ['2026-03-02', { type: 'moved', version: '2031' }]],
  },
  { kind: 'case-annul-unknown', rows: [...started, ['2026-03-02', { type: 'annulled', eventId: 'e9' }]] },
  {
    kind: 'case-ended',
    rows: [
      ...windowed,
      ['2027-01-04', decided('kr.immediate', 'harm-exit', 't.exit')],
      ['2027-01-05', entered('kr.adopt')],
    ],
  },
];

test.each(refusals)('$kind is refused, with words in both languages', ({ kind, rows }) => {
  const fault = refusedAt(rows);
  expect(fault['kind']).toBe(kind);
  for (const language of ['ko', 'en'] as const)
    expect(speakFault(fault as Parameters<typeof speakFault>[0], language)).not.toMatch(/undefined|\{/);
});

test.each([
  ['case-not-opened', [['2026-02-02', entered('kr.authorise')]]],
  ['case-route-unknown', [['2026-01-02', opened('kr.r.immediate', 'KR', '2025-11-18')]]],
  ['case-version-not-in-force', [['2026-01-02', opened('kr.r.immediate')]]],
  ['case-route-not-in-force', [['2024-01-02', opened('jp.r.two', 'JP', '2026-11')]]],
] as const)('%s', (kind, rows) => {
  expect(foldCase(eventsOf(rows))).toMatchObject({ ok: false, fault: { kind } });
});

describe('annulment and moving are events', () => {
  test('an annulled decision counts no longer, and the stage is under way again', () => {
    const state = walk([...approved, ['2026-06-01', { type: 'annulled', eventId: 'e3' }]]);
    expect(state.visits).toMatchObject([{ stage: 'kr.authorise', decision: null }]);
  });
  test('what rested on an annulled event is refused', () => {
    expect(refusedAt([...granted, ['2026-07-01', { type: 'annulled', eventId: 'e3' }]])['kind']).toBe(
      'case-entry-refused',
    );
  });
  test('a case keeps its version until it is moved, and says when', () => {
    const before: readonly Row[] = [
      ['2026-01-05', opened('kr.r.traditional', 'KR', '2025-11-18')],
      ['2026-01-05', entered('kr.authorise')],
    ];
    expect(walk([...before, ['2026-03-02', paused[1]]]).rules.version.version).toBe('2025-11-18');
    const moved = walk([...before, ['2026-02-02', { type: 'moved', version: '2026-01-26' }]]);
    expect(moved.versions).toEqual([
      { version: '2025-11-18', sinceOn: '2026-01-05' },
      { version: '2026-01-26', sinceOn: '2026-02-02' },
    ]);
  });
});
