import { client } from '@daero/api/client';
import { hrefOf } from '@daero/api/route';
import { routes } from '@daero/api/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callOf, consortium, given, pilot, projectOf, refused, people } from '../testing/programme-people.ts';
import { testServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
}, 120_000);
afterAll(async () => server.close());
const { as, officer, company } = people(() => server);

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

  test('a call is opened by the programme office alone, and an agreement made by an officer of its call', async () => {
    const offered = async (asked: ReturnType<typeof officer>): Promise<number> =>
      given(await asked.programme()).opening.length;
    expect(await offered(officer())).toBeGreaterThan(0);
    for (const one of [company('a'), as('reviewer', 'demo-rev-1')]) expect(await offered(one)).toBe(0);
    // every selected application of this call has its project
    expect((await callOf(officer(), consortium)).agreements).toEqual([]);
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
