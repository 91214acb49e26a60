import { read } from '@daero/domain/expression/compile';
import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { jurisdictionCodes, rulesOn } from '../jurisdiction/rules.ts';
import { sourceNames } from '../jurisdiction/read-jurisdiction.ts';
import { eligibilityRules } from './eligibility.ts';
import { readFacts, routeFacts } from './facts.ts';
import { nominalDays } from './nominal.ts';
import { whichRoutes } from './which-routes.ts';

const on = isoDate('2026-11-22');
const korea = unwrap(rulesOn('KR', on));
const standings = (given: Readonly<Record<string, number | boolean>>, day = on): Record<string, string> =>
  Object.fromEntries(
    whichRoutes(unwrap(rulesOn('KR', day)), day, unwrap(readFacts('KR', given))).map(
      ({ route, standing }) => [route, standing],
    ),
  );

const listedItem = {
  device_class: 3,
  item_listed: true,
  enhanced_evaluation: true,
  existing_technology: false,
  digital: true,
  innovative_designation: false,
  safety_shown: true,
  effect_at_least_equal: false,
  comparative_literature: true,
  already_assessed: false,
};

describe('which route', () => {
  test('a listed item with its evaluation may enter at once, and need not be assessed first', () => {
    expect(standings(listedItem)).toEqual({
      'kr.r.traditional': 'closed',
      'kr.r.parallel_listing': 'closed',
      'kr.r.one_stop': 'closed',
      'kr.r.existing': 'closed',
      'kr.r.defer': 'open',
      'kr.r.innovative': 'closed',
      'kr.r.immediate': 'open',
    });
  });

  test('the same product a day before the rule came into force had no such route', () => {
    expect(standings(listedItem, isoDate('2026-01-25'))['kr.r.immediate']).toBeUndefined();
  });

  test('an existing technology closes every way to a fee of its own, by the rule that says so', () => {
    const answers = whichRoutes(korea, on, unwrap(readFacts('KR', { existing_technology: true })));
    for (const { route, standing, closedBy } of answers) {
      expect(standing).toBe(route === 'kr.r.existing' ? 'open' : 'closed');
      for (const { text, source } of closedBy)
        expect([text.ko, sourceNames(source).length > 0]).not.toContain('');
    }
  });

  test('with nothing known every route waits for facts, and says which', () => {
    const answers = whichRoutes(korea, on, new Map());
    expect(answers.map(({ standing }) => standing)).toEqual(answers.map(() => 'undecided'));
    const immediate = answers.find(({ route }) => route === 'kr.r.immediate');
    expect(immediate?.waitsFor.flatMap(({ facts }) => facts.map(({ name }) => name))).toEqual([
      'item_listed',
      'existing_technology',
      'enhanced_evaluation',
      'device_class',
    ]);
  });

  test('what a route gives and asks comes from the file', () => {
    const [traditional, , , existing, defer, innovative, immediate] = whichRoutes(korea, on, new Map());
    expect(traditional?.gives.ends.map(({ terminal }) => terminal)).toEqual(['t.benefit', 't.selective']);
    expect(existing?.gives.ends.map(({ terminal }) => terminal)).toEqual(['t.existing']);
    expect([defer, innovative, immediate].map((one) => one?.gives.window?.maxMonths)).toEqual([48, 36, 36]);
    const nhta = traditional?.asks.find(({ stage }) => stage === 'kr.nhta');
    expect(nhta?.needs).toContainEqual({ evidence: 'clinicalUtility', need: 'required' });
  });

  test('a fact that nobody asks, or a value that it cannot take, is refused', () => {
    expect(readFacts('KR', { colour: 1 })).toMatchObject({ fault: { kind: 'route-fact-unknown' } });
    expect(readFacts('KR', { device_class: 7 })).toMatchObject({ fault: { kind: 'route-fact-value' } });
  });
});

describe('nominal days', () => {
  test('the traditional route is 460 and 490, of mixed type, as its total in the file says', () => {
    const [usual, most] = nominalDays(korea, 'kr.r.traditional');
    expect([usual?.days, most?.days]).toEqual([460, 490]);
    expect([usual?.dayType, most?.dayType]).toEqual(['mixed', 'mixed']);
    const total = korea.routes.get('kr.r.traditional')?.total;
    expect([usual?.days, most?.days]).toEqual([total?.typicalDays, total?.maxDays]);
    expect(usual?.parts.map(({ days }) => days)).toEqual([80, 30, 250, 100]);
    expect(JSON.stringify([usual, most])).not.toMatch(/\d{4}-\d{2}-\d{2}/); // never a date
  });
  test('existing technology and immediate entry agree with their totals', () => {
    expect(nominalDays(korea, 'kr.r.existing').map(({ days }) => days)).toEqual([110]);
    const total = korea.routes.get('kr.r.immediate')?.total;
    const stated = nominalDays(korea, 'kr.r.immediate').map(({ days }) => days);
    expect(stated).toEqual([total?.minDays, total?.maxDays]);
  });
});

test.each(jurisdictionCodes)(
  '%s: every rule can be read, names facts that are asked and sources that exist',
  (code) => {
    const rules = unwrap(rulesOn(code, on));
    const names = routeFacts(code).map(({ name }) => name);
    for (const { route, requires, source } of eligibilityRules.filter((rule) =>
      rules.routes.has(rule.route),
    )) {
      expect([route, read(requires, names).ok]).toEqual([route, true]);
      expect(sourceNames(source).filter((name) => !(name in rules.file.sources))).toEqual([]);
    }
    for (const name of names) {
      // a question whose answer changes nothing would waste its reader's time
      const readers = eligibilityRules.filter(({ route }) => rules.routes.has(route));
      expect([name, readers.some(({ requires }) => requires.includes(name))]).toEqual([name, true]);
    }
  },
);
