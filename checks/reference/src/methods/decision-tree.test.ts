import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';

const project = resolve(import.meta.dirname, '../../../..');
const root = resolve(project, process.env.DAERO_REFERENCE ?? '../shared', 'reference/economics');
const there = existsSync(root);

describe.skipIf(!there)('decision trees and ICER tables', () => {
  const cases = there ? readdirSync(root).filter((name) => /^(tree|icer)-/.test(name)) : ['no reference'];
  test.each(cases)('%s agrees', (name) => {
    expect(judge(join(root, name, 'expected.json'), root)).toMatchObject({ verdict: 'ok' });
  });

  const folder = mkdtempSync(join(tmpdir(), 'daero-reference-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A folder never seen, with these files. */
  const made = (name: string, files: Readonly<Record<string, string>>): string => {
    const to = join(folder, name);
    mkdirSync(to);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(to, file), content);
    return join(to, 'expected.json');
  };

  test('a model with another number is off', () => {
    const read = (name: string): string => readFileSync(join(root, 'tree-ai-reader', name), 'utf8');
    const model = read('model.json').replace('"prevalence": 0.02', '"prevalence": 0.0201');
    expect(model).not.toBe(read('model.json'));
    const file = made('changed', { 'expected.json': read('expected.json'), 'model.json': model });
    expect(judge(file, folder)).toMatchObject({ verdict: 'off' });
  });

  test('checks that other sets may use are answered too', () => {
    const from = join(root, 'tree-sumatriptan');
    const model = JSON.parse(readFileSync(join(from, 'model.json'), 'utf8')) as { checks: unknown[] };
    const { expected } = JSON.parse(readFileSync(join(from, 'expected.json'), 'utf8')) as {
      expected: { by_strategy: { Cost: number; QALY: number }[] };
    };
    const [caffeine, sumatriptan] = expected.by_strategy;
    if (caffeine === undefined || sumatriptan === undefined) throw new Error('two strategies expected');
    const [cost, qaly] = [sumatriptan.Cost - caffeine.Cost, sumatriptan.QALY - caffeine.QALY];
    const pair = { file: 'expected.json', strategy: 'Sumatriptan', comparator: 'Caffeine-Ergotamine' };
    const checks = [
      { ...pair, at: '/difference', quantity: 'difference', outcome: 'cost' },
      { ...pair, at: '/icer', quantity: 'icer', cost: 'cost', effect: 'qaly' },
      { ...pair, at: '/expression', quantity: 'expression', expression: 'c_ed + c_admission/2' },
      {
        ...pair,
        at: '/function',
        quantity: 'function',
        function: 'cost(Sumatriptan) - cost(Caffeine-Ergotamine)',
      },
    ];
    const answers = { difference: cost, icer: cost / qaly, expression: 63.16 + 1093 / 2, function: cost };
    const file = made('quantities', {
      'model.json': JSON.stringify({ ...model, checks }),
      'expected.json': JSON.stringify({
        method: 'decision-tree',
        tolerance: { rel: 1e-9 },
        expected: answers,
      }),
    });
    expect(judge(file, folder)).toMatchObject({ verdict: 'ok', compared: 4 });
  });
});
