import type { Client } from '@daero/api/client';
import { hrefOf } from '@daero/api/route';
import { routes } from '@daero/api/routes';
import type { ProjectView } from '@daero/api/schemas/programme-project';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consortium, given, projectOf, refused, signed, people } from '../testing/programme-people.ts';
import { testServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
}, 120_000);
afterAll(async () => server.close());
const { as, officer, company } = people(() => server);

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
