import { sha256Text } from '@daero/domain/canonical';
import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { checkDraft } from '@daero/registry/events/check';
import { describe, expect, test } from 'vitest';
import { adoptionEventForm } from '../layers/event.ts';
import { boardRow, type BoardRow } from '../layers/board.ts';
import { decideAdoption, foldAdoption } from '../layers/fold.ts';
import type { AdoptionEvent } from '../layers/event.ts';
import { efficiencyOf } from '../portfolio/efficiency.ts';
import { milestonesOf } from '../portfolio/milestones.ts';
import { procurementEventForm } from '../procurement/event.ts';
import { foldProcurement } from '../procurement/fold.ts';
import { draftOf } from '../record/log.ts';
import { fillForm, foldAnswers } from '../security/answer-book.ts';
import { defaultUseRules, type UsePeriod } from '../use/rules.ts';
import { useHistory } from '../use/standing.ts';
import { opportunitiesOf, weeksOf, type Opportunity } from '../use/weeks.ts';
import { generateAdoption, type GeneratedHospital } from './adoption.ts';
import { generatedForms } from './answers.ts';
import { demonstrationOn, products } from './hospitals.ts';
import { koreaMinutes } from './use.ts';

/** A linear congruential stream, enough to make up a demonstration. */
const seeded = (seed: number) => (): number =>
  (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296;
const on = isoDate(demonstrationOn);
const made = generateAdoption(seeded(7));
const hospital = (site: string): GeneratedHospital => {
  const found = made.hospitals.find((one) => one.site.siteId === site);
  if (found === undefined) throw new Error(site);
  return found;
};
const board = (site: string): BoardRow => boardRow(unwrap(foldAdoption(hospital(site).adoption)), on);
const opportunities = ({ site, road, use }: GeneratedHospital): readonly Opportunity[] =>
  opportunitiesOf(use, {
    site: site.siteId,
    deviceId: products[road.product].deviceId,
    version: null,
    offsetMinutes: koreaMinutes,
  });
const history = (one: GeneratedHospital): readonly UsePeriod[] => {
  const withdrawnOn = one.road.withdrawn === null ? null : isoDate(one.road.withdrawn.on);
  return useHistory(
    weeksOf(opportunities(one), isoDate('2026-11-15')),
    { wentLiveOn: one.wentLiveOn, withdrawnOn },
    defaultUseRules,
  );
};

describe('the demonstration is made of events that the rules accept', () => {
  test.each(made.hospitals.map((one) => [one.site.siteId, one] as const))(
    '%s, one command after another',
    (_site, one) => {
      let events: readonly AdoptionEvent[] = [];
      for (const event of one.adoption) {
        expect(adoptionEventForm.parse(event)).toEqual(event);
        events = [...events, ...unwrap(decideAdoption(events, event))];
      }
      expect(events.at(-1)?.on !== undefined && events.every((event) => event.on <= on)).toBe(true);
      for (const event of one.purchase) expect(procurementEventForm.parse(event)).toEqual(event);
      if (one.purchase.length > 0) expect(unwrap(foldProcurement(one.purchase)).contract).not.toBeNull();
    },
  );
  test('all of it passes the door of the log, with no id twice', () => {
    const drafts = made.hospitals.flatMap(({ site, adoption, purchase, use }) => [
      ...adoption.map((event) =>
        draftOf(
          event,
          { kind: 'adoption', streamId: site.siteId, site: site.siteId },
          `${event.on}T01:00:00Z`,
        ),
      ),
      ...purchase.map((event) =>
        draftOf(
          event,
          { kind: 'procurement', streamId: site.siteId, site: site.siteId },
          `${event.on}T01:00:00Z`,
        ),
      ),
      ...use.slice(0, 400),
    ]);
    for (const [at, draft] of drafts.entries()) {
      const checked = checkDraft(draft, at + 1, sha256Text);
      if (!checked.ok) throw new Error(JSON.stringify([checked.fault, draft.payload]));
    }
    const ids = made.hospitals.flatMap(({ adoption, purchase, use }) =>
      [...adoption, ...purchase, ...use].map(({ eventId }) => eventId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('the same seed makes the same, another seed another', () => {
    expect(generateAdoption(seeded(7))).toEqual(made);
    expect(generateAdoption(seeded(8))).not.toEqual(made);
  });
  test('it is labelled wherever it shows', () => {
    for (const { site, adoption } of made.hospitals) {
      expect([
        site.demonstration,
        site.name.ko.startsWith('시연'),
        site.name.en.startsWith('Demonstration'),
      ]).toEqual([true, true, true]);
      expect(adoption.every(({ reason }) => reason.includes('generated'))).toBe(true);
    }
  });
});

describe('hospitals stand at different points of the road', () => {
  test.each([
    ['generated-dawn', 1, ['clinical-review', 'fee-finance'], 'papers-missing'],
    ['generated-moon', 3, ['it-integration'], 'condition-overdue'],
    ['generated-river', 6, [], 'deferred'],
    ['generated-hill', 2, [], 'refused'],
    ['generated-field', 8, ['go-live'], 'musts-open'],
  ] as const)('%s: %i layers passed, next %j, blocked by %s', (site, passed, next, because) => {
    const row = board(site);
    expect(row.passed).toBe(passed);
    expect(next.every((layer) => row.next.some((one) => one.layer === layer))).toBe(true);
    expect(row.blocks.map((block) => block.because)).toContain(because);
  });
  test.each([
    ['generated-wind', ['trial', 'in-use']],
    ['generated-star', ['trial', 'in-use', 'sustained']],
    ['generated-rain', ['trial', 'in-use', 'sustained', 'fading']],
    ['generated-sea', ['trial', 'in-use', 'fading', 'withdrawn']],
    ['generated-leaf', ['in-use', 'sustained', 'fading', 'withdrawn']],
  ] as const)('%s is used: %j', (site, states) => {
    expect(history(hospital(site)).map(({ standing }) => standing.is)).toEqual(states);
  });
  test.each([1, 2, 3])('whatever the seed (%i), each ends where it is meant to', (seed) => {
    const ends = generateAdoption(seeded(seed))
      .hospitals.filter(({ wentLiveOn }) => wentLiveOn !== null)
      .map((one) => history(one).at(-1)?.standing.is);
    expect(ends).toEqual(['in-use', 'sustained', 'fading', 'withdrawn', 'withdrawn']);
  });
  test('one withdrew by decision and kept its reasons, one in silence', () => {
    expect(history(hospital('generated-sea')).at(-1)?.standing).toEqual({ is: 'withdrawn', by: 'decision' });
    expect(history(hospital('generated-leaf')).at(-1)?.standing).toEqual({ is: 'withdrawn', by: 'silence' });
    expect(board('generated-sea').withdrawn?.because).toEqual(['alert-fatigue', 'no-fee', 'workload']);
  });
});

test('the portfolio: who is not there yet is counted as waiting', () => {
  const rows = made.hospitals.map((one) => {
    const { begunOn, authorisedOn } = products[one.road.product];
    return milestonesOf({
      adoption: unwrap(foldAdoption(one.adoption)),
      ...{ opportunities: opportunities(one), history: history(one) },
      ...{ begunOn: isoDate(begunOn), authorisedOn: isoDate(authorisedOn) },
    });
  });
  const found = unwrap(efficiencyOf(rows, on));
  expect(found.toFirstUse).toMatchObject({ n: 10, reached: 5, notYet: 5, never: 0 });
  expect(found.toSustainedUse).toMatchObject({ n: 10, reached: 3, notYet: 6, never: 1, medianDays: null });
  expect(found.toPayment).toMatchObject({ reached: 2, never: 2, medianDays: null });
});

test('both hospitals are served by one set of answers, and what is out of date is flagged', () => {
  const book = unwrap(foldAnswers(made.answers.chest));
  const filled = generatedForms.map((form) =>
    unwrap(fillForm(form, book, { version: products.chest.version, on })),
  );
  expect(filled.map(({ ready, questions }) => [ready, questions.length])).toEqual([
    [2, 3],
    [2, 4],
  ]);
  const gaps = filled.flatMap(({ questions }) =>
    questions.flatMap((one) => one.gaps.map(({ because }) => because)),
  );
  expect([...new Set(gaps)].sort()).toEqual(['expired', 'not-answered', 'other-version']);
});
