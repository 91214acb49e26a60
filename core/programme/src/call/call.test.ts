import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appointed,
  callAfter,
  callEvents,
  callRefusal,
  closed,
  declaredNone,
  line,
  member,
  opened,
  proposal,
  reviewClosed,
  reviewed,
  scored,
  selected,
  submitted,
  terms,
  type Row,
} from './call.test-fixture.ts';
import { conflictsOf } from './conflict.ts';
import { decideCall, foldCall } from './fold.ts';
import { fullMarks, meanOf, ranking } from './rank.ts';
import { selectionOf } from './select.ts';
import { grantOf, sharesOf } from './state.ts';
import { visibleTo } from './visible.ts';

const base = reviewed({ ada: [27, 15], ben: [24, 18], cho: [15, 8] });

describe('a call from opening to selection', () => {
  const state = callAfter([...base, selected('app-ada')]);
  test('ranks by weighted means and takes what the budget holds', () => {
    // ada: 0.6 * 27/30 + 0.4 * 15/20 = 0.84; ben: 0.6 * 24/30 + 0.4 * 18/20 = 0.84: equal, ada has more clinical points
    expect(
      ranking(state).map(({ application, rank, marks, decidedBy }) => [application, rank, marks, decidedBy]),
    ).toEqual([
      ['app-ada', 1, 84, 'criterion'],
      ['app-ben', 2, 84, 'criterion'],
      ['app-cho', 3, 46, null],
    ]);
    expect(selectionOf(state).proposed.map(({ verdict }) => verdict)).toEqual([
      'taken',
      'no-budget-left',
      'below-pass-mark',
    ]);
    expect(state.phase).toBe('selected');
  });

  test('shares are what the lines say, to the won', () => {
    const found = state.applications.find(({ application }) => application === 'app-ada');
    const shares = found === undefined ? [] : sharesOf(found.proposal);
    expect(shares.map(({ grant }) => grant)).toEqual([500_000_000, 330_000_000, 200_000_000]);
    expect(shares.reduce((sum, { grant }) => sum + grant, 0)).toBe(grantOf(found?.proposal.lines ?? []));
  });

  test('a new version before the end replaces the old one, and only the office may annul', () => {
    const twice = callAfter([opened, submitted('ada'), submitted('ada', '2026-04-20')]);
    expect(twice.applications.map(({ versions, submittedOn }) => [versions, submittedOn])).toEqual([
      [2, '2026-04-20'],
    ]);
    const annul = (by: string): Row => ['2026-05-29', by, { type: 'annulled', eventId: 'c3' }];
    expect(
      unwrap(foldCall(callEvents([opened, submitted('ada'), submitted('ben'), annul('officer-1')])))
        .applications,
    ).toHaveLength(1);
    const events = callEvents([opened, submitted('ada'), submitted('ben'), annul('ada-1')]);
    const found = decideCall(events.slice(0, -1), events.slice(-1)[0] ?? unwrapped());
    expect(found.ok ? null : found.fault.kind).toBe('programme-key-missing');
  });
});

const unwrapped = (): never => {
  throw new Error('no event');
};

const conflicted: readonly Row[] = [
  opened,
  submitted('ada'),
  submitted('ben'),
  closed,
  appointed('rev-1', ['app-ada', 'app-ben'], ['ada']),
  appointed('rev-2', ['app-ada', 'app-ben']),
  declaredNone('rev-1', 'app-ada'),
  declaredNone('rev-1', 'app-ben'),
  declaredNone('rev-2', 'app-ada'),
];

describe('a conflict of interest', () => {
  const by = (personId: string) => ({ personId, role: 'reviewer' as const });
  test('shuts the application to the reviewer, whatever was declared', () => {
    const seen = visibleTo(callAfter(conflicted), by('rev-1'));
    expect(seen.applications.map(({ application }) => application)).toEqual(['app-ben']);
    expect(seen.closed).toEqual([{ application: 'app-ada', because: 'conflict' }]);
  });
  test('is not lifted by a second appointment that leaves the affiliation out', () => {
    const state = callAfter([...conflicted.slice(0, 6), appointed('rev-1', ['app-ada']), ...conflicted.slice(6).map(([, by, change]): Row => ['2026-05-11', by, change])]); // prettier-ignore
    expect(conflictsOf(state, 'rev-1', 'app-ada')).toEqual(['same-institution']);
  });
  test('an undeclared reviewer sees nothing yet', () => {
    expect(visibleTo(callAfter(conflicted), by('rev-2')).closed).toEqual([
      { application: 'app-ben', because: 'undeclared' },
    ]);
  });
  test('found out later, it takes the score out of the mean', () => {
    const before = [...conflicted, scored('rev-2', 'app-ada', 30, 20)];
    expect(ranking(callAfter(before)).map(({ marks }) => marks)).toEqual([100]);
    const late: Row = ['2026-05-13', 'rev-2', { type: 'interest-declared', reviewer: 'rev-2', application: 'app-ada', conflict: 'financial' }]; // prettier-ignore
    expect(ranking(callAfter([...before, late]))).toEqual([]);
  });
  test('a reviewer sees no score but the own ones', () => {
    const state = callAfter([...conflicted, scored('rev-2', 'app-ada', 30, 20)]);
    expect(visibleTo(state, by('rev-2')).reviews).toHaveLength(1);
    expect(visibleTo(state, by('rev-1')).reviews).toHaveLength(0);
    expect(visibleTo(state, { personId: 'ada-1', role: 'market-access' }).reviews).toHaveLength(0);
  });
});

const equal = reviewed({ ada: [24, 16], ben: [24, 16] });
const refusals: readonly { readonly kind: string; readonly rows: readonly Row[] }[] = [
  { kind: 'call-weights', rows: [['2026-03-02', 'officer-1', { type: 'opened', callId: 'c', terms: terms({ criteria: [{ id: 'a', name: { ko: '가', en: 'a' }, weight: 9_000, mostPoints: 5 }] }) }]] }, // prettier-ignore
  { kind: 'programme-key-missing', rows: [['2026-03-02', 'officer-9', { type: 'opened', callId: 'c', terms: terms() }]] }, // prettier-ignore
  { kind: 'call-outside-dates', rows: [opened, submitted('ada', '2026-05-05')] },
  { kind: 'programme-date-before', rows: [opened, submitted('ada', '2026-04-10'), submitted('ben', '2026-04-09')] }, // prettier-ignore
  { kind: 'programme-date-before', rows: [opened, ['2026-05-03', 'officer-1', { type: 'closed' }]] },
  { kind: 'application-grant-over', rows: [opened, submitted('ada', '2026-04-10', { lines: [line('l1', 2026, 'data', 'ada', { grant: 1_500_000_001, ownCash: 900_000_000 })] })] }, // prettier-ignore
  { kind: 'application-own-short', rows: [opened, submitted('ada', '2026-04-10', { lines: [line('l1', 2026, 'data', 'ada', { grant: 800_000_001, ownCash: 200_000_000 })] })] }, // prettier-ignore
  { kind: 'application-own-short', rows: [opened, submitted('ada', '2026-04-10', { lines: [line('l1', 2026, 'data', 'ada', { grant: 800_000_000, ownKind: 200_000_000 })] })] }, // prettier-ignore
  { kind: 'application-lead', rows: [opened, submitted('ada', '2026-04-10', { consortium: { consortiumId: 'k', name: { ko: '가', en: 'k' }, members: [member('ada', 'company', 'lead'), member('hospital-a', 'hospital', 'lead')] } })] }, // prettier-ignore
  { kind: 'programme-reference-unknown', rows: [opened, submitted('ada', '2026-04-10', { lines: [line('l1', 2026, 'data', 'nobody', { grant: 1 })] })] }, // prettier-ignore
  { kind: 'programme-key-missing', rows: [opened, ['2026-04-10', 'ben-1', { type: 'submitted', application: 'app-ada', proposal: proposal('ada') }]] }, // prettier-ignore
  { kind: 'call-phase', rows: [opened, submitted('ada'), selected('app-ada')] },
  { kind: 'review-conflict', rows: [...conflicted, scored('rev-1', 'app-ada', 30, 20)] },
  { kind: 'review-undeclared', rows: [...conflicted, scored('rev-2', 'app-ben', 30, 20)] },
  { kind: 'review-points', rows: [...conflicted, scored('rev-2', 'app-ada', 31, 20)] },
  { kind: 'review-too-few', rows: [...conflicted, reviewClosed] },
  { kind: 'programme-key-missing', rows: [...conflicted, ['2026-05-12', 'rev-1', scored('rev-2', 'app-ada', 3, 2)[2]]] }, // prettier-ignore
  { kind: 'selection-tie-open', rows: [...equal, selected('app-ada')] },
  { kind: 'selection-lot-wrong', rows: [...base, ['2026-05-21', 'officer-1', { type: 'lot-drawn', order: ['app-ada', 'app-ben'] }]] }, // prettier-ignore
  { kind: 'selection-off-ranking', rows: [...base, selected('app-ben')] },
  { kind: 'programme-key-missing', rows: [...base, ['2026-05-28', 'rev-1', { type: 'selected', applications: ['app-ada'] }]] }, // prettier-ignore
];

describe('what the rules of a call refuse, in both languages', () => {
  test.each(refusals)('$kind', ({ kind, rows }) => {
    const fault = callRefusal(rows);
    expect(fault.kind).toBe(kind);
    for (const language of ['ko', 'en'] as const)
      expect(speakFault(fault as Parameters<typeof speakFault>[0], language)).not.toMatch(
        /undefined|\{|\[object/,
      );
  });
});

test('equals between whom the budget must choose wait for a lot, and the lot decides', () => {
  const lot: Row = ['2026-05-21', 'officer-1', { type: 'lot-drawn', order: ['app-ben', 'app-ada'] }];
  expect(selectionOf(callAfter(equal)).tied).toEqual(['app-ada', 'app-ben']);
  const state = callAfter([...equal, lot, selected('app-ben')]);
  expect(ranking(state).map(({ application, decidedBy }) => [application, decidedBy])).toEqual([
    ['app-ben', 'lot'],
    ['app-ada', 'lot'],
  ]);
});

test('a ranking is one order, whatever the order of submission, and money taken fits every year', () => {
  const points = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 5 }), (scores) => {
      const named = scores.map((one, at) => [`firm${at}`, one] as const);
      const there = callAfter(reviewed(Object.fromEntries(named)));
      const back = callAfter(reviewed(Object.fromEntries(named.toReversed())));
      const rank = (state: typeof there) => new Map(ranking(state).map((one) => [one.application, one.rank]));
      expect(rank(back)).toEqual(rank(there));
      const { left, proposed } = selectionOf(there);
      expect(left.every(({ amount }) => amount >= 0)).toBe(true);
      for (const [at, one] of proposed.entries()) {
        const before = proposed[at - 1];
        if (before !== undefined) expect(before.ranked.mean.sum).toBeGreaterThanOrEqual(one.ranked.mean.sum);
      }
    }),
    { numRuns: 40 },
  );
});

test('a mean without the highest and the lowest, and full marks as whole numbers', () => {
  const { terms: all } = callAfter([opened]);
  const trimmed = { ...all, mean: 'without-highest-and-lowest' as const };
  expect(meanOf(all, [10, 20, 60])).toEqual({ sum: 90, of: 3 });
  expect(meanOf(trimmed, [60, 10, 20])).toEqual({ sum: 20, of: 1 });
  expect(meanOf(trimmed, [10, 20])).toEqual({ sum: 30, of: 2 }); // two are kept
  expect(meanOf(trimmed, [])).toBeNull();
  // 30 and 20 points have 60 in common
  expect(fullMarks(all)).toBe(600_000);
});
