import type { Client } from '@daero/api/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  callOf,
  consortium,
  given,
  pilot,
  projectOf,
  refused,
  signed,
  people,
} from '../testing/programme-people.ts';
import { testServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
}, 120_000);
afterAll(async () => server.close());
const { as, officer, company } = people(() => server);

describe('a call', () => {
  const at = async (): Promise<number> => (await callOf(officer(), pilot)).version;
  const applications = ['demo-co-b', 'demo-co-d', 'demo-co-f'].map((one) => `${pilot}-${one}`);
  const points = (n: number) => [
    { criterion: 'need', points: 20 + n },
    { criterion: 'plan', points: 30 },
    { criterion: 'road', points: 20 },
  ];
  const ask = (
    asked: Client,
    change: Parameters<Client['recordCallEvent']>[0]['body']['change'],
    expected: number,
  ) => asked.recordCallEvent({ params: { call: pilot }, body: { change, ...signed(expected) } });

  test('a conflict of interest is enforced: neither seen nor scored, and no office may score', async () => {
    const reviewer = 'demonstration:reviewer';
    const scored = {
      type: 'scored' as const,
      reviewer,
      application: applications[0] ?? '',
      points: points(0),
      comment: 'fine',
    };
    const mine = as('reviewer', reviewer);
    expect(await refused(ask(mine, scored, await at()))).toBe('review-conflict');
    const third = { ...scored, application: applications[2] ?? '' };
    expect(await refused(ask(mine, third, await at()))).toBe('review-undeclared');
    expect(await refused(ask(as('programme-office', 'demo-officer-1'), scored, await at()))).toBe(
      'programme-key-missing',
    );
    expect(await refused(ask(mine, { ...scored, reviewer: 'demo-rev-1' }, await at()))).toBe(
      'programme-key-missing',
    );
    expect(await refused(ask(officer(), { type: 'review-closed' }, await at()))).toBe('review-too-few');
  });

  test('is reviewed to the end: what is not the ranking is refused, what is becomes public', async () => {
    const reviewers = ['demo-rev-3', 'demonstration:reviewer'];
    for (const reviewer of reviewers)
      for (const [n, application] of applications.entries()) {
        if (reviewer === 'demonstration:reviewer' && n === 0) continue; // the conflict
        const mine = as('reviewer', reviewer);
        given(
          await ask(mine, { type: 'interest-declared', reviewer, application, conflict: null }, await at()),
        );
        given(
          await ask(
            mine,
            { type: 'scored', reviewer, application, points: points(n), comment: 'read' },
            await at(),
          ),
        );
      }
    given(await ask(officer(), { type: 'review-closed' }, await at()));
    const before = await callOf(officer(), pilot);
    expect(before.ranking.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    const taken = before.ranking
      .filter(({ verdict }) => verdict.id === 'taken')
      .map(({ application }) => application);
    const left = before.ranking
      .filter(({ verdict }) => verdict.id !== 'taken')
      .map(({ application }) => application);
    expect(left.length).toBeGreaterThan(0);
    expect(await refused(ask(officer(), { type: 'selected', applications: left }, before.version))).toBe(
      'selection-off-ranking',
    );
    const offered = before.possible.find(({ key }) => key === 'selected')?.change;
    expect(offered?.['applications']).toEqual(taken);
    given(await ask(officer(), { type: 'selected', applications: taken }, before.version));
    const after = await callOf(as('clinician', 'nobody'), pilot);
    expect([after.phase.id, after.trail[0]?.type]).toEqual(['selected', 'decision.call-selected']);
    expect(await refused(ask(officer(), { type: 'closed' }, before.version + 1))).toBe('call-phase');
  });

  test('two at once: the second is told that the call has moved; the same request is the same event', async () => {
    const call = 'demo-training-2027';
    const { version } = await callOf(officer(), call);
    const body = { change: { type: 'cancelled' as const }, ...signed(version) };
    const first = given(await officer().recordCallEvent({ params: { call }, body }));
    expect(given(await officer().recordCallEvent({ params: { call }, body }))).toEqual(first);
    expect(
      await refused(officer().recordCallEvent({ params: { call }, body: { ...body, ...signed(version) } })),
    ).toBe('stream-moved');
    given(
      await officer().recordCallEvent({
        params: { call },
        body: {
          change: { type: 'annulled', eventId: body.request },
          ...signed(version + 1),
        },
      }),
    );
    const after = await callOf(officer(), call);
    expect([after.phase.id, after.trail[1]?.annulled, after.trail[1]?.signedBy]).toEqual([
      'open',
      true,
      'Hong Gil-dong',
    ]);
  });

  test('overlaps between applications, also of other calls, are shown to the office with what they share', async () => {
    const { overlaps } = await callOf(officer(), consortium);
    const serious = overlaps.filter((one) => one.serious);
    expect(serious.length).toBeGreaterThan(0);
    expect(serious[0]?.reasons.map(({ because }) => because.id)).toEqual(
      expect.arrayContaining(['product', 'indication']),
    );
    expect(overlaps.some(({ first, second }) => first.call.id !== second.call.id)).toBe(true);
  });
});
describe('from a call to an agreement', () => {
  test('a call is opened once, its applications are held to its rules, and only what was selected is agreed', async () => {
    const source = await callOf(officer(), 'demo-training-2027');
    const office = officer();
    const name = (text: string) => ({ ko: `${text} 시험`, en: text });
    const terms = {
      kind: 'training' as const,
      title: name('Training'),
      ...{ opensOn: '2026-06-01', closesOn: '2026-06-30' },
      budget: [{ year: 2026, amount: 100_000_000 }],
      tiers: [
        {
          ...{ tier: 'one', name: name('general'), grantMost: 50_000_000, projectsMost: 1 },
          ownShareLeast: { small: 2000, medium: 2500, large: 5000, 'not-a-company': 0 },
          ...{ ownCashLeast: 0, source: null, confidence: 'general-knowledge-unverified' as const },
        },
      ],
      criteria: [{ id: 'all', name: name('all'), weight: 10_000, mostPoints: 100 }],
      ...{ passMark: 6000, reviewsLeast: 1, mean: 'all' as const, ties: [] },
      budgetRule: 'pass-over-what-does-not-fit' as const,
      ...{ officers: ['demo-officer-1'], demonstration: true },
    };
    const open = {
      change: { type: 'opened' as const, callId: 'made-here', terms },
      ...signed(0, '2026-05-20'),
    };
    const weights = {
      ...open,
      ...signed(0, '2026-05-20'),
      change: {
        ...open.change,
        terms: {
          ...terms,
          criteria: [{ ...terms.criteria[0], id: 'all', name: name('all'), weight: 9_000, mostPoints: 100 }],
        },
      },
    };
    expect(await refused(office.openCall({ body: weights }))).toBe('call-weights');
    given(await office.openCall({ body: open }));
    expect(await refused(office.openCall({ body: { ...open, ...signed(1, '2026-05-20') } }))).toBe(
      'programme-name-taken',
    );
    expect(await refused(company('a').openCall({ body: { ...open, ...signed(0) } }))).toBe('role-refused');

    const proposal = (grant: number, ownCash: number) => ({
      ...{
        tier: 'one',
        title: name('Courses'),
        summary: name('Courses for readers'),
        product: null,
        indication: null,
      },
      consortium: {
        ...{ consortiumId: 'c-1', name: name('C') },
        members: [
          {
            partyId: 'demo-co-a',
            name: name('A'),
            kind: 'company' as const,
            size: 'small' as const,
            region: 'KR-11' as const,
            role: 'lead' as const,
            persons: ['demo-co-a-1'],
          },
        ],
      },
      lines: [
        {
          lineId: 'l1',
          year: 2026,
          category: 'personnel' as const,
          party: 'demo-co-a',
          text: name('teachers'),
          grant,
          ownCash,
          ownKind: 0,
        },
      ],
    });
    const ask = async (
      asked: Client,
      change: Parameters<Client['recordCallEvent']>[0]['body']['change'],
      on: string,
    ) =>
      asked.recordCallEvent({
        params: { call: 'made-here' },
        body: { change, ...signed((await callOf(office, 'made-here')).version, on) },
      });
    const submit = (grant: number, own: number, on = '2026-06-10') =>
      ask(company('a'), { type: 'submitted', application: 'a-1', proposal: proposal(grant, own) }, on);
    expect(await refused(submit(60_000_000, 20_000_000))).toBe('application-grant-over');
    expect(await refused(submit(40_000_000, 1_000_000))).toBe('application-own-short');
    expect(await refused(submit(40_000_000, 10_000_000, '2026-07-10'))).toBe('call-outside-dates');
    given(await submit(40_000_000, 10_000_000));
    expect(await refused(ask(office, { type: 'closed' }, '2026-06-20'))).toBe('programme-date-before');
    given(await ask(office, { type: 'closed' }, '2026-06-30'));
    given(
      await ask(
        office,
        {
          type: 'reviewer-appointed',
          reviewer: 'rev-9',
          name: name('R'),
          affiliations: [],
          applications: ['a-1'],
        },
        '2026-07-01',
      ),
    );
    const rev = as('reviewer', 'rev-9');
    given(
      await ask(
        rev,
        { type: 'interest-declared', reviewer: 'rev-9', application: 'a-1', conflict: null },
        '2026-07-02',
      ),
    );
    given(
      await ask(
        rev,
        {
          type: 'scored',
          reviewer: 'rev-9',
          application: 'a-1',
          points: [{ criterion: 'all', points: 80 }],
          comment: 'good',
        },
        '2026-07-03',
      ),
    );
    given(await ask(office, { type: 'review-closed' }, '2026-07-04'));
    const agreement = {
      ...{ kind: 'training' as const, title: proposal(0, 0).title, product: null, indication: null },
      consortium: proposal(0, 0).consortium,
      lines: proposal(40_000_000, 10_000_000).lines,
      periods: [{ year: 2026, fromOn: '2026-08-01', toOn: '2026-10-31' }],
      ...{ milestones: [], indicators: [], officers: ['demo-officer-1'], demonstration: true },
      transferRules: {
        version: 'v1',
        inForceFrom: '2026-01-01',
        rows: [
          {
            id: 'r',
            from: null,
            to: null,
            ownMost: 0,
            approvedMost: 0,
            because: name('none'),
            source: null,
            confidence: 'from-seeds' as const,
          },
        ],
      },
    };
    const agreed = (grant: number, on: string) => ({
      change: {
        type: 'agreed' as const,
        ...{ projectId: 'made-here-1', callId: 'made-here', application: 'a-1' },
        agreement: { ...agreement, lines: proposal(grant, 10_000_000).lines },
      },
      ...signed(0, on),
    });
    expect(await refused(office.agreeProject({ body: agreed(40_000_000, '2026-07-06') }))).toBe(
      'agreement-not-selected',
    );
    given(await ask(office, { type: 'selected', applications: ['a-1'] }, '2026-07-05'));
    expect(await refused(office.agreeProject({ body: agreed(45_000_000, '2026-07-06') }))).toBe(
      'agreement-differs',
    );
    given(await office.agreeProject({ body: agreed(40_000_000, '2026-07-06') }));
    const { steps, statements } = await projectOf(company('a'), 'made-here-1');
    expect(steps.map(({ step }) => step.id)).toEqual(source.steps.map(({ id }) => id));
    expect(statements[0]?.grant.agreed).toBe(40_000_000);
  });
});
