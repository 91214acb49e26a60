import type { Text } from '@daero/domain/text';
import { adoptionFaults } from '@daero/domain/words/faults-adoption';
import { describe, expect, test } from 'vitest';
import { defaultReadiness } from '../readiness/default-readiness.ts';
import { defaultRules } from '../layers/default-rules.ts';
import { questions } from '../security/question.ts';
import * as layers from './layer-words.ts';
import * as portfolio from './portfolio-words.ts';
import * as purchase from './purchase-words.ts';
import * as use from './use-words.ts';
import * as views from './view-words.ts';

const tables: readonly (readonly [string, Readonly<Record<string, Text>>])[] = [
  ...Object.entries({ ...layers, ...portfolio, ...purchase, ...use, ...views }),
  ['faults', adoptionFaults],
  ['questions', Object.fromEntries(questions.map(({ id, text }) => [id, text]))],
  ['layers', Object.fromEntries(defaultRules().layers.map(({ id, office }) => [id, office]))],
  ['readiness', Object.fromEntries(defaultReadiness.map(({ id, name }) => [id, name]))],
];
/** Words that Korean keeps as they are. */
const international = ['AUC', 'QALY'];

describe.each(tables)('%s', (_name, words) => {
  test('every word exists in both languages, and no particle is left open', () => {
    for (const { ko, en } of Object.values(words)) {
      expect(international.includes(ko) || /[가-힣]/.test(ko)).toBe(true);
      expect(en).not.toMatch(/[가-힣]/);
      expect(en.length).toBeGreaterThan(1);
      expect(ko).not.toMatch(/을\(를\)|이\(가\)|은\(는\)|\(으\)로/);
    }
  });
});

test('faults name the same facts in both languages', () => {
  const slots = (text: string): readonly string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
  for (const { ko, en } of Object.values(adoptionFaults)) expect(slots(ko)).toEqual(slots(en));
});
