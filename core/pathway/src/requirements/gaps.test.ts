import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { sourceNames } from '../jurisdiction/read-jurisdiction.ts';
import { rulesOn } from '../jurisdiction/rules.ts';
import { decided, entered, opened, walk } from '../case/walk.test-fixture.ts';
import { gateRules } from './gate-rules.ts';
import { gapsOf } from './gaps.ts';
import type { PlainClaim, Policy } from './requirement.ts';

const on = isoDate('2026-11-22');
const state = walk([['2026-02-02', opened('kr.r.traditional')]]);
const claim = (more: Partial<PlainClaim>): PlainClaim => ({
  id: 'C-01',
  serves: ['kr.nhta:clinicalUtility'],
  level: 3,
  population: ['chest-radiograph'],
  comparator: 'existing-method',
  n: 900,
  productVersion: 'reference-chest@2.1',
  on: isoDate('2026-05-01'),
  ...more,
});
const policy: Policy = {
  requirement: 'kr.nhta:clinicalUtility',
  minimumN: 800,
  maxAgeMonths: 36,
  by: 'ra-1',
  source: 'protocol 3.2',
  confidence: 'stated-in-source',
  reason: 'promised in the protocol',
};
const kindsFor = (requirement: string, claims: readonly PlainClaim[]): readonly string[] =>
  unwrap(gapsOf(state, claims, [policy], on))
    .gaps.filter((gap) => gap.requirement.id === requirement)
    .map(({ kind }) => kind);

describe('the gap list', () => {
  const utility = 'kr.nhta:clinicalUtility';
  test.each([
    ['nothing serves it', [], ['missing']],
    ['served in full', [claim({})], []],
    ['evidence of an older version', [claim({ productVersion: 'reference-chest@2.0' })], ['other-version']],
    ['no comparison with existing methods', [claim({ comparator: null })], ['comparator']],
    ['another indication', [claim({ population: ['mammography'] })], ['population']],
    ['fewer people than the protocol promised', [claim({ n: 799 })], ['sample']],
    ['older than the policy allows', [claim({ on: isoDate('2023-11-21') })], ['outdated']],
    ['just not too old', [claim({ on: isoDate('2023-11-22') })], []],
    [
      'the better of two claims counts',
      [claim({ n: 1, comparator: null }), claim({ id: 'C-02', n: 1 })],
      ['sample'],
    ],
  ])('%s', (_name, claims, kinds) => {
    expect(kindsFor(utility, claims)).toEqual(kinds);
  });

  test('work efficiency does not carry a fee, and cost-effectiveness asks for the fourth level', () => {
    const serves = ['kr.listing:clinicalUtility', 'kr.listing:costEffectiveness'];
    const at = (level: PlainClaim['level'], requirement: string) =>
      kindsFor(requirement, [claim({ serves, level })]);
    expect([at(1, serves[0] ?? ''), at(2, serves[0] ?? '')]).toEqual([['level'], []]);
    expect([at(3, serves[1] ?? ''), at(4, serves[1] ?? '')]).toEqual([['level'], []]);
  });

  test('each gap names its rule, and the study that would close it', () => {
    const { gaps } = unwrap(gapsOf(state, [], [], on));
    const gap = gaps.find(({ requirement }) => requirement.id === utility);
    expect(gap?.requirement).toMatchObject({
      must: true,
      source: ['slides2410'],
      confidence: 'stated-in-source',
    });
    expect(gap?.study).toMatchObject({
      question: 'effect',
      population: 'chest-radiograph',
      comparator: 'existing-method',
      productVersion: 'reference-chest@2.1',
    });
  });

  test('a gate that is passed asks no more', () => {
    const later = walk([
      ['2026-02-02', opened('kr.r.traditional')],
      ['2026-02-02', entered('kr.authorise')],
      ['2026-05-29', decided('kr.authorise', 'approve', 'kr.hira.check')],
    ]);
    const stages = unwrap(gapsOf(later, [], [], on)).requirements.map(({ stage }) => stage);
    expect([stages.includes('kr.authorise'), stages.includes('kr.nhta')]).toEqual([false, true]);
  });

  test('a claim that serves what no gate asks is refused', () => {
    expect(gapsOf(state, [claim({ serves: ['R-01'] })], [], on)).toMatchObject({
      fault: { kind: 'requirement-unknown', name: 'R-01' },
    });
  });
});

test('every rule of a gate names a stage, a need and sources that exist', () => {
  for (const { stage, evidence, source } of gateRules) {
    const rules = unwrap(rulesOn(stage.slice(0, 2).toUpperCase(), on));
    expect([stage, rules.stages.get(stage)?.evidence[evidence]]).toEqual([stage, 'required']);
    expect(sourceNames(source).filter((name) => !(name in rules.file.sources))).toEqual([]);
  }
});
