import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, it, test } from 'vitest';
import { changed, checkedPlan, read, smallPlan } from '../small-plan.test-fixture.ts';

test('a sound plan is read, with the settings of each analysis filled', () => {
  const { plan, settings } = checkedPlan();
  expect(plan.analyses.map(({ id }) => id)).toEqual([
    'death-rate',
    'discrimination',
    'heterogeneity',
    'accuracy',
    'readers',
  ]);
  expect(settings.get('accuracy')).toMatchObject({ threshold: 5, level: 0.95, interval: 'wilson' });
});

type Row = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly path: string;
  /** Lines below the one on which the change begins. */
  readonly below?: number;
  /** Words that must be in what a person reads, in both languages. */
  readonly says: readonly string[];
};

const analysisTwice = '  - id: accuracy\n';
const rows: readonly Row[] = [
  {
    name: 'a table on a source that is not there',
    from: '    from: readings\n',
    to: '    from: reading\n',
    kind: 'plan-name-unknown',
    path: 'tables.readings.from',
    says: ['reading', 'readings'],
  },
  {
    name: 'a table on a long source',
    from: '    from: readings\n',
    to: '    from: values\n',
    kind: 'plan-field-wrong',
    path: 'tables.readings.from',
    says: ['subject'],
  },
  {
    name: 'a column of a table that its source does not have',
    from: '{ column: rating }',
    to: '{ column: ratings }',
    kind: 'plan-name-unknown',
    path: 'tables.readings.columns.rating.column',
    says: ['ratings', 'rating'],
  },
  {
    name: 'a column of a table that the population does not have',
    from: '{ population: died }',
    to: '{ population: dead }',
    kind: 'plan-name-unknown',
    path: 'tables.readings.columns.died.population',
    says: ['dead', 'died'],
  },
  {
    name: 'a rule on a column that the source of a table does not have',
    from: '    from: readings\n',
    to: '    from: readings\n    only: [{ column: modality, in: [aided], reason: { ko: 밖, en: Outside } }]\n',
    kind: 'plan-name-unknown',
    path: 'tables.readings.only.0.column',
    below: 1,
    says: ['modality', 'rating'],
  },
  {
    name: 'groups of a column of numbers',
    from: '{ column: rating }',
    to: '{ column: rating, groups: [low] }',
    kind: 'plan-field-wrong',
    path: 'tables.readings.columns.rating.groups',
    says: ['rating', 'bands'],
  },
  {
    name: 'an analysis of a table that is not there',
    from: '    table: readings\n',
    to: '    table: marks\n',
    kind: 'plan-name-unknown',
    path: 'analyses.4.table',
    says: ['marks', 'readings'],
  },
  {
    name: 'an analysis of a table that names a column of the population only',
    from: 'columns: { truth: died, score: rating }',
    to: 'columns: { truth: died, score: score }',
    kind: 'plan-name-unknown',
    path: 'analyses.4.columns.score',
    says: ['score', 'rating'],
  },
  {
    name: 'a column of texts where numbers are needed',
    from: 'columns: { truth: died, score: rating }',
    to: 'columns: { truth: died, score: reader }',
    kind: 'plan-field-wrong',
    path: 'analyses.4.columns.score',
    says: ['score'],
  },
  {
    name: 'a source that is nowhere',
    below: -1,
    from: '    file: ./readings.csv\n',
    to: '',
    kind: 'plan-field-wrong',
    path: 'sources.readings',
    says: ['file', 'generated'],
  },
  {
    name: 'an unknown field',
    from: 'indication:',
    to: 'indications: 1\nindication:',
    kind: 'plan-field-wrong',
    path: 'indications',
    says: ['indications'],
  },
  {
    name: 'a field of the wrong kind',
    from: 'title: { ko: 작은 계획, en: A small plan }',
    to: 'title: 5',
    kind: 'plan-field-wrong',
    path: 'title',
    says: ['object'],
  },
  {
    name: 'a value that is not one of those allowed',
    from: 'standing: reference',
    to: 'standing: best',
    kind: 'plan-field-wrong',
    path: 'product.standing',
    says: ['approved, investigational, reference'],
  },
  {
    name: 'a text in one language only',
    from: '{ ko: 첫째, en: First }',
    to: '{ ko: 첫째 }',
    kind: 'plan-field-wrong',
    path: 'sites.0.name.en',
    says: ['string'],
  },
  {
    name: 'a smallest cell that protects nobody',
    from: '    disclosure: open\n    licence: { ko: 공개, en: Public }\n  values:',
    to: '    disclosure: { smallestCell: 2 }\n    licence: { ko: 공개, en: Public }\n  values:',
    kind: 'plan-field-wrong',
    path: 'sources.people.disclosure.smallestCell',
    says: ['5'],
  },
  {
    name: 'a file above the folder',
    from: './people.csv',
    to: './../../secret.csv',
    kind: 'plan-field-wrong',
    path: 'sources.people.file',
    says: ['does not climb'],
  },
  {
    name: 'a quality check of a source that is not there',
    from: 'source: people, check',
    to: 'source: persons, check',
    kind: 'plan-name-unknown',
    path: 'quality.checks.0.source',
    says: ['persons', 'people, values'],
  },
  {
    name: 'a quality check of a column that is not there',
    from: 'column: died, values',
    to: 'column: dead, values',
    kind: 'plan-name-unknown',
    path: 'quality.checks.0.column',
    says: ['dead', 'died'],
  },
  {
    name: 'subjects of an unknown source',
    from: 'subjects: people',
    to: 'subjects: nobody',
    kind: 'plan-name-unknown',
    path: 'population.subjects',
    says: ['nobody', 'people, values'],
  },
  {
    name: 'a column of an unknown source',
    from: 'died: { from: people',
    to: 'died: { from: persons',
    kind: 'plan-name-unknown',
    path: 'population.columns.died.from',
    says: ['persons'],
  },
  {
    name: 'a column that the source does not map',
    from: 'died: { from: people, column: died }',
    to: 'died: { from: people, column: dead }',
    kind: 'plan-name-unknown',
    path: 'population.columns.died.column',
    says: ['dead', 'person'],
  },
  {
    name: 'an item of a wide source',
    from: 'died: { from: people, column: died }',
    to: 'died: { from: people, item: died }',
    kind: 'plan-field-wrong',
    path: 'population.columns.died.item',
    says: ['people', 'column'],
  },
  {
    name: 'a column of a long source',
    from: 'weight: { from: values, item: weight }',
    to: 'weight: { from: values, column: weight }',
    kind: 'plan-field-wrong',
    path: 'population.columns.weight.column',
    says: ['values', 'item'],
  },
  {
    name: 'an expression over a column that stands below it',
    from: 'score * 2',
    to: 'score * later',
    kind: 'plan-field-wrong',
    path: 'population.columns.double.expression',
    says: ['later'],
  },
  {
    name: 'an expression that does not parse',
    from: 'score * 2',
    to: 'score * (2',
    kind: 'plan-field-wrong',
    path: 'population.columns.double.expression',
    says: ['score * (2'],
  },
  {
    name: 'bands that are one too few',
    from: 'groups: [low, high] }',
    to: 'groups: [low, middle, high] }',
    kind: 'plan-field-wrong',
    path: 'population.columns.band.groups',
    says: ['2'],
  },
  {
    name: 'bands of a column that is not there',
    from: 'bands: score',
    to: 'bands: scores',
    kind: 'plan-name-unknown',
    path: 'population.columns.band.bands',
    says: ['scores', 'score'],
  },
  {
    name: 'a site read from a column of names',
    from: 'site: { site: site_code }',
    to: 'site: { site: band }',
    kind: 'plan-name-unknown',
    path: 'population.columns.site.site',
    says: ['band', 'site_code'],
  },
  {
    name: 'a device column without a device',
    from: 'double: { expression: "score * 2" }',
    to: 'double: { device: score }',
    kind: 'plan-field-wrong',
    path: 'population.columns.double',
    says: ['population.device'],
  },
  {
    name: 'an exclusion by an unknown column',
    from: 'missing: score',
    to: 'missing: scores',
    kind: 'plan-name-unknown',
    path: 'population.exclude.0.missing',
    says: ['scores'],
  },
  {
    name: 'a site twice',
    from: '{ id: site-2, code: "2"',
    to: '{ id: site-1, code: "2"',
    kind: 'plan-name-twice',
    path: 'sites.1.id',
    says: ['site-1'],
  },
  {
    name: 'an analysis twice',
    from: analysisTwice,
    to: '  - id: death-rate\n',
    kind: 'plan-name-twice',
    path: 'analyses.3.id',
    says: ['death-rate'],
  },
  {
    name: 'an unknown method',
    from: 'method: proportion',
    to: 'method: proportions',
    kind: 'plan-name-unknown',
    path: 'analyses.0.method',
    says: ['proportions', 'proportion, binary-accuracy'],
  },
  {
    name: 'a missing setting',
    from: 'settings: { threshold: 5 }',
    to: 'settings: {}',
    kind: 'plan-field-wrong',
    path: 'analyses.3.settings.threshold',
    says: ['number'],
  },
  {
    name: 'an unknown setting',
    from: 'settings: { threshold: 5 }',
    to: 'settings: { threshold: 5, cut: 1 }',
    kind: 'plan-field-wrong',
    path: 'analyses.3.settings.cut',
    says: ['cut'],
  },
  {
    name: 'a role that is not filled',
    from: 'columns: { truth: died, score: score }\n    by: site',
    to: 'columns: { truth: died }\n    by: site',
    kind: 'plan-field-wrong',
    path: 'analyses.1.columns',
    says: ['auc-delong', 'score'],
  },
  {
    name: 'a role that the method does not have',
    from: 'columns: { event: died }',
    to: 'columns: { event: died, colour: died }',
    kind: 'plan-name-unknown',
    path: 'analyses.0.columns.colour',
    says: ['colour', 'event'],
  },
  {
    name: 'a role played by an unknown column',
    from: 'columns: { event: died }',
    to: 'columns: { event: dead }',
    kind: 'plan-name-unknown',
    path: 'analyses.0.columns.event',
    says: ['dead', 'died'],
  },
  {
    name: 'names where numbers are needed',
    from: 'columns: { event: died }',
    to: 'columns: { event: band }',
    kind: 'plan-field-wrong',
    path: 'analyses.0.columns.event',
    says: ['event'],
  },
  {
    name: 'numbers where groups are needed',
    from: 'columns: { event: died }',
    to: 'columns: { event: died, group: score }',
    kind: 'plan-field-wrong',
    path: 'analyses.0.columns.group',
    says: ['group', 'bands'],
  },
  {
    name: 'a grouping column that has no groups',
    from: 'columns: { event: died }\n    by: site',
    to: 'columns: { event: died }\n    by: score',
    kind: 'plan-name-unknown',
    path: 'analyses.0.by',
    below: 1,
    says: ['score', 'site, band'],
  },
  {
    name: 'groups for a method that has none',
    from: 'of: { analysis: discrimination, estimate: auc }',
    to: 'of: { analysis: discrimination, estimate: auc }\n    by: site',
    kind: 'plan-field-wrong',
    path: 'analyses.2.by',
    below: 1,
    says: ['random-effects'],
  },
  {
    name: 'an analysis that rests on an unknown one',
    from: 'of: { analysis: discrimination',
    to: 'of: { analysis: discriminations',
    kind: 'plan-name-unknown',
    path: 'analyses.2.of.analysis',
    says: ['discriminations'],
  },
  {
    name: 'an analysis that rests on an estimate not named there',
    from: 'estimate: auc }',
    to: 'estimate: aucs }',
    kind: 'plan-name-unknown',
    path: 'analyses.2.of.estimate',
    says: ['aucs', 'auc'],
  },
  {
    name: 'a name for something the method does not give',
    from: 'names: { sensitivity: sens }',
    to: 'names: { sensitivities: sens }',
    kind: 'plan-name-unknown',
    path: 'analyses.3.names.sensitivities',
    says: ['sensitivities', 'sensitivity, specificity'],
  },
  {
    name: 'two estimates of one name, one of them of a group',
    from: 'names: { sensitivity: sens }',
    to: 'names: { sensitivity: auc-site-2 }',
    kind: 'plan-name-twice',
    path: 'analyses.3.names',
    says: ['auc-site-2'],
  },
  {
    name: 'a claim with a slot that no analysis gives',
    from: 'sensitivity was {sens}',
    to: 'sensitivity was {sense}',
    kind: 'plan-name-unknown',
    path: 'claims.0.en',
    says: ['sense', 'sens'],
  },
  {
    name: 'a claim with a setting that the analysis does not have',
    from: 'At {accuracy.threshold} or',
    to: 'At {accuracy.thresholds} or',
    kind: 'plan-name-unknown',
    path: 'claims.0.en',
    says: ['thresholds', 'threshold'],
  },
  {
    name: 'a claim with a slot that is none',
    from: 'sensitivity was {sens}',
    to: 'sensitivity was {Sens}',
    kind: 'plan-field-wrong',
    path: 'claims.0.en',
    says: ['{Sens}', 'value'],
  },
  {
    name: 'a claim with a typed number',
    from: '민감도는 {sens}였다',
    to: '민감도는 0.9였다',
    kind: 'claim-number-typed',
    path: 'claims.0.ko',
    says: ['0.9'],
  },
  {
    name: 'a claim that serves an unknown requirement',
    from: 'serves: [R-01]',
    to: 'serves: [R-02]',
    kind: 'plan-name-unknown',
    path: 'claims.0.serves.0',
    says: ['R-02', 'R-01'],
  },
  {
    name: 'a claim with the id of another',
    from: 'claims:\n',
    to: 'claims:\n  - { id: C-01, ko: 하나, en: One }\n',
    kind: 'plan-name-twice',
    path: 'claims.1.id',
    below: 2,
    says: ['C-01'],
  },
];

describe('one clear fault, with file, line and path, in both languages', () => {
  it.each(rows)('$name', ({ from, to, kind, path, below = 0, says }) => {
    const { text, line } = changed(from, to);
    const found = read(text);
    if (found.ok) throw new Error('the plan was taken');
    expect(found.fault).toMatchObject({ kind, path, file: 'plan.yaml', line: line + below });
    for (const language of languages) {
      const spoken = speakFault(found.fault, language);
      for (const word of ['plan.yaml', String(line + below), path, ...says]) expect(spoken).toContain(word);
    }
  });
});

test('a device that Daero is to run must be one that it can run', () => {
  const device = '  device: { from: values, settings: { items: {} } }\n';
  const text = smallPlan
    .replace('  subjects: people\n', `  subjects: people\n${device}`)
    .replace('device: news2', 'device: other');
  const found = read(text);
  expect(found).toMatchObject({
    ok: false,
    fault: { kind: 'plan-name-unknown', path: 'product.device', name: 'other' },
  });
  expect(read(text.replace('device: other', 'device: news2')).ok).toBe(true);
});

test('analyses that rest on each other are named as a circle', () => {
  const second = `  - id: loop
    title: { ko: 고리, en: Loop }
    method: random-effects
    of: { analysis: heterogeneity, estimate: summary }
    settings: { quantity: { ko: AUC, en: AUC }, label: { ko: AUC, en: AUC } }
    names: { summary: loop-summary }
  - id: accuracy
`;
  const text = changed(analysisTwice, second).text.replace(
    '{ analysis: discrimination, estimate: auc }',
    '{ analysis: loop, estimate: summary }',
  );
  const found = read(text);
  if (found.ok) throw new Error('the plan was taken');
  expect(found.fault).toMatchObject({ kind: 'plan-cycle', nodes: 'heterogeneity -> loop -> heterogeneity' });
  expect(speakFault(found.fault, 'ko')).toContain('plan.yaml');
});

test('an analysis that rests on itself is a circle too', () => {
  const found = read(
    changed('analysis: discrimination, estimate: auc', 'analysis: heterogeneity, estimate: summary').text,
  );
  expect(found.ok ? null : found.fault).toMatchObject({
    kind: 'plan-cycle',
    nodes: 'heterogeneity -> heterogeneity',
  });
});

test('a plan reads the same whatever the line ends', () => {
  expect(checkedPlan(smallPlan.replaceAll('\n', '\r\n')).plan).toEqual(checkedPlan().plan);
});
