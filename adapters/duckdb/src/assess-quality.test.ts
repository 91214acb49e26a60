import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@daero/domain/result';
import { speakFault } from '@daero/domain/words/speak';
import { qualityPlan } from '@daero/registry/quality/checks';
import { qualityGate, type QualityReport } from '@daero/registry/quality/report';
import { snapshotMapping } from '@daero/registry/snapshot/mapping';
import { describe, expect, test } from 'vitest';
import { assessQuality } from './assess-quality.ts';
import { testFolder } from './snapshot.test-fixture.ts';
import { takeSnapshot } from './take-snapshot.ts';

const because = { ko: '까닭', en: 'because' };

/** Rows of data from 1: the comments of the checks below name them. */
const observed = `stay,minute,name,value
A,0,Ward,1
A,5,HR,80
A,5,HR,80
B,0,Ward,1
B,9,HR,-1
C,0,Ward,2
C,3,HR,400
C,4,HR,
D,0,Ward,2
D,6,Temp,37
`;
const outcomes = `stay,admitted,left,died
A,1,5,0
B,2,1,1
E,,3,2
A,1,4,
`;

const longMapping = snapshotMapping.parse({
  form: 'long',
  subject: 'stay',
  time: 'minute',
  item: 'name',
  value: 'value',
});
const wideMapping = snapshotMapping.parse({
  form: 'wide',
  columns: { stay: 'text', admitted: 'number', left: 'number', died: 'integer' },
  subject: 'stay',
});

async function assess(checks: readonly object[], waivers: readonly object[] = []): Promise<QualityReport> {
  const folder = testFolder();
  const take = async (name: string, content: string, mapping: typeof longMapping) => {
    writeFileSync(join(folder, name), content);
    return unwrap(await takeSnapshot({ source: join(folder, name), mapping, intoFolder: folder }));
  };
  const sources = {
    icu: await take('a.csv', observed, longMapping),
    outcomes: await take('b.csv', outcomes, wideMapping),
  };
  const plan = qualityPlan.parse({ checks: checks.map((check) => ({ why: because, ...check })), waivers });
  return assessQuality(sources, plan);
}

const hr = { where: { item: ['HR'] } };
const cases = [
  {
    check: { id: 'a', source: 'icu', check: 'type', column: 'value', kind: 'number' },
    status: 'pass',
    failing: 0,
    denominator: 9,
    rows: [],
    class: 'conformance',
  },
  {
    check: { id: 'a', source: 'icu', check: 'type', column: 'value', kind: 'text' },
    status: 'fail',
    failing: 9,
    denominator: 9,
    rows: [],
    class: 'conformance',
  },
  {
    check: { id: 'a', source: 'outcomes', check: 'allowed', column: 'died', values: [0, 1] },
    status: 'fail',
    failing: 1,
    denominator: 3,
    rows: [3],
    class: 'conformance',
  },
  {
    check: {
      id: 'a',
      source: 'icu',
      check: 'allowed',
      column: 'item',
      values: ['HR', 'Ward'],
      failAbove: 0.1,
    },
    status: 'pass with failures',
    failing: 1,
    denominator: 10,
    rows: [10],
    class: 'conformance',
  },
  {
    check: { id: 'a', source: 'outcomes', check: 'key', columns: ['stay'] },
    status: 'fail',
    failing: 2,
    denominator: 4,
    rows: [1, 4],
    class: 'conformance',
  },
  {
    check: {
      id: 'a',
      source: 'outcomes',
      check: 'reference',
      column: 'stay',
      to: { source: 'icu', column: 'subject' },
    },
    status: 'fail',
    failing: 1,
    denominator: 4,
    rows: [3],
    class: 'conformance',
  },
  {
    check: { id: 'a', source: 'icu', check: 'present', column: 'value', ...hr },
    status: 'fail',
    failing: 1,
    denominator: 5,
    rows: [8],
    class: 'completeness',
  },
  {
    check: { id: 'a', source: 'icu', check: 'item-present', item: 'HR', failAbove: 0.25 },
    status: 'pass with failures',
    failing: 1,
    denominator: 4,
    rows: [9],
    class: 'completeness',
  },
  {
    check: {
      id: 'a',
      source: 'icu',
      check: 'item-present',
      item: 'HR',
      by: { item: 'Ward' },
      failAbove: 0.25,
    },
    status: 'fail',
    failing: 1,
    denominator: 4,
    rows: [9],
    class: 'completeness',
    groups: [
      ['1', 0, 2],
      ['2', 1, 2],
    ],
  },
  {
    check: {
      id: 'a',
      source: 'icu',
      check: 'range',
      column: 'value',
      low: 0,
      high: 300,
      artefacts: [-1],
      ...hr,
    },
    status: 'fail',
    failing: 1,
    denominator: 3,
    setAside: 1,
    rows: [7],
    class: 'plausibility',
  },
  {
    check: { id: 'a', source: 'icu', check: 'range', column: 'value', high: 300, by: 'item' },
    status: 'fail',
    failing: 1,
    denominator: 9,
    rows: [7],
    class: 'plausibility',
    groups: [
      ['HR', 1, 4],
      ['Temp', 0, 1],
      ['Ward', 0, 4],
    ],
  },
  {
    check: { id: 'a', source: 'outcomes', check: 'order', earlier: 'admitted', later: 'left' },
    status: 'fail',
    failing: 1,
    denominator: 3,
    rows: [2],
    class: 'plausibility',
  },
  {
    check: { id: 'a', source: 'icu', check: 'unique', columns: ['subject', 'time', 'item'] },
    status: 'fail',
    failing: 1,
    denominator: 10,
    rows: [3],
    class: 'plausibility',
  },
  {
    check: { id: 'a', source: 'icu', check: 'range', column: 'value', high: 1, where: { item: ['Lactate'] } },
    status: 'n/a',
    failing: 0,
    denominator: 0,
    rows: [],
    class: 'plausibility',
  },
];

describe('checks of the quality of a source', () => {
  test.each(cases)(
    '$check.check $check.column $status',
    async ({ check, groups = [], setAside = 0, ...expected }) => {
      const { results } = await assess([check]);
      const [result] = results;
      expect(result).toMatchObject({ ...expected, setAside, trouble: null, why: because });
      expect(result?.groups.map(({ group, failing, denominator }) => [group, failing, denominator])).toEqual(
        groups,
      );
    },
  );

  const broken = [
    {
      what: 'a column that is not there',
      check: { id: 'a', source: 'icu', check: 'present', column: 'none' },
      kind: 'snapshot-column-missing',
    },
    {
      what: 'a source that is not there',
      check: { id: 'a', source: 'none', check: 'present', column: 'value' },
      kind: 'snapshot-not-found',
    },
    {
      what: 'a text compared with numbers',
      check: { id: 'a', source: 'icu', check: 'range', column: 'item', low: 1 },
      kind: 'snapshot-engine',
    },
  ];
  test.each(broken)('$what is an error, and stops the build', async ({ check, kind }) => {
    const report = await assess([check]);
    expect(report.results[0]).toMatchObject({ status: 'error', trouble: { kind } });
    expect(qualityGate(report).ok).toBe(false);
  });
});

describe('the gate', () => {
  const failing = { id: 'too-fast', source: 'icu', check: 'range', column: 'value', high: 300, ...hr };
  const passing = {
    id: 'codes',
    source: 'icu',
    check: 'allowed',
    column: 'item',
    values: ['HR', 'Ward', 'Temp'],
  };

  test('an unwaived failure stops the build and says which rows', async () => {
    const gate = qualityGate(await assess([passing, failing]));
    expect(gate).toMatchObject({
      fault: {
        kind: 'quality-failed',
        checks: ['too-fast'],
        first: 'too-fast',
        source: 'icu',
        rows: [7],
        failing: 1,
      },
    });
    if (!gate.ok) {
      expect(speakFault(gate.fault, 'en')).toContain('7');
      expect(speakFault(gate.fault, 'ko')).toContain('too-fast');
    }
  });

  test('a waived one is shown and lets it go on', async () => {
    const waiver = {
      check: 'too-fast',
      reason: { ko: '감시장치가 시험 중이었음', en: 'the monitor was in test mode' },
      by: 'J. Kim',
    };
    const report = await assess([failing], [waiver]);
    expect(report.results[0]).toMatchObject({ status: 'fail', waiver });
    expect(qualityGate(report).ok).toBe(true);
  });

  test('a plan that waives a check it does not have, or names one twice, is refused', () => {
    const base = { why: because, ...passing };
    expect(
      qualityPlan.safeParse({ checks: [base], waivers: [{ check: 'none', reason: because, by: 'y' }] })
        .success,
    ).toBe(false);
    expect(qualityPlan.safeParse({ checks: [base, base] }).success).toBe(false);
  });

  test('a text of the plan stays a text: it is bound, not run', async () => {
    const nasty = "x'); DROP TABLE a; --";
    const { results } = await assess([
      { id: 'a', source: 'icu', check: 'allowed', column: 'item', values: [nasty] },
    ]);
    expect(results[0]).toMatchObject({ status: 'fail', failing: 10 });
  });
});
