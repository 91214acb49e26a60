import { isoDate } from '@daero/domain/time';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bought, trained, walk, yes } from '../layers/walk.test-fixture.ts';
import { fillAll, frameworks } from './frameworks.ts';
import { fillFramework } from './framework.ts';
import { archAi } from './arch-ai.ts';
import { hiraLevelOf, hiraLevels, hiraMeaning } from './hira-levels.ts';
import { niceEsf } from './nice-esf.ts';
import { proofsOfAdoption } from './proofs-of-adoption.ts';
import { recordFields, type CommonRecord, type Proof, type RecordField } from './record.ts';

const on = isoDate('2026-09-01');
const names = Object.keys(recordFields) as RecordField[];
const proof = (field: RecordField, over: Partial<Proof> = {}): Proof => ({
  ...{ field, what: { ko: '증명', en: 'proof' }, source: { is: 'chain', node: 'ab'.repeat(32) } },
  ...{ productVersion: 'reference-chest@2.1', site: 'generated-a', on: isoDate('2026-05-01') },
  ...over,
});
const record = (proofs: readonly Proof[]): CommonRecord => ({
  productVersion: 'reference-chest@2.1',
  site: 'generated-a',
  on,
  proofs,
});

describe('the frameworks are of the size that their sources print', () => {
  test.each([
    ['arch-ai', 7],
    ['decide-ai', 38],
    ['future-ai', 30],
    ['nice-esf', 21],
    ['hira-levels', 4],
  ] as const)('%s has %i', (id, size) => {
    const items = frameworks.find((one) => one.id === id)?.items ?? [];
    expect(new Set(items.map((item) => item.id)).size).toBe(size);
    expect(items).toHaveLength(size);
  });
  test('DECIDE-AI: 28 parts of 17 items, and ten generic ones', () => {
    const ids = frameworks.find(({ id }) => id === 'decide-ai')?.items.map((item) => item.id) ?? [];
    const own = ids.filter((id) => /^\d/.test(id));
    expect([own.length, new Set(own.map((id) => parseInt(id, 10))).size, ids.length - own.length]).toEqual([
      28, 17, 10,
    ]);
  });
  test('NICE asks by tier: standards 7 to 9 not of A, 14 only of C', () => {
    const asked = (tier: string): number => fillFramework(niceEsf, record([]), tier).items.length;
    expect(['A', 'B', 'C'].map(asked)).toEqual([17, 20, 21]);
  });
  test('every item speaks both languages, and every field is asked for somewhere', () => {
    for (const { items } of frameworks)
      for (const { text, group } of items) {
        expect(text.ko).toMatch(/[가-힣]/);
        expect(group.ko).toMatch(/[가-힣]/);
        expect(text.en).not.toMatch(/[가-힣]/);
      }
    const used = new Set(frameworks.flatMap(({ items }) => items.flatMap(({ fields }) => fields)));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('nothing is ticked without a proof of this version and this hospital', () => {
  test('an empty record ticks nothing; a full one everything', () => {
    expect(fillAll(record([])).map(({ ticked }) => ticked)).toEqual([0, 0, 0, 0, 0]);
    expect(fillAll(record(names.map((name) => proof(name)))).map(({ ticked }) => ticked)).toEqual([
      7, 38, 30, 21, 4,
    ]);
  });
  test.each([
    ['another version', { productVersion: 'reference-chest@2.0' }, 'outdated'],
    ['another hospital', { site: 'generated-b' }, 'outdated'],
    ['a later day', { on: isoDate('2026-09-02') }, 'open'],
  ] as const)('a proof of %s does not tick', (_of, over, is) => {
    const filled = fillFramework(archAi, record([proof('registry', over)]));
    expect(filled.items.find(({ item }) => item.id === '7')?.is).toBe(is);
  });
  test('one more proof never loses a tick, and each tick shows proofs of all its fields', () => {
    const some = fc.subarray(names);
    fc.assert(
      fc.property(some, fc.constantFrom(...names), (known, more) => {
        const before = fillAll(record(known.map((name) => proof(name))));
        const after = fillAll(record([...known, more].map((name) => proof(name))));
        for (const [at, { items }] of after.entries()) {
          for (const [place, { is, fields, item }] of items.entries()) {
            if (before[at]?.items[place]?.is === 'ticked') expect(is).toBe('ticked');
            const proved = fields.filter((field) => field.proof.is === 'proved');
            expect(is === 'ticked').toBe(proved.length === item.fields.length);
          }
        }
      }),
    );
  });
});

test('HIRA: the highest level that is proved', () => {
  const level = (...fields: readonly RecordField[]): number =>
    hiraLevelOf(fillFramework(hiraLevels, record(fields.map((name) => proof(name)))));
  expect([
    level(),
    level('workload'),
    level('diagnostic-gain'),
    level('diagnostic-gain', 'comparator'),
    level('cost-effectiveness', 'costs'),
  ]).toEqual([0, 1, 0, 2, 4]);
  expect(hiraMeaning).toHaveLength(5);
});

test('a hospital that went live proves training, consent, security and approvals by its own events', () => {
  const state = walk([...bought, ...trained, ...yes('go-live', '2026-06-15')]);
  const proofs = proofsOfAdoption(state, on);
  const fields = new Set(proofs.map(({ field }) => field));
  for (const field of ['training', 'consent', 'security', 'approvals', 'local-accuracy'] as const)
    expect(fields).toContain(field);
  expect(fields).not.toContain('monitoring');
  const filled = fillFramework(archAi, record(proofs));
  expect(filled.items.filter(({ is }) => is === 'ticked').map(({ item }) => item.id)).toEqual(['3', '5']);
});
