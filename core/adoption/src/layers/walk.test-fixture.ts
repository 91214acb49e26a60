import { unwrap, type Fault } from '@daero/domain/result';
import { adoptionEventForm, type AdoptionChange, type AdoptionEvent } from './event.ts';
import { foldAdoption } from './fold.ts';
import { defaultRules } from './default-rules.ts';
import type { HospitalRules } from './layer.ts';
import type { AdoptionState } from './state.ts';

export type Row = readonly [on: string, by: string, change: unknown];

export const holders = {
  need: ['dr-kim'],
  'clinical-review': ['dr-lee'],
  'local-validation': ['dr-lee'],
  'it-integration': ['it-choi'],
  'security-privacy': ['ciso-han'],
  'fee-finance': ['fin-jung'],
  'device-committee': ['vice-director'],
  purchase: ['buyer-oh'],
  'go-live': ['dr-kim', 'quality-seo'],
  monitoring: ['quality-seo'],
};

/** Events from short rows: the day, who, what changed. */
export const eventsOf = (rows: readonly Row[]): readonly AdoptionEvent[] =>
  rows.map(([on, personId, change], at) =>
    adoptionEventForm.parse({
      eventId: `e${at + 1}`,
      on,
      by: { personId, role: personId === 'admin' ? 'administrator' : 'clinician' },
      reason: 'as minuted',
      source: null,
      change,
    }),
  );

export const opened = (rules: HospitalRules = defaultRules(holders)): AdoptionChange => ({
  type: 'opened',
  key: { hospital: 'generated-a', productVersion: 'reference-chest@2.1', indication: 'chest-radiograph' },
  rules,
});
export const approved = (layer: string): AdoptionChange => ({
  type: 'decided',
  layer,
  outcome: { is: 'approved' },
});
export const conditional = (layer: string, dueOn: string): unknown => ({
  type: 'decided',
  layer,
  outcome: {
    is: 'conditional',
    conditions: [{ id: 'c1', text: { ko: '보고서 제출', en: 'file the report' }, dueOn }],
  },
});

/** All papers that a layer must have, filed on a day. */
export const papers = (layer: string, on: string): readonly Row[] =>
  defaultRules()
    .layers.filter(({ id }) => id === layer)
    .flatMap((one) => one.papers)
    .filter(({ must }) => must)
    .map((paper): Row => [
      on,
      'secretary',
      { type: 'paper-filed', layer, paper: paper.id, reference: 'file' },
    ]);

export const yes = (layer: keyof typeof holders, on: string): readonly Row[] => [
  ...papers(layer, on),
  [on, holders[layer][0] ?? '', approved(layer)],
];

export const trained: readonly Row[] = [
  ['2026-06-01', 'dr-kim', { type: 'role-filled', role: 'owner', persons: ['dr-kim'] }],
  ['2026-06-01', 'dr-kim', { type: 'role-filled', role: 'reader', persons: ['dr-kim', 'dr-park'] }],
  ['2026-06-01', 'dr-kim', { type: 'role-filled', role: 'it-contact', persons: ['it-choi'] }],
  ['2026-06-02', 'dr-kim', { type: 'course-taken', course: 'reader-course', person: 'dr-kim', score: 92 }],
  ['2026-06-02', 'dr-kim', { type: 'course-taken', course: 'reader-course', person: 'dr-park', score: 84 }],
  ['2026-06-03', 'dr-kim', { type: 'procedure-adopted', procedure: 'consent', reference: 'v1' }],
  ['2026-06-03', 'dr-kim', { type: 'procedure-adopted', procedure: 'downtime', reference: 'v1' }],
  ['2026-06-03', 'dr-kim', { type: 'procedure-adopted', procedure: 'incident', reference: 'v1' }],
  [
    '2026-06-10',
    'it-choi',
    { type: 'procedure-drilled', procedure: 'downtime', wentWell: true, reference: 'd' },
  ],
];

/** From need to the purchase, every layer saying yes. */
export const bought: readonly Row[] = [
  ['2026-01-05', 'admin', opened()],
  ...yes('need', '2026-01-12'),
  ...yes('clinical-review', '2026-02-02'),
  ...yes('fee-finance', '2026-02-10'),
  ...yes('it-integration', '2026-03-02'),
  ...yes('security-privacy', '2026-03-09'),
  ...yes('local-validation', '2026-04-06'),
  ...yes('device-committee', '2026-05-04'),
  ...yes('purchase', '2026-05-25'),
];

export const walk = (rows: readonly Row[]): AdoptionState => unwrap(foldAdoption(eventsOf(rows)));

/** The fault that the last of the rows meets; the others must stand. */
export function refusedAt(rows: readonly Row[]): Fault {
  if (rows.length > 1) walk(rows.slice(0, -1));
  const found = foldAdoption(eventsOf(rows));
  if (found.ok) throw new Error('nothing was refused');
  return found.fault;
}
