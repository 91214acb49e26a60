import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { looseBrace, readSentence, typedNumber } from './sentence.ts';

test('a sentence is words and slots, in order', () => {
  expect(readSentence('At {accuracy-5.threshold} or more: {sens-5}, {sens-5:value} of {sens-5:n}.')).toEqual([
    { part: 'words', words: 'At ' },
    { part: 'setting', analysis: 'accuracy-5', setting: 'threshold' },
    { part: 'words', words: ' or more: ' },
    { part: 'estimate', estimate: 'sens-5', form: 'whole' },
    { part: 'words', words: ', ' },
    { part: 'estimate', estimate: 'sens-5', form: 'value' },
    { part: 'words', words: ' of ' },
    { part: 'estimate', estimate: 'sens-5', form: 'n' },
    { part: 'words', words: '.' },
  ]);
});

describe('a number that stands alone is typed', () => {
  it.each([
    ['sensitivity was 0.92', '0.92'],
    ['민감도는 92%였다', '92'],
    ['민감도는92%였다', '92'],
    ['약5명', '5'],
    ['a change of -0.3 points', '0.3'],
    ['half is .5', '5'],
    ['between 10-20', '10'],
    ['민감도는 ９２%', '９２'],
    ['(1,234 stays)', '1,234'],
    ['{auc}3', '3'],
  ])('%s', (sentence, number) => expect(typedNumber(sentence)).toBe(number));
});

describe('a digit inside a name is part of the name', () => {
  it.each([
    'NEWS2 {auc}',
    'APACHE-II-2',
    'COVID-19',
    '제2형 당뇨',
    'I² {i2}',
    'version v2.1',
    '{sens-5} and {spec-5:value}',
  ])('%s', (sentence) => expect(typedNumber(sentence)).toBeUndefined());
});

describe('a slot that is none is found by its brace', () => {
  it.each([
    ['{Auc}', '{Auc}'],
    ['{auc', '{auc'],
    ['auc}', '}'],
    ['{auc:}', '{auc:}'],
    ['{a.b.c}', '{a.b.c}'],
    ['{ auc }', '{'],
  ])('%s', (sentence, brace) => expect(looseBrace(sentence)).toBe(brace));
  it('and a sound sentence has none', () => expect(looseBrace('At {a.b}: {auc:value}')).toBeUndefined());
});

test('a law: whatever the sentence, its parts put together again are the sentence', () => {
  const piece = fc.oneof(
    fc.constantFrom('{auc}', '{auc:value}', '{a-b.threshold}', '{', '}', ' '),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const sentence = pieces.join('');
      const back = readSentence(sentence).map((part) => {
        if (part.part === 'words') return part.words;
        if (part.part === 'setting') return `{${part.analysis}.${part.setting}}`;
        return part.form === 'whole' ? `{${part.estimate}}` : `{${part.estimate}:${part.form}}`;
      });
      // `{auc:whole}` is another way to write `{auc}`.
      expect(back.join('')).toBe(sentence.replace(/:whole\}/g, '}'));
    }),
  );
});
