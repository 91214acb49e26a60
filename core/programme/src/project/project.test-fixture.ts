import { unwrap } from '@daero/domain/result';
import { callAfter, reviewed, selected, type Row } from '../call/call.test-fixture.ts';
import type { CallState } from '../call/state.ts';
import type { Observation } from '../indicators/observation.ts';
import { defaultTransferRules } from '../money/transfer-rules.ts';
import { agreementSchema, projectEventSchema, type Agreement, type ProjectEvent } from './event.ts';
import { decideProject, foldProject } from './fold.ts';
import { proposedAgreement } from './propose.ts';
import type { ProjectState } from './state.ts';

export const call: CallState = callAfter([...reviewed({ ada: [27, 15] }), selected('app-ada')]);

const text = (en: string): { ko: string; en: string } => ({ ko: `${en} 한글`, en });

/** Dates and marks of the agreement, as they come from outside. */
const added = agreementSchema
  .pick({ periods: true, milestones: true, indicators: true, transferRules: true })
  .parse({
    periods: [
      { year: 2026, fromOn: '2026-06-15', toOn: '2026-12-31' },
      { year: 2027, fromOn: '2027-01-01', toOn: '2027-12-31' },
    ],
    milestones: [
      {
        id: 'protocol',
        step: 'protocol',
        name: text('Protocol locked'),
        dueOn: '2026-07-31',
        after: [],
        measure: null,
      },
      {
        id: 'accrual',
        step: 'validation',
        name: text('500 patients'),
        dueOn: '2026-12-15',
        after: ['protocol'],
        measure: { indicator: 'patients', atLeast: 500 },
      },
    ],
    indicators: [
      {
        id: 'patients',
        name: text('Patients accrued'),
        unit: text('people'),
        measure: 'patients-accrued',
        plan: [
          { on: '2026-06-15', value: 0 },
          { on: '2026-12-15', value: 500 },
        ],
      },
    ],
    transferRules: defaultTransferRules,
  });
export const agreement: Agreement = unwrap(proposedAgreement(call, 'app-ada', added));

export const agreed: Row = [
  '2026-06-12',
  'officer-1',
  { type: 'agreed', projectId: 'p-1', callId: 'call-1', application: 'app-ada', agreement },
];

const roleOf = (person: string): string =>
  person.startsWith('officer') ? 'programme-office' : 'administrator';

export const projectEvents = (rows: readonly Row[]): readonly ProjectEvent[] =>
  rows.map(([on, by, change], at) =>
    projectEventSchema.parse({
      eventId: `p${at + 1}`,
      on,
      by: { personId: by, role: roleOf(by) },
      reason: 'as decided',
      source: null,
      change,
    }),
  );

/** A history that is decided event by event, as a server would. */
export function projectAfter(rows: readonly Row[], observations: readonly Observation[] = []): ProjectState {
  const history: ProjectEvent[] = [];
  for (const command of projectEvents(rows))
    history.push(...unwrap(decideProject(history, command, { call, observations })));
  return unwrap(foldProject(history));
}

/** The fault that the last of the rows meets; the others must stand. */
export function projectRefusal(
  rows: readonly Row[],
  observations: readonly Observation[] = [],
): Readonly<Record<string, unknown>> {
  const events = projectEvents(rows);
  const [history, command] = [events.slice(0, -1), events.at(-1)];
  if (history.length > 0) unwrap(foldProject(history));
  const found = command === undefined ? null : decideProject(history, command, { call, observations });
  if (found === null || found.ok) throw new Error('nothing was refused');
  return found.fault;
}

export const receipt = (number: string, on: string, kind = 'tax-invoice'): object => ({
  number,
  kind,
  on,
  payee: 'Maker Ltd',
  digest: null,
});

export const paid = (on: string, year: number, amount: number, milestone: string | null = null): Row => [
  on,
  'officer-1',
  { type: 'grant-paid', payment: `pay-${on}`, year, amount, milestone },
];
export const spent = (
  on: string,
  name: string,
  [year, category, party, funding]: readonly [number, string, string, string],
  amount: number,
): Row => [
  on,
  `${party}-1`,
  { type: 'spent', spending: name, party, year, category, funding, amount, receipt: receipt(`r-${name}`, on), text: 'as ordered' }, // prettier-ignore
];
export const asked = (
  on: string,
  transfer: string,
  [from, to]: readonly [string, string],
  amount: number,
  party = 'hospital-a',
  by = `${party}-1`,
): Row => [
  on,
  by,
  { type: 'transfer-asked', transfer, year: 2026, funding: 'grant', from: { party, category: from }, to: { party, category: to }, amount }, // prettier-ignore
];
