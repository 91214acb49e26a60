import { speakFault } from '@daero/domain/words/speak';
import { expect, test } from 'vitest';
import { defaultRules } from './default-rules.ts';
import {
  approved,
  bought,
  conditional,
  holders,
  opened,
  papers,
  refusedAt,
  trained,
  yes,
  type Row,
} from './walk.test-fixture.ts';

const start: Row = ['2026-01-05', 'admin', opened()];
const withReader = (score: number): readonly Row[] =>
  trained.map(([on, by, change]) =>
    JSON.stringify(change).includes('dr-park') && JSON.stringify(change).includes('course-taken')
      ? [on, by, { type: 'course-taken', course: 'reader-course', person: 'dr-park', score }]
      : [on, by, change],
  );
const rulesWith = (change: (rules: ReturnType<typeof defaultRules>) => void): Row => {
  const rules = structuredClone(defaultRules(holders));
  change(rules);
  return ['2026-01-05', 'admin', opened(rules)];
};
const due: readonly Row[] = [
  start,
  ...papers('need', '2026-01-12'),
  ['2026-01-12', 'dr-kim', conditional('need', '2026-01-31')],
];

const refusals: readonly (readonly [kind: string, says: string, rows: readonly Row[]])[] = [
  ['adoption-not-opened', '', [['2026-01-05', 'dr-kim', approved('need')]]],
  ['adoption-opened-twice', '', [start, start]],
  [
    'adoption-key-missing',
    'buyer-oh',
    [...bought.slice(0, -1), ['2026-05-25', 'dr-lee', approved('purchase')]],
  ],
  [
    'adoption-out-of-order',
    'Clinical review',
    [
      start,
      ...yes('need', '2026-01-12'),
      ...papers('security-privacy', '2026-01-13'),
      ['2026-01-13', 'ciso-han', approved('security-privacy')],
    ],
  ],
  [
    'adoption-date-before',
    'Need',
    [
      start,
      ...yes('need', '2026-01-12'),
      ...papers('clinical-review', '2026-01-06'),
      ['2026-01-06', 'dr-lee', approved('clinical-review')],
    ],
  ],
  ['adoption-date-before', 'opening', [start, ['2026-01-04', 'dr-kim', approved('need')]]],
  [
    'adoption-papers-missing',
    'use case',
    [start, ...papers('need', '2026-01-12').slice(0, 1), ['2026-01-12', 'dr-kim', approved('need')]],
  ],
  [
    'adoption-papers-missing',
    'request',
    [start, ...papers('need', '2026-01-13'), ['2026-01-12', 'dr-kim', approved('need')]],
  ],
  [
    'adoption-returned',
    'Need',
    [...due, ...papers('fee-finance', '2026-02-01'), ['2026-02-01', 'fin-jung', approved('fee-finance')]],
  ],
  [
    'adoption-decided-already',
    'Need',
    [start, ...yes('need', '2026-01-12'), ['2026-01-13', 'dr-kim', approved('need')]],
  ],
  [
    'adoption-must-open',
    'downtime plan',
    [
      ...bought,
      ...trained.slice(0, -1),
      ...papers('go-live', '2026-06-15'),
      ['2026-06-15', 'dr-kim', approved('go-live')],
    ],
  ],
  [
    'adoption-must-open',
    'course for users',
    [
      ...bought,
      ...withReader(79),
      ...papers('go-live', '2026-06-15'),
      ['2026-06-15', 'dr-kim', approved('go-live')],
    ],
  ],
  [
    'adoption-must-open',
    'course for users',
    [
      ...bought,
      ...trained,
      ...papers('go-live', '2028-06-02'),
      ['2028-06-02', 'dr-kim', conditional('go-live', '2028-12-01')],
    ],
  ],
  ['adoption-layer-unknown', 'purchase', [start, ['2026-01-12', 'dr-kim', approved('lobby')]]],
  [
    'adoption-paper-unknown',
    'use-case',
    [start, ['2026-01-12', 'x', { type: 'paper-filed', layer: 'need', paper: 'p', reference: 'r' }]],
  ],
  [
    'adoption-condition-unknown',
    'c1',
    [
      ...due,
      ['2026-01-13', 'dr-kim', { type: 'condition-met', layer: 'need', condition: 'c2', reference: 'r' }],
    ],
  ],
  [
    'adoption-key-missing',
    'dr-kim',
    [
      ...due,
      ['2026-01-13', 'dr-lee', { type: 'condition-met', layer: 'need', condition: 'c1', reference: 'r' }],
    ],
  ],
  [
    'adoption-key-missing',
    'dr-kim',
    [start, ['2026-01-13', 'dr-lee', { type: 'key-passed', layer: 'need', holders: ['dr-lee'] }]],
  ],
  [
    'adoption-nothing-to-reopen',
    'Need',
    [start, ['2026-01-13', 'dr-kim', { type: 'reopened', layer: 'need' }]],
  ],
  [
    'adoption-requirement-unknown',
    'owner',
    [start, ['2026-01-13', 'dr-kim', { type: 'role-filled', role: 'king', persons: ['a'] }]],
  ],
  [
    'adoption-procedure-missing',
    'downtime plan',
    [
      start,
      [
        '2026-01-13',
        'dr-kim',
        { type: 'procedure-drilled', procedure: 'downtime', wentWell: true, reference: 'd' },
      ],
    ],
  ],
  [
    'adoption-paid-before-use',
    '2026-01-13',
    [start, ['2026-01-13', 'visitor', { type: 'paid', reference: 'r' }]],
  ],
  [
    'adoption-withdrawal-key',
    'buyer-oh',
    [start, ['2026-01-13', 'visitor', { type: 'withdrawn', because: ['other'] }]],
  ],
  [
    'adoption-withdrawn',
    '2026-01-13',
    [
      start,
      ['2026-01-13', 'dr-kim', { type: 'withdrawn', because: ['other'] }],
      ...papers('need', '2026-01-14').slice(0, 1),
    ],
  ],
  ['adoption-annul-unknown', 'e9', [start, ['2026-01-13', 'dr-kim', { type: 'annulled', eventId: 'e9' }]]],
  ['adoption-name-twice', 'need', [rulesWith(({ layers }) => layers.push(...layers.slice(0, 1)))]],
  ['adoption-layer-dangling', 'nowhere', [rulesWith(({ layers }) => layers[0]?.after.push('nowhere'))]],
  ['adoption-layer-circle', 'wait', [rulesWith(({ layers }) => layers[0]?.after.push('monitoring'))]],
];

test.each(refusals)('%s, naming %s, in both languages', (kind, says, rows) => {
  const fault = refusedAt(rows);
  expect(fault.kind).toBe(kind);
  expect(speakFault(fault, 'en')).toContain(says);
  for (const language of ['ko', 'en'] as const)
    expect(speakFault(fault, language)).not.toMatch(/undefined|\{|null/);
  expect(speakFault(fault, 'ko')).toMatch(/[가-힣]/);
});
