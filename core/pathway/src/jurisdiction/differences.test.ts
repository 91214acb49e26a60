import { unwrap } from '@daero/domain/result';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';
import { rulesOf } from './rules.ts';

const rules = (version: string) => unwrap(rulesOf('KR', version));

test('what each change of the Korean rules brought, and whether it lies on the road of a case', () => {
  const told = (from: string, to: string, route: string): readonly string[] =>
    differences(rules(from), rules(to), route).map(
      ({ text, concerns }) => `${text.en}${concerns ? ' *' : ''}`,
    );
  expect(told('2025-11-18', '2026-01-26', 'kr.r.defer').map((one) => one.split(':')[0])).toEqual([
    'New route',
    'New stage',
  ]);
  expect(told('2025-11-18', '2026-01-26', 'kr.r.immediate').every((one) => one.endsWith('*'))).toBe(true);
  const [window] = told('2025-03-06', '2025-11-18', 'kr.r.defer');
  expect(window).toMatch(/36 months → 36 months, at most 60 months$/);
  expect(told('2026-01-26', '2026-01-26', 'kr.r.defer')).toEqual([]);
});
