import type { ActField, ActView } from '@daero/api/schemas/programme-parts';
import { expect, test } from 'vitest';
import { changeOf, initialAnswers, keyOf, type Answers } from './change.ts';

const words = { ko: '말', en: 'word' };
const field = (path: string, kind: ActField['kind'], more: Partial<ActField> = {}): ActField => ({
  ...{ path, kind, label: words, hint: null, required: true, options: [], initial: '' },
  ...more,
});
const actOf = (change: ActView['change'], fields: readonly ActField[]): ActView => ({
  ...{ key: 'k', group: { id: 'g', name: words }, label: words, consequence: words, afterwards: words },
  ...{ change, fields },
});
const answersOf = ({ fields }: ActView, given: readonly (string | readonly string[])[]): Answers =>
  Object.fromEntries(fields.map((one, at) => [keyOf(one, at), given[at] ?? '']));

test('answers come to their places: nested, in lists, and spread over the whole', () => {
  const spent = actOf({ type: 'spent', receipt: { digest: null } }, [
    field('', 'choice'),
    field('amount', 'won'),
    field('receipt.number', 'text'),
  ]);
  const place = JSON.stringify({ year: 2026, party: 'a', category: 'travel', funding: 'grant' });
  expect(changeOf(spent, answersOf(spent, [place, '1,234,567', ' r-1 ']))).toEqual({
    ...{ type: 'spent', year: 2026, party: 'a', category: 'travel', funding: 'grant' },
    ...{ amount: 1_234_567, receipt: { digest: null, number: 'r-1' } },
  });
  const scored = actOf({ type: 'scored', points: [{ criterion: 'need' }, { criterion: 'plan' }] }, [
    field('points.0.points', 'whole'),
    field('points.1.points', 'whole'),
  ]);
  expect(changeOf(scored, answersOf(scored, ['20', '31']))).toEqual({
    type: 'scored',
    points: [
      { criterion: 'need', points: 20 },
      { criterion: 'plan', points: 31 },
    ],
  });
});

test('what is chosen keeps its type; several stay a list, in their order', () => {
  const act = actOf({ type: 'x' }, [
    field('milestone', 'choice'),
    field('approved', 'choice'),
    field('order', 'ordered'),
    field('name.ko', 'text'),
    field('proposal', 'json'),
  ]);
  expect(changeOf(act, answersOf(act, ['null', 'false', ['"b"', '"a"'], '가', '{"lines":[1]}']))).toEqual({
    ...{ type: 'x', milestone: null, approved: false, order: ['b', 'a'], name: { ko: '가' } },
    proposal: { lines: [1] },
  });
});

test('a form begins with what is known', () => {
  const act = actOf({ type: 'x' }, [
    field('a', 'text', { initial: 's-1' }),
    field('b', 'many'),
    field('c', 'ordered', {
      options: [
        { value: '"p"', label: words },
        { value: '"q"', label: words },
      ],
    }),
  ]);
  expect(initialAnswers(act)).toEqual({ '0 a': 's-1', '1 b': [], '2 c': ['', ''] });
});
