import { describe, expect, it } from 'vitest';
import { estimateWord } from './estimates.ts';

const groups = ['high', 'aided', 'unaided', 'site-1', '1'];

describe('the words for an estimate, and the groups it is of', () => {
  it.each([
    { key: 'auc', en: 'AUC', of: [] },
    { key: 'survival-high', en: 'free of the event', of: ['high'] },
    { key: 'mean-unaided', en: 'mean of the readers', of: ['unaided'] },
    { key: 'difference-aided-unaided', en: 'difference (first minus second)', of: ['aided', 'unaided'] },
    { key: 'auc-site-1', en: 'AUC', of: ['site-1'] },
    { key: 'net-benefit-all', en: 'net benefit of treating all', of: [] },
    { key: 'never-heard-of', en: 'never heard of', of: [] },
  ])('$key', ({ key, en, of }) => {
    const found = estimateWord(key, groups);
    expect([found.word.en, found.of]).toEqual([en, of]);
  });
});
