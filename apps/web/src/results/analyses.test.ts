import { flow, forest, roc } from '@daero/figures/testing/shapes';
import { describe, expect, test } from 'vitest';
import type { ChainNode } from '../api-types.ts';
import { analysesOf, claimedEstimates, nameBelow, warningsOf } from './analyses.ts';

const node = (kind: ChainNode['kind'], hash: string, rest: Partial<ChainNode> = {}): ChainNode => ({
  hash,
  id: `${kind}:${hash}`,
  kind,
  label: { ko: hash, en: hash },
  figure: null,
  status: 'fresh',
  why: null,
  inputs: [],
  codeVersion: null,
  method: null,
  facts: {},
  warnings: [],
  ...rest,
});
const few = { ko: '집단이 적음', en: 'few groups' };
const wide = { ko: '구간이 넓음', en: 'wide interval' };

const nodes = [
  node('analysis', 'a', { warnings: [few], facts: { 'plots-at-site': 2 } }),
  node('estimate', 'a1', { inputs: ['a'], warnings: [few, wide] }),
  node('analysis', 'b'),
  node('estimate', 'b1', { inputs: ['b'] }),
  node('estimate', 'm1', { inputs: ['model'] }),
  node('claim', 'c', { inputs: ['b1'] }),
];
const shapes = [
  { node: 'b', shape: roc },
  { node: 'population', shape: flow },
  { node: 'b', shape: flow },
  { node: 'b', shape: forest },
];

describe('analyses', () => {
  const [first, second, ...more] = analysesOf(nodes, shapes);

  test('each has its own estimates and shapes, in the order of the plan', () => {
    expect(more).toEqual([]);
    expect(first?.estimates.map(({ hash }) => hash)).toEqual(['a1']);
    expect(second?.estimates.map(({ hash }) => hash)).toEqual(['b1']);
    expect(first?.plots).toEqual([]);
    expect(second?.plots).toEqual([roc, forest]);
    expect(second?.flows).toEqual([flow]);
  });

  test('plots that stay at the site are counted', () => {
    expect([first?.atSite, second?.atSite]).toEqual([2, 0]);
  });

  test('a warning is said once, with what it is of', () => {
    if (first === undefined) throw new Error('there are two analyses');
    expect(warningsOf(first)).toEqual([
      { warning: few, of: [] },
      { warning: wide, of: first.estimates },
    ]);
  });
});

test('the numbers to look at first are those that claims rest on', () => {
  expect(claimedEstimates(nodes).map(({ hash }) => hash)).toEqual(['b1']);
});

test('the heading is not said again in the names below it', () => {
  expect(nameBelow('Discrimination: AUC', 'Discrimination')).toBe('AUC');
  expect(nameBelow('Discriminations', 'Discrimination')).toBe('Discriminations');
});
