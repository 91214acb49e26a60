import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { jurisdictionCodes, rulesOf, versionsOf } from '../jurisdiction/rules.ts';
import { sourceNames } from '../jurisdiction/read-jurisdiction.ts';
import { networkOf } from './network.ts';

const all = jurisdictionCodes.flatMap((code) => {
  const rules = unwrap(rulesOf(code, versionsOf(code).at(-1)?.version ?? ''));
  return rules.file.routes.map((route) => ({ name: route.id, rules, route, network: networkOf(route.id) }));
});

describe.each(all)('$name', ({ rules, route, network }) => {
  const stages = network.steps.map(({ stage }) => stage);

  test('has the stages of the file, and those that were added follow by a transition of the file', () => {
    expect(
      network.steps
        .filter(({ added }) => added !== true)
        .map(({ stage }) => stage)
        .sort(),
    ).toEqual([...route.stages].sort());
    for (const { stage, after, added } of network.steps) {
      if (added !== true) continue;
      const [from = ''] = after;
      expect(rules.stages.get(from)?.transitions.some(({ to }) => to === stage)).toBe(true);
    }
  });

  test('leads forward only: every predecessor stands earlier', () => {
    for (const [at, { after, finishAfter, alongside }] of network.steps.entries()) {
      const named = [...after, ...(finishAfter ?? []), ...(alongside === undefined ? [] : [alongside.stage])];
      expect(named.filter((stage) => !stages.slice(0, at).includes(stage))).toEqual([]);
    }
  });

  test('its marks are stages of it, its sources stand in the file', () => {
    const marks = [network.listing, network.firstUse, network.window, network.reassessment];
    expect(marks.filter((mark) => mark !== null && !stages.includes(mark))).toEqual([]);
    if (network.window !== null) expect(rules.stages.get(network.window)?.useWindow).toBeDefined();
    const sources = network.steps.flatMap(({ alongside }) => sourceNames(alongside?.source ?? null));
    expect(sources.filter((source) => !(source in rules.file.sources))).toEqual([]);
  });
});
