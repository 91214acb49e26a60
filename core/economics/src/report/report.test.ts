import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unwrap } from '@daero/domain/result';
import { languages, type Text } from '@daero/domain/text';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { evaluateEconomicModel, readEconomicModel } from '../model/economic-model.ts';
import { economicReport, type EconomicReport } from './economic-report.ts';
import { reportHtml, type ReportFrame } from './report-html.ts';
import { type AnsweredItem } from './reporting-item.ts';

const root = join(import.meta.dirname, '../../../..');
const source = { assumption: { ko: '가정', en: 'assumed' }, by: 'tests', on: '2026-11-22' };
const words = (en: string): Text => ({ ko: `한 ${en}`, en });
/** Two ways of reading, with something that HTML would take for a tag in its title. */
const tree = (more: object = {}): object => ({
  ...{ kind: 'decision-tree', title: words('Reading <b> & more'), currency: 'KRW', priceYear: 2026 },
  ...{ perspective: words('healthcare system'), timeHorizon: words('a lifetime') },
  discounting: { costs: 0.045, effects: 0.045, statement: words('inside the payoffs') },
  outcomes: { cost: { unit: 'KRW' }, qaly: { unit: 'QALY' } },
  parameters: [
    {
      name: 'c',
      label: words('price'),
      kind: 'cost',
      source,
      distribution: { form: 'gamma', mean: 100, sd: 20 },
    },
    { name: 'q', label: words('gain'), kind: 'qaly', source, value: 2 },
  ],
  reference: 'usual',
  root: {
    ...{ type: 'decision', name: 'strategy' },
    branches: [
      {
        name: 'usual',
        label: words('usual'),
        node: { type: 'leaf', name: 'a', payoffs: { cost: 10, qaly: 1 } },
      },
      {
        name: 'aided',
        label: words('aided'),
        node: { type: 'leaf', name: 'b', payoffs: { cost: 'c', qaly: 'q' } },
      },
    ],
  },
  analyses: {
    ...{ willingness: { from: 0, to: 100, step: 10, stated: 50 }, probabilistic: { draws: 2000, seed: 5 } },
    ...more,
  },
});
const reportOf = (json: unknown): EconomicReport =>
  unwrap(economicReport(unwrap(readEconomicModel(json)), {}));
const frame: ReportFrame = {
  draw: ({ shape, label }, language) => ({
    ...{
      title: `drawn ${label[language]}`,
      subtitle: shape,
      notes: [],
      svg: `<svg data-shape="${shape}"></svg>`,
    },
    ...{ columns: [{ title: 'x', align: 'end' }], rows: [['1 < 2']] },
  }),
  ribbon: { ko: '시연입니다', en: 'A demonstration' },
  about: [{ ko: '2판', en: 'version 2' }],
};
const itemsOf = ({ standards }: EconomicReport): readonly AnsweredItem[] =>
  standards.flatMap(({ items }) => items);
const itemOf = (report: EconomicReport, number: string): AnsweredItem => {
  const found = itemsOf(report).find(({ item }) => item === number);
  if (found === undefined) throw new Error(`no item ${number}`);
  return found;
};

const reports = new Map<string, EconomicReport>();
beforeAll(async () => {
  const place = pathToFileURL(join(root, 'examples/economics/sick-sicker/model.ts')).href;
  const { default: file }: { readonly default: unknown } = await import(place);
  reports.set('cohort', reportOf(file));
  reports.set('tree', reportOf(tree()));
});
const report = (name: string): EconomicReport => {
  const found = reports.get(name);
  if (found === undefined) throw new Error(`no report ${name}`);
  return found;
};

describe.each(['cohort', 'tree'])('the report of a %s', (name) => {
  test('has each of the 28 and the ten items once', () => {
    const letters = Array.from({ length: 10 }, (_none, index) => `AI ${index + 1}`);
    const numbers = Array.from({ length: 28 }, (_none, index) => String(index + 1));
    const [cheers, ai, more] = report(name).standards;
    expect([...(cheers?.items ?? []), ...(ai?.items ?? [])].map(({ item }) => item)).toEqual([
      ...numbers,
      ...letters,
    ]);
    const elaborated = [1, 2, 7, 11, 12, 14, 16, 26].map((number) => `${number} (AI)`);
    expect(more?.items.map(({ item }) => item)).toEqual(elaborated);
  });

  test('fills an item or says that it is open, in both languages', () => {
    for (const { about, filled, open } of itemsOf(report(name))) {
      for (const text of [about, filled, open]) {
        if (text === null) continue;
        expect(text.ko).toMatch(/[가-힣]|\d/);
        expect(text.en).not.toMatch(/[가-힣]/);
        expect(text.en.trim().length).toBeGreaterThan(2);
      }
      expect(filled !== null || open !== null).toBe(true);
    }
  });

  test.each(languages)('stands in a page with every item, in %s', (language) => {
    const page = reportHtml(report(name), language, frame);
    for (const { item, about } of itemsOf(report(name))) {
      const start = `<tr><td class="nowrap">${item}</td><td>${about[language]}</td>`;
      expect(page.split(start)).toHaveLength(2);
    }
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    if (name === 'tree' && language === 'en')
      expect(page).toContain('<title>Reading &lt;b&gt; &amp; more</title>');
  });

  test('tallies what it shows', () => {
    for (const { counts, items } of report(name).standards)
      expect(counts.filled + counts.partly + counts.open).toBe(items.length);
  });
});

describe('what is filled comes from the model', () => {
  test('strategies, perspective, currency, horizon, seed', () => {
    const own = report('tree');
    expect(itemOf(own, '7').filled?.en).toBe('usual, aided. Reference: usual');
    expect(itemOf(own, '8').filled?.ko).toBe('한 healthcare system');
    expect(itemOf(own, '9').filled?.en).toBe('a lifetime');
    expect(itemOf(own, '15').filled?.en).toBe('KRW, prices of 2026');
    expect(itemOf(own, '20').filled?.en).toContain('seed 5');
    expect(itemOf(report('cohort'), '9').filled?.en).toBe('75 years');
    expect(itemOf(report('cohort'), '5').filled?.en).toContain('25');
  });

  test('a model with other numbers gives another report', () => {
    const other = reportOf(tree({ probabilistic: { draws: 500, seed: 6 } }));
    expect(itemOf(other, '20').filled?.en).toContain('500 draws');
    expect(itemOf(other, '24').filled).toBeNull(); // too few draws for the value of information
    expect(itemOf(report('tree'), '24').filled).not.toBeNull();
  });

  test('what no model can know stays open', () => {
    for (const number of ['2', '3', '27', '28', 'AI 1', 'AI 2'])
      expect(itemOf(report('tree'), number)).toMatchObject({ filled: null });
  });

  test('numbers of the device that are bound to the chain are named, and the rest of the item stays open', () => {
    const file: unknown = parse(readFileSync(join(root, 'examples/icu-early-warning/model.yaml'), 'utf8'));
    const part = (events: number, trials: number) => ({
      ...{ value: events / trials, low: null, high: null, standardError: null, level: 0.95, n: trials },
      ...{
        unit: 'probability' as const,
        parts: { events, trials },
        method: words('counted'),
        source: '',
        warnings: [],
      },
    });
    const estimates = { prevalence: part(120, 1000), 'sens-5': part(90, 120), 'spec-5': part(700, 880) };
    const bound = unwrap(economicReport(unwrap(readEconomicModel(file)), estimates));
    expect(itemOf(bound, 'AI 2').filled?.en).toContain('(sens-5)');
    expect(itemOf(bound, 'AI 2').open).not.toBeNull();
  });
});

describe('the sections', () => {
  const rows = (name: string, id: string): readonly (readonly Text[])[] =>
    report(name)
      .sections.filter((section) => section.id === id)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.block === 'table' ? block.rows : [])));

  test('every parameter with its state and source', () => {
    expect(rows('tree', 'parameters').map(([name, , , , , , state]) => [name?.en, state?.en])).toEqual([
      ['c', 'assumption'],
      ['q', 'assumption'],
    ]);
  });

  test('the table of results is that of the evaluation, with dominance', async () => {
    const place = pathToFileURL(join(root, 'examples/economics/sick-sicker/model.ts')).href;
    const { default: file }: { readonly default: unknown } = await import(place);
    const { strategies } = unwrap(evaluateEconomicModel(unwrap(readEconomicModel(file)), {}));
    const shown = rows('cohort', 'results');
    expect(shown.map(([label]) => label?.en)).toEqual(strategies.map(({ label }) => label.en));
    expect(shown.map((row) => row[3]?.en)).toContain('dominated');
    expect(shown.map((row) => row[1]?.en)).toContain('151,580'); // the cost that the literature knows this model by
  });

  test('the battery stands there whole, and what it found is asked for in the checklist', () => {
    for (const name of ['cohort', 'tree']) expect(rows(name, 'checks')).toHaveLength(10);
    const verdicts = (name: string) => rows(name, 'checks').map(([, verdict]) => verdict?.en);
    expect(verdicts('cohort')).not.toContain('to be explained');
    expect(verdicts('tree').filter((verdict) => verdict === 'does not apply').length).toBeGreaterThan(0);
    // the usual arm costs 10 that no parameter names: said, not hidden
    expect(rows('tree', 'checks')[3]?.[1]?.en).toBe('to be explained');
    expect(itemOf(report('tree'), '17').open?.en).toContain('With all costs at 0');
  });

  test('a warning of the model reaches the reader', () => {
    const own = report('cohort').sections.find(({ id }) => id === 'warnings');
    expect(JSON.stringify(own)).toContain('Simpson');
  });
});

test('a report takes the evaluation that is there already', () => {
  const model = unwrap(readEconomicModel(tree()));
  const output = unwrap(evaluateEconomicModel(model, {}));
  const changed = { ...output, strategies: output.strategies.map((row) => ({ ...row, cost: 77 })) };
  expect(itemOf(unwrap(economicReport(model, {}, { output: changed })), '23').filled?.en).toContain(
    'cost 77',
  );
});

describe('figures and what is asked besides', () => {
  const shapesOf = ({ sections }: EconomicReport): readonly (readonly [string, string])[] =>
    sections.flatMap(({ id, blocks }) =>
      blocks.flatMap((block) => (block.block === 'figure' ? [[id, block.shape.shape] as const] : [])),
    );

  test('every figure of the page stands in its section, drawn, with its table behind', () => {
    const cohort = new Map(shapesOf(report('cohort')).map(([id, shape]) => [shape, id]));
    expect(Object.fromEntries(cohort)).toMatchObject({
      ...{ 'model-structure': 'conventions', 'cohort-trace': 'results', tornado: 'one-way' },
      ...{ 'cost-effectiveness-plane': 'uncertainty', acceptability: 'uncertainty' },
      'value-of-information': 'information',
    });
    const page = reportHtml(report('cohort'), 'ko', frame);
    for (const shape of cohort.keys()) expect(page).toContain(`<svg data-shape="${shape}">`);
    expect(page).toContain('1 &lt; 2');
  });

  test('the ribbon and what it is about are on it, in its language', () => {
    expect(reportHtml(report('tree'), 'ko', frame)).toContain('role="note">시연입니다<');
    expect(reportHtml(report('tree'), 'en', frame)).toContain('version 2');
    expect(reportHtml(report('tree'), 'en', { ...frame, ribbon: null })).not.toContain('role="note"');
  });

  test('scenarios, subgroups, grids, equity and research have sections where the file asks for them, and their absence is told', () => {
    const set = { name: 'dear', label: words('dear'), set: { c: 200 } };
    const axis = (parameter: string, low: number, high: number) => ({ parameter, low, high, points: 3 });
    const more = {
      ...{
        scenarios: [set],
        subgroups: [
          { ...set, name: 'a', share: 0.5 },
          { ...set, name: 'b', share: 0.5 },
        ],
      },
      twoWay: [{ name: 'g', label: words('grid'), first: axis('c', 10, 200), second: axis('q', 1, 3) }],
      equity: {
        ...{ opportunityCost: 100, aversion: { index: 'kolm', parameter: 0.1 }, statement: words('assumed') },
        groups: [
          { subgroup: 'a', health: 3, forgone: 0.5 },
          { subgroup: 'b', health: 2, forgone: 0.5 },
        ],
      },
      research: {
        ...{ decisionsPerYear: 100, years: 5, discountRate: 0.045, statement: words('assumed') },
        studies: [
          {
            ...{ name: 's', label: words('study of price'), parameter: 'c', measures: { sd: 50 } },
            ...{ sizes: [10, 100], fixedCost: 1, costPerPerson: 0.1, statement: words('assumed') },
          },
        ],
      },
    };
    const asked = reportOf(tree(more));
    const ids = asked.sections.map(({ id }) => id);
    for (const id of ['scenarios', 'subgroups', 'two-way', 'equity', 'information'])
      expect(ids).toContain(id);
    expect(shapesOf(asked)).toContainEqual(['two-way', 'two-way']);
    expect(shapesOf(asked)).toContainEqual(['information', 'research-value']);
    expect(itemOf(asked, '18').filled?.en).toBe('dear, dear');
    expect(JSON.stringify(asked.sections)).not.toContain('Not asked by the model file');
    expect(JSON.stringify(report('tree').sections)).toContain('scenarios, subgroups, two-way analysis');
  });

  test('a turning point is told with its value', () => {
    // 50 (q - 1) - (c - 10) = 0 at q = 2: c = 60, within the range that is asked for
    const rowsOf = reportOf(tree({ thresholds: [{ parameter: 'c', low: 20, high: 140 }] })).sections.find(
      ({ id }) => id === 'one-way',
    );
    expect(JSON.stringify(rowsOf)).toContain('"60"');
  });
});
