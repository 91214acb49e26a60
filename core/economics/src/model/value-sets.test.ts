import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEconomicModel } from './economic-model.ts';
import { analyseValueSets } from './value-sets.ts';

const file = z
  .looseObject({ analyses: z.record(z.string(), z.unknown()) })
  .parse(
    parse(
      readFileSync(join(import.meta.dirname, '../../../../examples/economics/ai-reader/model.yaml'), 'utf8'),
    ),
  );
const withSets = (sets: Readonly<Record<string, unknown>>): unknown => ({
  ...file,
  analyses: { ...file.analyses, ...sets },
});
const label = { ko: '이름', en: 'name' };

describe('scenarios and subgroups of a file', () => {
  test('the AI reader under the scenarios and groups that its file names', () => {
    const { scenarios, subgroups } = unwrap(analyseValueSets(unwrap(readEconomicModel(file)), {}));
    expect(scenarios.map(({ name, best }) => [name, best])).toEqual([
      ['ten-times-the-price', 'ai_assisted'],
      ['no-better-than-readers', 'ai_standalone_triage'],
    ]);
    expect(subgroups?.subgroups.map(({ share }) => share)).toEqual([0.2, 0.8]);
    const [, assisted] = subgroups?.together.strategies ?? [];
    const mean = subgroups?.subgroups.reduce(
      (sum, { share, strategies }) => sum + share * (strategies[1]?.cost ?? NaN),
      0,
    );
    expect(assisted?.cost).toBeCloseTo(mean ?? NaN, 6);
  });

  const set = { name: 'one', label, set: { c_ai: 1 } };
  test.each([
    ['model-parameter-unknown', { scenarios: [{ ...set, set: { c_aj: 1 } }] }, 'c_ai'],
    ['model-name-twice', { scenarios: [set, set] }, 'one'],
    ['model-subgroup-shares', { subgroups: [{ ...set, share: 0.4 }] }, '0.4'],
  ])('%s', (kind, sets, word) => {
    const read = readEconomicModel(withSets(sets));
    if (read.ok) throw new Error('it was read');
    expect(read.fault.kind).toBe(kind);
    for (const language of languages) expect(speakFault(read.fault, language)).toContain(word);
  });

  test('a value that no model can have is refused where the scenario is run', () => {
    const model = unwrap(readEconomicModel(withSets({ scenarios: [{ ...set, set: { prevalence: 1.5 } }] })));
    expect(analyseValueSets(model, {})).toMatchObject({
      ok: false,
      fault: { kind: 'parameter-out-of-range' },
    });
  });
});
