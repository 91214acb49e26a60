import { client, type Client } from '@daero/api/client';
import { hrefOf } from '@daero/api/route';
import { routes } from '@daero/api/routes';
import type { CallView } from '@daero/api/schemas/programme-call';
import type { ProjectView } from '@daero/api/schemas/programme-project';
import type { Role } from '@daero/domain/product';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
}, 120_000);
afterAll(async () => server.close());

const as = (role: Role, person: string): Client =>
  client(fetch, server.url, server.as(role, 'all', 1, person));
const officer = (): Client => as('programme-office', 'demo-officer-1');
const company = (letter: string): Client => as('market-access', `demo-co-${letter}-1`);
const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; problem: { kind: string; en: string } },
): Value => {
  if (!answer.ok) throw new Error(`${answer.problem.kind}: ${answer.problem.en}`);
  return answer.value;
};
const refused = async (
  answer: Promise<{ ok: boolean; problem?: { kind: string; ko: string; en: string; status: number } }>,
): Promise<string> => {
  const found = await answer;
  if (found.ok || found.problem === undefined) return 'allowed';
  expect([/[가-힣]/.test(found.problem.ko), /[가-힣]/.test(found.problem.en)]).toEqual([true, false]);
  expect(found.problem.en).not.toMatch(/\{\w+\}/);
  return found.problem.kind;
};
let acts = 0;
const signed = (expected: number, on = '2026-11-22') => ({
  ...{ reason: 'as decided', signedBy: 'Hong Gil-dong', source: null, expected, on },
  request: `test-act-${(acts += 1)}`,
});
const consortium = 'demo-consortium-2026';
const pilot = 'demo-pilot-2026';
const projectOf = async (asked: Client, project: string): Promise<ProjectView> =>
  given(await asked.programmeProject({ params: { project } }));
const callOf = async (asked: Client, call: string): Promise<CallView> =>
  given(await asked.call({ params: { call } }));

describe('who sees what', () => {
  test('calls are public; projects and the whole are for those who answer for them; none is loaded twice', async () => {
    const seen = given(await officer().programme());
    expect([seen.calls.length, seen.projects.length, seen.unreadable]).toEqual([4, 5, []]);
    expect(seen.calls.every(({ demonstration }) => demonstration)).toBe(true);
    const sum = (rows: readonly { readonly agreed: number }[]): number =>
      rows.reduce((all, { agreed }) => all + agreed, 0);
    const { totals, byStage, byRisk, byRegion } = seen.ministry ?? {
      totals: { agreed: -1 },
      byStage: [],
      byRisk: [],
      byRegion: [],
    };
    for (const groups of [byStage, byRisk, byRegion]) expect(sum(groups)).toBe(totals.agreed);
    expect(totals.agreed).toBe(seen.projects.reduce((all, { grant }) => all + grant.agreed, 0));
    const stranger = given(await as('market-access', 'nobody').programme());
    expect([stranger.calls.length, stranger.projects, stranger.ministry]).toEqual([4, [], null]);
    expect(stranger.calls.every((row) => row.applications === null && row.standing === 'reader')).toBe(true);
    const again = await testServer({ databaseUrl: server.databaseUrl, demonstration: true });
    const twice = given(
      await client(fetch, again.url, again.as('programme-office', 'all', 1, 'demo-officer-1')).programme(),
    );
    await again.close();
    expect(twice).toEqual(seen);
  });

  test('an investor and a machine are refused; a project of others does not exist; a reviewer sees no project', async () => {
    expect(await refused(as('investor', 'x').programme())).toBe('role-refused');
    const { projects } = given(await officer().programme());
    const [first] = projects;
    if (first === undefined) throw new Error('no project');
    const ask = { params: { project: first.id } };
    expect(await refused(as('market-access', 'nobody').programmeProject(ask))).toBe(
      'programme-project-unknown',
    );
    expect(await refused(as('programme-office', 'nobody').programmeProject(ask))).toBe(
      'programme-project-unknown',
    );
    expect(await refused(as('reviewer', 'demo-rev-1').programmeProject(ask))).toBe('role-refused');
    const statement = await fetch(
      `${server.url}${hrefOf(routes.settlement, { project: first.id }, { year: 2026, of: 'receipts' })}`,
      { headers: server.as('market-access', 'all', 1, 'nobody') },
    );
    expect(statement.status).toBe(404);
    for (const { id } of given(await company('a').programme()).projects)
      expect((await projectOf(company('a'), id)).members.some(({ party }) => party.id === 'demo-co-a')).toBe(
        true,
      );
  });

  test('a stranger sees the terms of a call and nothing of its applications, reviews, ranking or reviewers', async () => {
    const call = await callOf(as('clinician', 'nobody'), consortium);
    expect(call.standing).toBe('reader');
    expect(call.terms.criteria.length).toBe(3);
    for (const part of [
      call.applications,
      call.reviews,
      call.ranking,
      call.reviewers,
      call.overlaps,
      call.projects,
      call.possible,
    ])
      expect(part).toEqual([]);
    const told = call.trail.map(({ type }) => type);
    expect(told.length).toBeGreaterThan(3);
    expect(told.some((type) => /scored|declared|appointed|submitted/.test(type))).toBe(false);
  });

  test('an applicant sees the own application, and after the choice its marks without the names of reviewers', async () => {
    const call = await callOf(company('a'), consortium);
    expect(call.applications.map(({ lead }) => lead.en)).toEqual(['Demonstration company Garam']);
    expect(call.reviews.length).toBeGreaterThan(2);
    expect(
      call.reviews.every(({ reviewer, reviewerName }) => reviewer === '—' && reviewerName === null),
    ).toBe(true);
    expect([call.ranking, call.reviewers]).toEqual([[], []]);
    const open = await callOf(company('b'), pilot);
    expect([open.applications.length, open.reviews]).toEqual([1, []]);
  });

  test('a reviewer sees what is assigned, declared and free of conflict; the own scores only', async () => {
    const call = await callOf(as('reviewer', 'demo-rev-1'), pilot);
    expect(call.applications.length).toBe(3);
    expect(call.reviews.every(({ reviewer }) => reviewer === 'demo-rev-1')).toBe(true);
    const fourth = await callOf(as('reviewer', 'demonstration:reviewer'), pilot);
    expect(fourth.applications.length).toBe(1);
    expect(fourth.closed.map(({ because }) => because.id).toSorted()).toEqual(['conflict', 'undeclared']);
    expect(fourth.closed.find(({ because }) => because.id === 'conflict')?.conflicts[0]?.en).toBe(
      'works at a member',
    );
    expect(
      fourth.trail.every(({ by, type }) => by === 'demonstration:reviewer' || !/scored|declared/.test(type)),
    ).toBe(true);
    const told = JSON.stringify(fourth);
    expect(told).not.toContain('Demonstration company Narae'); // who applied with the conflict is not told
  });
});

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

describe('a project', () => {
  const chest = `${consortium}-demo-co-a-project`;
  const find = async (): Promise<ProjectView> => projectOf(officer(), chest);
  const ask = async (
    asked: Client,
    change: Parameters<Client['recordProjectEvent']>[0]['body']['change'],
    on?: string,
  ) =>
    asked.recordProjectEvent({
      params: { project: chest },
      body: { change, ...signed((await find()).version, on) },
    });
  const receipt = (number: string, on = '2026-11-20') => ({
    number,
    kind: 'tax-invoice' as const,
    on,
    payee: 'Maker',
    digest: null,
  });
  const spent = (spending: string, amount: number) => ({
    type: 'spent' as const,
    ...{
      spending,
      party: 'demo-co-a',
      year: 2026,
      category: 'personnel' as const,
      funding: 'grant' as const,
      amount,
    },
    ...{ receipt: receipt(`r-${spending}`), text: 'salaries' },
  });

  test('a spending with its receipt goes from budget and cash to the won, into the journal and the trail', async () => {
    const before = await find();
    const rowOf = (view: ProjectView) =>
      view.statements[0]?.rows.find(
        ({ category, funding }) => category.id === 'personnel' && funding.id === 'grant',
      );
    given(await ask(company('a'), spent('x-1', 1_234_567)));
    const after = await find();
    expect((rowOf(after)?.spent ?? 0) - (rowOf(before)?.spent ?? 0)).toBe(1_234_567);
    expect((rowOf(before)?.left ?? 0) - (rowOf(after)?.left ?? 0)).toBe(1_234_567);
    expect((before.statements[0]?.grant.inHand ?? 0) - (after.statements[0]?.grant.inHand ?? 0)).toBe(
      1_234_567,
    );
    const [entry] = after.journal;
    expect(entry?.legs.map(({ debit, credit }) => [debit, credit])).toEqual([
      [1_234_567, 0],
      [0, 1_234_567],
    ]);
    expect(after.trail[0]).toMatchObject({
      type: 'money.project-spent',
      signedBy: 'Hong Gil-dong',
      by: 'demo-co-a-1',
    });
    expect(after.trail[0]?.what.en).toContain('KRW 1,234,567');
  });

  test.each([
    [
      'a receipt used twice',
      () => ask(company('a'), { ...spent('x-2', 1), receipt: receipt('r-x-1') }),
      'money-receipt-twice',
    ],
    [
      'more than the budget has left',
      () => ask(company('a'), spent('x-3', 900_000_000)),
      'money-budget-over',
    ],
    [
      'a receipt of a later day',
      () => ask(company('a'), { ...spent('x-4', 1), receipt: receipt('r4', '2026-11-22') }, '2026-11-21'),
      'programme-date-before',
    ],
    [
      'a receipt of another year',
      () => ask(company('a'), { ...spent('x-5', 1), receipt: receipt('r5', '2026-05-01') }),
      'money-outside-year',
    ],
    [
      'spending of somebody else',
      () => ask(as('administrator', 'demo-ho-1-1'), spent('x-6', 1)),
      'programme-key-missing',
    ],
    ['spending by the office', () => ask(officer(), spent('x-7', 1)), 'programme-key-missing'],
    ['a day to come', () => ask(company('a'), spent('x-8', 1), '2099-01-01'), 'programme-day-ahead'],
    [
      'a transfer over its limit',
      () =>
        ask(company('a'), {
          type: 'transfer-asked',
          transfer: 't-big',
          year: 2026,
          funding: 'grant',
          from: { party: 'demo-ho-1', category: 'clinical' },
          to: { party: 'demo-co-a', category: 'travel' },
          amount: 200_000_000,
        }),
      'money-transfer-refused',
    ],
    [
      'raising indirect costs',
      () =>
        ask(company('a'), {
          type: 'transfer-asked',
          transfer: 't-ind',
          year: 2026,
          funding: 'grant',
          from: { party: 'demo-co-a', category: 'personnel' },
          to: { party: 'demo-co-a', category: 'indirect' },
          amount: 1,
        }),
      'money-transfer-refused',
    ],
    [
      'a milestone without its measure',
      () =>
        ask(officer(), {
          type: 'milestone-met',
          milestone: 'live',
          proof: 'said',
          reading: { indicator: 'hospitals', state: 'measured', value: 3, asOf: '2026-11-20', proofs: 3 },
        }),
      'milestone-unmeasured',
    ],
    [
      'a milestone before the one it follows',
      () => ask(officer(), { type: 'milestone-met', milestone: 'filed', proof: 'said', reading: null }),
      'milestone-before',
    ],
    [
      'a payment before its milestone',
      () => ask(officer(), { type: 'grant-paid', payment: 'p-x', year: 2026, amount: 1, milestone: 'live' }),
      'money-milestone-open',
    ],
    [
      'settling before the year is over',
      () => ask(officer(), { type: 'year-settled', year: 2026 }),
      'programme-date-before',
    ],
    [
      'annulling a movement of money',
      async () => ask(officer(), { type: 'annulled', eventId: (await find()).journal[0]?.eventId ?? '' }),
      'money-not-annulled',
    ],
    ['completing what is not settled', () => ask(officer(), { type: 'completed' }), 'project-not-settled'],
  ] as const)(
    '%s is refused with its rule in both languages, and nothing is stored',
    async (_name, act, kind) => {
      const { version } = await find();
      expect(await refused(act())).toBe(kind);
      expect((await find()).version).toBe(version);
    },
  );

  test('a minor transfer takes effect; a larger one waits for another officer', async () => {
    const asked = (transfer: string, amount: number) =>
      ask(company('a'), {
        type: 'transfer-asked' as const,
        transfer,
        year: 2026,
        funding: 'grant',
        from: { party: 'demo-co-a', category: 'personnel' },
        to: { party: 'demo-co-a', category: 'materials' },
        amount,
      });
    given(await asked('t-1', 10_000_000));
    given(await asked('t-2', 70_000_000));
    const waiting = await find();
    expect(waiting.transfers.slice(-2).map(({ standing }) => standing.id)).toEqual(['own-decision', 'asked']);
    expect(waiting.possible.some(({ key }) => key.startsWith('transfer-decided'))).toBe(true);
    expect(
      await refused(ask(company('a'), { type: 'transfer-decided', transfer: 't-2', approved: true })),
    ).toBe('programme-key-missing');
    given(await ask(officer(), { type: 'transfer-decided', transfer: 't-2', approved: false }));
    expect((await find()).transfers.at(-1)?.standing.id).toBe('refused');
  });

  test('indicators are measured from what sites counted; what is promised, declared and measured is told apart', async () => {
    const { indicators, milestones } = await find();
    const states = Object.fromEntries(indicators.map(({ indicator, state }) => [indicator.id, state.id]));
    expect(states).toMatchObject({ patients: 'measured', hospitals: 'measured', jobs: 'declared' });
    const patients = indicators.find(({ indicator }) => indicator.id === 'patients');
    expect(patients?.value).toBeGreaterThan(300);
    expect(patients?.outlook).toMatchObject({ target: 1200 });
    expect((patients?.outlook?.low ?? 1) < (patients?.outlook?.high ?? 0)).toBe(true);
    expect(patients?.shape?.shape).toBe('accrual');
    expect(milestones.find(({ milestone }) => milestone.id === 'live')?.measure).toMatchObject({
      atLeast: 3,
      value: 2,
    });
  });

  test('the settlement is a file that a Korean spreadsheet opens, exact and labelled', async () => {
    const load = async (of: string, year = 2026): Promise<Response> =>
      fetch(`${server.url}${hrefOf(routes.settlement, { project: chest }, { year, of })}`, {
        headers: server.as('market-access', 'all', 1, 'demo-co-a-1'),
      });
    const response = await load('statement');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="demonstration-${chest}-2026-statement.csv"`,
    );
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = await response.text();
    expect(text).toContain('협약번호,연도,비목,재원');
    const view = await find();
    const sum = (view.statements[0]?.rows ?? []).reduce((all, { spent: one }) => all + one, 0);
    const written = text
      .split('\r\n')
      .slice(1, -1)
      .reduce((all, line) => all + Number(line.split(',')[6]), 0);
    expect(written).toBe(sum);
    expect(await (await load('receipts')).text()).toContain('r-x-1');
    expect((await load('statement', 2031)).status).toBe(422);
  });

  test('all money of the portfolio is in its books: paid = spent + returned + owed + in hand', async () => {
    for (const { id } of given(await officer().programme()).projects)
      for (const { grant } of (await projectOf(officer(), id)).statements)
        expect(grant.paid).toBe(grant.spent + grant.returned + grant.claimed + grant.inHand);
  });

  test('a member of one project may not act in it for another member, nor without having seen what happened', async () => {
    const body = { change: spent('x-9', 1), ...signed(0) };
    expect(await refused(company('a').recordProjectEvent({ params: { project: chest }, body }))).toBe(
      'stream-moved',
    );
    const elsewhere = { params: { project: chest }, body: { change: spent('x-10', 1), ...signed(0) } };
    expect(await refused(company('f').recordProjectEvent(elsewhere))).toBe('programme-project-unknown');
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
