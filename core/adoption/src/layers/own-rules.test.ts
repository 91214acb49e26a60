import { succeed } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { describe, expect, test } from 'vitest';
import { boardRow } from './board.ts';
import { defaultRules } from './default-rules.ts';
import { readHospitalRules } from './layer.ts';
import { holders, opened, refusedAt, walk, yes, type Row } from './walk.test-fixture.ts';

const start: Row = ['2026-01-05', 'admin', opened()];

describe('a hospital sets its own rules', () => {
  const rules = defaultRules(holders);
  const without = (id: string): ReturnType<typeof defaultRules> => ({
    ...rules,
    version: 'own-1',
    layers: rules.layers
      .filter((layer) => layer.id !== id)
      .map((layer) => ({ ...layer, after: layer.after.filter((name) => name !== id) })),
  });
  const change = (by: string, id: string): Row => [
    '2026-02-20',
    by,
    { type: 'rules-changed', rules: without(id) },
  ];
  const begun: readonly Row[] = [
    start,
    ...yes('need', '2026-01-12'),
    ...yes('clinical-review', '2026-02-02'),
  ];

  test('a layer that has not decided may go, and the road goes on without it', () => {
    const state = walk([...begun, change('admin', 'local-validation')]);
    expect([state.layers.size, state.rules.version, boardRow(state, isoDate('2026-03-01')).passed]).toEqual([
      9,
      'own-1',
      2,
    ]);
  });
  test.each([
    ['adoption-layer-decided', change('admin', 'need')],
    ['adoption-rules-key', change('dr-kim', 'local-validation')],
  ] as const)('%s', (kind, row) => {
    expect(refusedAt([...begun, row]).kind).toBe(kind);
  });
  test('a file of rules is read, or says where it is wrong', () => {
    expect(readHospitalRules(JSON.parse(JSON.stringify(rules)))).toEqual(succeed(rules));
    const broken: unknown = JSON.parse(JSON.stringify(rules).replace('"kind":"need"', '"kind":"lobby"'));
    expect(readHospitalRules(broken)).toMatchObject({
      ok: false,
      fault: { kind: 'adoption-rules-form', path: '/layers/0/kind' },
    });
  });
});
