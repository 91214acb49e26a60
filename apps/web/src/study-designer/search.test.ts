import { baseOf, questionKinds } from '@daero/api/schemas/design-fields';
import { expect, test } from 'vitest';
import { bodyOf, kindOf, readSearch, valuesOf } from './search.ts';

test('an address without anything is the first question with its first values', () => {
  expect(readSearch({})).toEqual({});
  expect(kindOf({})).toBe(questionKinds[0]);
  expect(valuesOf({})).toEqual(baseOf(questionKinds[0]));
});

test('an address keeps what differs and leaves out what it does not know', () => {
  const read = readSearch({
    question: 'ai-against-readers',
    values: { margin: 0.03, readers: 12, hypothesis: 'best', weather: 1, power: 'high' },
    title: 'A study',
    other: 1,
  });
  expect(read).toEqual({ question: 'ai-against-readers', values: { margin: 0.03 }, title: 'A study' });
  expect(readSearch(read)).toEqual(read); // the address reproduces the view
});

test('the server is asked with every value, and with the names in both languages', () => {
  const body = bodyOf({ question: 'agreement', values: { kappa: 0.7 }, title: 'T', version: '2.1' });
  expect(body).toMatchObject({
    question: 'agreement',
    kappa: 0.7,
    kappaGoal: 0.6,
    names: { title: { ko: 'T', en: 'T' }, version: '2.1' },
  });
});
