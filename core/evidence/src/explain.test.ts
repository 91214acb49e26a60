import { canonicalJson } from '@daero/domain/canonical';
import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { unwrap } from '@daero/domain/result';
import { describe, expect, it, test } from 'vitest';
import { estimate } from './estimate.test-fixture.ts';
import { explain, explanationText, findNode } from './explain.ts';
import { hashed, memoryStore, node } from './graph/chain.test-fixture.ts';
import type { ObjectStore } from './ports.ts';

const nodes = hashed([
  node('source:icu', [], { kind: 'source' }),
  node('snapshot:icu', [], { kind: 'snapshot', origins: ['source:icu'] }),
  node('quality:sources', ['snapshot:icu'], { kind: 'quality' }),
  node('population:study', ['snapshot:icu'], { kind: 'population', origins: ['quality:sources'] }),
  node('analysis:auc', ['population:study'], { recipe: { code: ['c0de', 'f00d'] } }),
  node('estimate:auc', ['analysis:auc'], { kind: 'estimate' }),
  node('estimate:small', ['analysis:auc'], { kind: 'estimate' }),
  node('claim:C-01', ['estimate:auc', 'estimate:small'], { kind: 'claim' }),
  node('claim:auc', [], { kind: 'claim' }),
]);
const found = estimate({ diseased: 550, healthy: 3385 }, { value: 0.68, low: 0.66, high: 0.7, unit: 'auc' });
const outputs: Readonly<Record<string, unknown>> = {
  'source:icu': { name: 'icu', file: 'icu.csv', sha256: 'ab12', bytes: 77, origin: 'file' },
  'snapshot:icu': { hash: 'cd34', rows: 1000, subjects: 40 },
  'quality:sources': { results: [] },
  'population:study': {
    flow: { stages: [{ n: 40 }, { n: 39 }] },
    sites: [
      { site: 'site-1', n: 20 },
      { site: 'site-2', n: 19 },
    ],
    table: { rows: 1, columns: [{ name: 'subject', kind: 'text', values: ['patient-7'] }] },
  },
  'analysis:auc': { estimates: {} },
  'estimate:auc': { state: 'shown', estimate: found },
  'estimate:small': {
    state: 'withheld',
    smallestCell: 10,
    estimate: estimate({ events: 4, trials: 46 }, { value: 0.087 }),
  },
  'claim:C-01': {
    ko: [
      { part: 'words', words: '판별력 ' },
      { part: 'number', estimate: 'auc', shown: '0.680' },
    ],
    en: [
      { part: 'words', words: 'AUC ' },
      { part: 'number', estimate: 'auc', shown: '0.680' },
    ],
  },
};
async function filled(): Promise<ObjectStore> {
  const store = memoryStore();
  for (const { id, hash } of nodes) if (id in outputs) await store.write(hash, canonicalJson(outputs[id]));
  return store;
}
const told = async (name: string): Promise<readonly string[]> => {
  const lines = unwrap(await explain(nodes, name, await filled()));
  return languages.map((language) => explanationText(lines, language));
};

test('a claim is walked to estimate, analysis, code, population, rows and file, in both languages', async () => {
  const [ko = '', en = ''] = await told('C-01');
  for (const text of [ko, en]) {
    for (const word of [
      '0.680',
      'n 3935',
      'diseased 550',
      'c0de + f00d',
      'site-1 20',
      'cd34',
      'icu.csv',
      'ab12',
    ]) {
      expect(text).toContain(word);
    }
  }
  expect([ko.includes('판별력'), en.includes('AUC ')]).toEqual([true, true]);
});

test('each ground is told once; the second time it says so', async () => {
  const [, en = ''] = await told('C-01');
  expect(en.match(/\(as above\)/g)?.length).toBe(1);
  expect(en.match(/icu\.csv/g)?.length).toBe(1);
});

test('counts and positions, never an identifier, and never a withheld number', async () => {
  for (const text of await told('C-01')) {
    expect(text).not.toContain('patient-7');
    expect(text).not.toMatch(/0\.087|events 4/);
  }
});

describe('a name finds', () => {
  const sens = nodes.find(({ id }) => id === 'estimate:auc');
  it.each([
    { name: 'claim:C-01', id: 'claim:C-01' },
    { name: 'C-01', id: 'claim:C-01' },
    { name: 'auc', id: 'estimate:auc' }, // an estimate or claim before an analysis of that name
    { name: 'icu', id: 'source:icu' },
    { name: sens?.hash.slice(0, 8) ?? '', id: 'estimate:auc' },
    { name: sens?.hash.slice(0, 5) ?? '', id: undefined }, // too few letters to mean one node
    { name: '', id: undefined },
    { name: 'nothing', id: undefined },
  ])('$name', ({ name, id }) => expect(findNode(nodes, name)?.id).toBe(id));
});

test('an unknown name is one fault that lists what there is', async () => {
  const lines = await explain(nodes, 'sens', await filled());
  if (lines.ok) throw new Error('it was found');
  for (const language of languages) expect(speakFault(lines.fault, language)).toMatch(/sens.*C-01/);
});

test('before the first build there is nothing to explain, and the fault says what to do', async () => {
  const lines = await explain(nodes, 'C-01', memoryStore());
  expect(lines).toEqual({ ok: false, fault: { kind: 'not-built', name: 'claim:C-01' } });
});

test('generated data say that they are no patients', async () => {
  const store = memoryStore();
  const source = nodes.find(({ id }) => id === 'source:icu');
  await store.write(
    source?.hash ?? '',
    canonicalJson({ ...Object(outputs['source:icu']), origin: 'generated' }),
  );
  const text = explanationText(unwrap(await explain(nodes, 'source:icu', store)), 'en');
  expect(text).toContain('not real patients');
});
