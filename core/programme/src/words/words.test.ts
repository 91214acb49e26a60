import type { Text } from '@daero/domain/text';
import { programmeFaults } from '@daero/domain/words/faults-programme';
import { expect, test } from 'vitest';
import { kindRules } from '../call/kinds.ts';
import { categoryWords, fundingWords } from '../money/category.ts';
import { defaultTransferRules } from '../money/transfer-rules.ts';
import { riskFlags } from '../portfolio/risk.ts';
import * as acts from './acts.ts';
import * as calls from './call.ts';
import * as effects from './effects.ts';
import * as indicators from './indicators.ts';
import * as nouns from './nouns.ts';
import * as projects from './project.ts';
import { regionWords } from './regions.ts';

const hangul = /[가-힣]/;
const all: readonly Text[] = [
  ...[acts, calls, indicators, nouns, projects].flatMap((words) => Object.values<Readonly<Record<string, Text>>>(words).flatMap((table) => Object.values(table))),
  ...[effects.effectWords, effects.accountWords, effects.meanWords, effects.budgetRuleWords, effects.closedWords, effects.undoWords, { a: effects.interestWord, b: effects.stateWord }, categoryWords, fundingWords, regionWords].flatMap((table) => Object.values(table)),
  ...Object.values(riskFlags).map(({ text }) => text),
  ...defaultTransferRules.rows.map(({ because }) => because),
  ...Object.values(kindRules).flatMap(({ name, steps, known }) => [name, ...steps.map((one) => one.name), ...known.map(({ text }) => text)]),
  ...Object.values(programmeFaults),
]; // prettier-ignore

test('every word is Hangul in Korean and not in English', () => {
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter(({ ko }) => !hangul.test(ko))).toEqual([]);
  expect(all.filter(({ en }) => en === '' || hangul.test(en))).toEqual([]);
});

test('a fault fills the same slots in both languages, and no particle is left open', () => {
  const slots = (template: string): readonly string[] => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted(); // prettier-ignore
  for (const { ko, en } of Object.values(programmeFaults)) {
    expect([...new Set(slots(ko))]).toEqual([...new Set(slots(en))]);
    expect(ko).not.toMatch(/[을이은]\([를가는]\)/);
  }
});
