import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialsOf, matches, rank } from './matches.ts';

describe('matches', () => {
  test.each([
    ['흉부 X선 판독보조', 'ㅎㅂ', true],
    ['흉부 X선 판독보조', 'ㅎㅂx', false], // mixed input is looked for as letters
    ['한국보건의료연구원 NECA', 'neca', true],
    ['조기 경보 점수', '조기경보', true],
    ['조기 경보 점수', 'ㅈㄱㄱㅂ', true],
    ['까치', 'ㄱㅊ', false],
    ['AUC 0.842', '0.842', true],
    ['', '', true],
    ['anything', '', true],
  ])('%s / %s', (text, wanted, expected) => {
    expect(matches(text, wanted)).toBe(expected);
  });

  test('every text is found by its own first consonants', () => {
    const syllables = fc.array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1 });
    fc.assert(
      fc.property(syllables, (codes) => {
        const text = String.fromCharCode(...codes);
        return matches(text, initialsOf(text));
      }),
    );
  });
});

test('a start ranks before a later word, and that before the middle', () => {
  expect([
    rank('판독 보조', 'ㅍㄷ'),
    rank('X선 판독', '판독'),
    rank('재판독', '판독'),
    rank('영상', '판독'),
  ]).toEqual([0, 1, 2, null]);
});
