import { describe, expect, test } from 'vitest';
import { changed, read } from '../small-plan.test-fixture.ts';
import { givesEstimate } from './estimate-names.ts';

const gives = ['difference', 'mean-*', 'difference-*'];

describe('what a method gives', () => {
  test.each([
    ['difference', true],
    ['mean-aided', true],
    ['difference-aided-unaided', true],
    ['mean-', false],
    ['mean', false],
    ['means-aided', false],
    ['p', false],
    ['difference-site-1', true],
  ])('%s: %s', (key, wanted) => {
    expect(givesEstimate({ gives }, key, [])).toBe(wanted);
  });

  test('a column of groups adds its groups to a plain name alone', () => {
    expect(givesEstimate({ gives: ['auc'] }, 'auc-site-1', ['site-1'])).toBe(true);
    expect(givesEstimate({ gives: ['auc'] }, 'auc-site-2', ['site-1'])).toBe(false);
  });
});

describe('a plan names what only the rows will name', () => {
  const readerStudy = (names: string): string =>
    changed(
      'requirements:\n',
      `  - id: reading-study
    title: { ko: 판독, en: Reading }
    method: reader-study
    columns: { reader: band, modality: site, case: band, truth: died, rating: score }
    names: ${names}
requirements:
`,
    ).text;

  test('the mean of a modality and the difference of two can be called something', () => {
    const found = read(readerStudy('{ mean-site-1: mean-one, difference-site-1-site-2: between }'));
    expect(found.ok ? '' : found.fault.kind).toBe('');
  });

  test('a name that fits no pattern is said with what there is', () => {
    expect(read(readerStudy('{ meen-site-1: mean-one }'))).toMatchObject({
      fault: { kind: 'plan-name-unknown', name: 'meen-site-1' },
    });
  });
});
