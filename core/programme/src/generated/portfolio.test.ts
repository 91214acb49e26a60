import { unwrap } from '@daero/domain/result';
import { foldCase } from '@daero/pathway/case/fold';
import { describe, expect, test } from 'vitest';
import { decideCall, foldCall } from '../call/fold.ts';
import type { CallEvent } from '../call/event.ts';
import { applicationOf, running } from '../call/state.ts';
import { overlaps } from '../call/overlap.ts';
import { investorView } from '../portfolio/investor.ts';
import { ministryView } from '../portfolio/ministry.ts';
import type { ProjectEvent } from '../project/event.ts';
import { decideProject, foldProject } from '../project/fold.ts';
import { callFromLog, callToLog, projectFromLog, projectToLog } from '../record/log.ts';
import { demonstrationPortfolio } from './portfolio.ts';

const portfolio = demonstrationPortfolio();
const callOf = (name: string) =>
  unwrap(foldCall(portfolio.calls.find(({ callId }) => callId === name)?.events ?? []));

describe('the made-up portfolio', () => {
  test.each(portfolio.calls)('call $callId is what the rules allow, event by event', ({ events }) => {
    const history: CallEvent[] = [];
    for (const command of events) history.push(...unwrap(decideCall(history, command)));
    expect(history).toEqual(events);
  });

  test.each(portfolio.projects)('project $projectId likewise', ({ callId, events, observations }) => {
    const history: ProjectEvent[] = [];
    for (const command of events)
      history.push(...unwrap(decideProject(history, command, { call: callOf(callId), observations })));
    expect(history).toEqual(events);
  });

  test('stands at different points of the road', () => {
    expect(portfolio.calls.map(({ callId }) => callOf(callId).phase)).toEqual(['selected', 'selected', 'reviewing', 'open']); // prettier-ignore
    const seen = portfolio.projects.map(({ events, observations }) => ({ state: unwrap(foldProject(events)), observations })); // prettier-ignore
    const view = ministryView(seen, portfolio.asOf);
    expect(view.rows.map(({ stage, risk }) => [stage.step, risk.level])).toEqual([
      ['economics', 'low'],
      ['validation', 'high'],
      ['validation', 'watch'],
      ['completed', 'low'],
      ['review-board', 'high'],
    ]);
    expect(view.rows[1]?.risk.flags).toEqual(
      expect.arrayContaining([
        'milestone-failed',
        'money-claimed',
        'accrual-out-of-reach',
        'own-share-behind',
      ]),
    );
    for (const groups of [view.byKind, view.byRisk, view.byRegion, view.byStage]) {
      expect(groups.reduce((sum, { agreed }) => sum + agreed, 0)).toBe(view.totals.agreed);
      expect(groups.reduce((sum, { spent }) => sum + spent, 0)).toBe(view.totals.spent);
    }
    expect(view.rows.flatMap(({ readings }) => readings.map(({ state }) => state))).toEqual(
      expect.arrayContaining(['measured', 'declared', 'missing']),
    );
  });

  test('gives an investor what is proven, newest first, and no rate where nothing has ended', () => {
    const seen = portfolio.projects.map(({ events, observations }) => ({ state: unwrap(foldProject(events)), observations })); // prettier-ignore
    const product = 'demonstration-chest-aid';
    const input = {
      product: { ko: '시연 제품', en: 'Demonstration product' },
      demonstration: true,
      asOf: portfolio.asOf,
      cases: portfolio.cases.map(({ name, events }) => ({ name, state: unwrap(foldCase(events)), milestones: null })), // prettier-ignore
      hospitals: [{ hospital: 'demo-ho-1', name: { ko: '시연', en: 'Demonstration' }, use: 'in-use' as const, since: portfolio.asOf }], // prettier-ignore
      renewals: [],
      projects: seen.filter(({ state }) => state.agreement.product?.deviceId === product),
      claims: [],
    };
    const view = investorView(input);
    expect(view.cases.map(({ reached }) => reached.used)).toEqual(['2026-09-11', null]);
    expect(view.cases[0]?.reached).toMatchObject({ authorised: '2026-05-29', coded: null });
    expect(view.renewal).toEqual({ ended: 0, renewed: 0, rate: null });
    expect(view.proofs.map(({ on }) => on)).toEqual(
      view.proofs
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    );
    expect(view.proofs.length).toBeGreaterThan(2);
    const renewed = { hospital: 'demo-ho-1', endedOn: portfolio.asOf, renewed: true };
    expect(investorView({ ...input, renewals: [renewed, { ...renewed, renewed: false }] }).renewal.rate).toBe(
      0.5,
    );
  });

  test('is the same for the same seed and another for another', () => {
    expect(demonstrationPortfolio()).toEqual(portfolio);
    expect(demonstrationPortfolio(7)).not.toEqual(portfolio);
  });

  test.each([1, 2, 3, 4, 5])('stands for seed %i too', (seed) => {
    const other = demonstrationPortfolio(seed);
    for (const { callId, events, observations } of other.projects) {
      const call = unwrap(foldCall(other.calls.find((one) => one.callId === callId)?.events ?? []));
      const history: ProjectEvent[] = [];
      for (const command of events)
        history.push(...unwrap(decideProject(history, command, { call, observations })));
    }
    expect(other.projects.length).toBeGreaterThan(3);
  });

  test('says that it is a demonstration in both languages, wherever a name shows', () => {
    for (const { events } of portfolio.calls) {
      const { terms, applications } = unwrap(foldCall(events));
      expect([terms.title.ko, terms.title.en]).toEqual([expect.stringContaining('시연'), expect.stringContaining('Demonstration')]); // prettier-ignore
      for (const { proposal } of applications)
        for (const { name } of proposal.consortium.members)
          expect([name.ko, name.en]).toEqual([expect.stringContaining('시연'), expect.stringContaining('Demonstration')]); // prettier-ignore
    }
  });

  test('holds an overlap to be found: one indication asked for twice', () => {
    const call = callOf('demo-consortium-2026');
    const found = overlaps(
      running(call).map(({ application, proposal }) => ({ name: application, proposal })),
    );
    expect(found.some(({ reasons }) => reasons.some(({ because }) => because === 'indication'))).toBe(true);
    expect(call.selected.every((name) => applicationOf(call, name) !== null)).toBe(true);
  });

  test('goes into the log and comes back the same', () => {
    for (const { callId, events } of portfolio.calls) {
      const logged = events.map((event) => callToLog(callId, event));
      expect(unwrap(callFromLog(logged, callId))).toEqual(events);
      expect(unwrap(callFromLog(logged, 'another'))).toEqual([]);
    }
    const all = portfolio.projects.flatMap(({ projectId, events }) => events.map((event) => projectToLog(projectId, event))); // prettier-ignore
    for (const { projectId, events } of portfolio.projects)
      expect(unwrap(projectFromLog(all, projectId))).toEqual(events);
    const broken = all.map(({ type }) => ({ type, payload: { project: 'p', eventId: 'e', reason: 'r' } }));
    const found = projectFromLog(broken, 'p');
    expect(found.ok ? null : found.fault).toMatchObject({ kind: 'programme-event-form', eventId: 'e' });
  });
});
