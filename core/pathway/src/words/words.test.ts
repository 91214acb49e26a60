import { unwrap } from '@daero/domain/result';
import { describe, expect, test } from 'vitest';
import { jurisdictionCodes, rulesOf, versionsOf, type Rules } from '../jurisdiction/rules.ts';
import { clockEvents } from './clock-events.ts';
import { actorName, placeName, routeName } from './name-words.ts';
import { koreanNames } from './names.ts';
import { variantWord } from './variants.ts';
import { terminalWords } from './terminals.ts';

const hangul = /[가-힣]/;
const newest = (code: string): Rules => unwrap(rulesOf(code, versionsOf(code).at(-1)?.version ?? ''));

describe.each(jurisdictionCodes)('%s has every name in both languages', (code) => {
  const rules = newest(code);
  const names = [
    ...rules.file.stages.map(({ id }) => placeName(rules, id)),
    ...rules.file.routes.map(({ id }) => routeName(rules, id)),
    ...rules.file.actors.map(({ id }) => actorName(rules, id)),
    ...Object.keys(rules.file.terminals).map((id) => placeName(rules, id)),
  ];
  test('Korean is Hangul, and English is not', () => {
    expect(names.filter(({ ko }) => !hangul.test(ko))).toEqual([]);
    expect(names.filter(({ en }) => en === '' || hangul.test(en))).toEqual([]);
  });

  test('the English words of a terminal are those of the file', () => {
    for (const [id, text] of Object.entries(rules.file.terminals)) expect(placeName(rules, id).en).toBe(text);
  });

  test('every form of a stage has a word in both languages', () => {
    const forms = rules.file.stages.flatMap(({ id, variants }) =>
      (variants ?? []).map((variant) => ({ variant: variant.id, word: variantWord(id, variant.id) })),
    );
    expect(forms.filter(({ variant, word }) => word.ko === variant || word.en === variant)).toEqual([]);
  });

  test('every clock event has a word and a trigger', () => {
    const events = rules.file.stages.flatMap(({ clocks }) => clocks.map(({ event }) => event));
    expect(events.filter((event) => !Object.hasOwn(clockEvents, event))).toEqual([]);
  });
});

test('no word is kept for something that no file has', () => {
  const all = jurisdictionCodes.map(newest);
  const ids = new Set(
    all.flatMap(({ code, file }) => [
      ...file.stages.map(({ id }) => id),
      ...file.routes.map(({ id }) => id),
      ...file.actors.map(({ id }) => `${code} ${id}`),
    ]),
  );
  expect(Object.keys(koreanNames).filter((name) => !ids.has(name))).toEqual([]);
  const ends = new Set(
    all.flatMap(({ code, file }) => Object.keys(file.terminals).map((id) => `${code} ${id}`)),
  );
  expect(Object.keys(terminalWords).filter((name) => !ends.has(name))).toEqual([]);
  const events = new Set(
    all.flatMap(({ file }) => file.stages.flatMap(({ clocks }) => clocks.map(({ event }) => event))),
  );
  expect(Object.keys(clockEvents).filter((event) => !events.has(event))).toEqual([]);
});
