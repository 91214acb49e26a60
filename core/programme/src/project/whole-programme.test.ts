import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import {
  appointed,
  callEvents,
  callRefusal,
  closed,
  declaredNone,
  opened,
  reviewClosed,
  scored,
  selected,
  submitted,
  type Row,
} from '../call/call.test-fixture.ts';
import { conflictsOf } from '../call/conflict.ts';
import type { CallEvent } from '../call/event.ts';
import { decideCall, foldCall } from '../call/fold.ts';
import { ranking } from '../call/rank.ts';
import { selectionOf } from '../call/select.ts';
import type { CallState } from '../call/state.ts';
import { visibleTo } from '../call/visible.ts';
import { statementOf } from '../money/statement.ts';
import type { ProjectEvent } from './event.ts';
import { decideProject, foldProject } from './fold.ts';
import { agreement as marks, paid, projectEvents, spent } from './project.test-fixture.ts';
import { proposedAgreement } from './propose.ts';
import type { ProjectState } from './state.ts';

/** Each event is decided on what stands before it, as a server would. */
function callDecided(rows: readonly Row[]): CallState {
  const history: CallEvent[] = [];
  for (const command of callEvents(rows)) history.push(...unwrap(decideCall(history, command)));
  return unwrap(foldCall(history));
}
const projectTried = (rows: readonly Row[], call: CallState) => {
  const history: ProjectEvent[] = [];
  for (const command of projectEvents(rows)) {
    const decided = decideProject(history, command, { call, observations: [] });
    if (!decided.ok) return { last: command.change.type, refused: decided.fault.kind };
    history.push(...decided.value);
  }
  return { last: null, refused: null, state: unwrap(foldProject(history)) };
};
function projectDecided(rows: readonly Row[], call: CallState): ProjectState {
  const { last, refused, state } = projectTried(rows, call);
  if (state === undefined) throw new Error(`${last}: ${refused}`);
  return state;
}

const applications = ['app-ada', 'app-ben', 'app-cho'] as const;
/** Three applications; of the three reviewers one has written with the people of ada and says so. */
const reviewing: readonly Row[] = [
  opened,
  submitted('ada'),
  submitted('ben'),
  submitted('cho'),
  closed,
  ...['rev-1', 'rev-2', 'rev-3'].map((reviewer) => appointed(reviewer, applications)),
  ...['rev-1', 'rev-2'].flatMap((reviewer) => applications.map((one) => declaredNone(reviewer, one))),
  declaredNone('rev-3', 'app-ada', 'co-author'),
  declaredNone('rev-3', 'app-ben'),
  declaredNone('rev-3', 'app-cho'),
];
const reviewed: readonly Row[] = [
  ...reviewing,
  ...['rev-1', 'rev-2'].flatMap((reviewer) => [
    scored(reviewer, 'app-ada', 27, 16),
    scored(reviewer, 'app-ben', 24, 16),
    scored(reviewer, 'app-cho', 15, 8),
  ]),
  scored('rev-3', 'app-ben', 27, 16),
  scored('rev-3', 'app-cho', 12, 8),
  reviewClosed,
];

describe('a whole programme: from the opening of its call to the settlement of its project', () => {
  const before = callDecided(reviewed);
  const { taken, tied, proposed } = selectionOf(before);
  const call = callDecided([...reviewed, selected(...taken)]);

  test('a declared conflict closes the application to that reviewer, and the others decide on it', () => {
    expect(conflictsOf(before, 'rev-3', 'app-ada')).toEqual(['co-author']);
    expect(callRefusal([...reviewing, scored('rev-3', 'app-ada', 1, 1)]).kind).toBe('review-conflict');
    const seen = visibleTo(callDecided(reviewing), { personId: 'rev-3', role: 'reviewer' });
    expect(seen.applications.map(({ application }) => application)).toEqual(['app-ben', 'app-cho']);
    // ada 0.6 * 27/30 + 0.4 * 16/20 = 0.86 of two; ben (0.8, 0.8, 0.86) and cho (0.46, 0.46, 0.4) of three
    expect(
      ranking(before).map(({ application, reviews, marks: of }) => [application, reviews, of.toFixed(2)]),
    ).toEqual([
      ['app-ada', 2, '86.00'],
      ['app-ben', 3, '82.00'],
      ['app-cho', 3, '44.00'],
    ]);
  });

  test('the ranking and the budget select, and nothing else can be selected', () => {
    expect([taken, tied]).toEqual([['app-ada'], []]);
    expect(proposed.map(({ verdict }) => verdict)).toEqual(['taken', 'no-budget-left', 'below-pass-mark']);
    expect(callRefusal([...reviewed, selected('app-ben')]).kind).toBe('selection-off-ranking');
    expect([call.phase, call.selected]).toEqual(['selected', ['app-ada']]);
  });

  const { periods, milestones, indicators, transferRules } = marks;
  const agreement = unwrap(
    proposedAgreement(call, taken[0] ?? '—', { periods, milestones, indicators, transferRules }),
  );
  const agreed = (application: string): Row => ['2026-06-12', 'officer-1', { type: 'agreed', projectId: 'p-1', callId: call.callId, application, agreement }]; // prettier-ignore

  test('the agreement is with who was selected, and not before', () => {
    expect(proposedAgreement(call, 'app-ben', marks).ok).toBe(false);
    expect(projectTried([agreed('app-ben')], call).refused).toBe('agreement-not-selected');
    expect(projectTried([agreed('app-ada')], before).refused).toBe('agreement-not-selected');
    const { application, agreedOn, agreement: kept } = projectDecided([agreed('app-ada')], call);
    expect([application, agreedOn]).toEqual(['app-ada', '2026-06-12']);
    expect(kept.lines).toEqual(call.applications[0]?.proposal.lines);
  });

  const failed: readonly Row[] = [
    agreed('app-ada'),
    paid('2026-06-20', 2026, 500_000_000),
    ['2026-07-20', 'officer-1', { type: 'milestone-met', milestone: 'protocol', proof: 'lock 7f3a', reading: null }], // prettier-ignore
    spent('2026-08-31', 's1', [2026, 'personnel', 'ada', 'grant'], 240_000_000),
    spent('2026-09-30', 's2', [2026, 'clinical', 'hospital-a', 'grant'], 110_000_000),
    ['2026-12-20', 'officer-1', { type: 'milestone-failed', milestone: 'accrual', ends: 'return-demanded' }],
  ];
  const stopped: readonly Row[] = [
    ...failed,
    ['2027-01-10', 'ada-1', { type: 'interest-credited', year: 2026, amount: 987_654 }],
    ['2027-01-15', 'officer-1', { type: 'stopped' }],
  ];
  const settled: Row = ['2027-02-10', 'officer-1', { type: 'year-settled', year: 2026 }];
  const returned: readonly Row[] = [
    ...stopped,
    ['2027-01-25', 'ada-1', { type: 'returned', year: 2026, what: 'grant', amount: 150_000_000 }],
    ['2027-01-25', 'ada-1', { type: 'returned', year: 2026, what: 'interest', amount: 987_654 }],
  ];

  test('after the failed milestone nothing more is paid, and no year is settled with money in hand', () => {
    const waits = paid('2026-12-21', 2026, 100_000_000, 'accrual');
    expect(projectTried([...failed, waits], call).refused).toBe('money-milestone-open');
    expect(projectTried([...stopped, settled], call).refused).toBe('money-settlement-open');
    const short = returned.toSpliced(-2, 1, ['2027-01-25', 'ada-1', { type: 'returned', year: 2026, what: 'grant', amount: 149_999_999 }]); // prettier-ignore
    expect(projectTried([...short, settled], call)).toEqual({
      last: 'year-settled',
      refused: 'money-settlement-open',
    });
  });

  test('with the grant returned both years are settled, and every won of it is accounted for', () => {
    const state = projectDecided(
      [
        ...returned,
        settled,
        ['2027-02-10', 'officer-1', { type: 'year-settled', year: 2027 }],
        ['2027-02-20', 'officer-1', { type: 'completed' }],
      ],
      call,
    );
    expect(statementOf(state, 2026).grant).toEqual({
      agreed: 730_000_000,
      paid: 500_000_000,
      spent: 350_000_000,
      returned: 150_000_000,
      claimed: 0,
      inHand: 0,
    });
    expect(statementOf(state, 2027).grant).toMatchObject({ agreed: 300_000_000, paid: 0, returned: 0 });
    for (const { legs } of state.journal) expect(legs.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect(state.milestones.map(({ standing }) => standing.is)).toEqual(['met', 'failed']);
    expect([state.stoppedOn, state.settled.map(({ year }) => year), state.completedOn]).toEqual([
      '2027-01-15',
      [2026, 2027],
      '2027-02-20',
    ]);
  });
});
