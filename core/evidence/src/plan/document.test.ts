import { languages } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';
import { describe, expect, it, test } from 'vitest';
import { read, smallPlan } from '../small-plan.test-fixture.ts';
import { readDocument } from './document.ts';

const swelling = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat([...'bcdefghi'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9)}x]`))
  .join('\n');

/** Texts that a stranger may send as a plan. None may end in anything but a fault that names file and line. */
const hostile = [
  { name: 'aliases that swell', text: swelling },
  { name: 'an alias that holds itself', text: 'a: &a { b: *a }' },
  { name: 'brackets nested past any plan', text: '['.repeat(20_000) },
  { name: 'the same, closed', text: `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}` },
  { name: 'two documents', text: 'a: 1\n---\nb: 2' },
  { name: 'a name twice', text: 'a: 1\na: 2' },
  { name: 'an unclosed quote', text: 'a: "b' },
  { name: 'a tab for an indent', text: 'a:\n\tb: 1' },
];

describe('a text that is no plan is one fault', () => {
  it.each(hostile)('$name', ({ text }) => {
    const found = readDocument('plan.yaml', text);
    if (found.ok) throw new Error('it was taken');
    expect(found.fault.kind).toBe('plan-not-yaml');
    for (const language of languages) expect(speakFault(found.fault, language)).toMatch(/plan\.yaml.*\d/);
  });

  it.each([
    { name: 'nothing', text: '' },
    { name: 'a number', text: '5' },
    { name: 'a list', text: '- a\n- b' },
    { name: 'bytes', text: '\u0000\u0001\u0002' },
  ])('$name', ({ text }) => {
    const found = read(text);
    expect(found.ok ? 'taken' : found.fault.kind).toMatch(/^plan-/);
  });
});

test('a tag runs nothing and makes nothing but text', () => {
  const found = readDocument('plan.yaml', 'a: !!js/function "function () { throw new Error(\'ran\') }"');
  expect(found.ok && found.value.value).toEqual({ a: "function () { throw new Error('ran') }" });
});

test('a field named __proto__ is refused as any unknown field, and changes no object', () => {
  const found = read(smallPlan.replace('id: small\n', 'id: small\n__proto__: { polluted: true }\n'));
  expect(found.ok ? null : found.fault).toMatchObject({
    kind: 'plan-field-wrong',
    path: '__proto__',
    line: 3,
  });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a line is that of the field, or of the nearest field around one that is missing', () => {
  const found = readDocument('plan.yaml', 'a:\n  b:\n    - c: 1\n    - d: 2\n');
  if (!found.ok) throw new Error(found.fault.kind);
  const { lineOf } = found.value;
  expect([
    lineOf(['a', 'b', 1, 'd']),
    lineOf(['a', 'b', 1, 'missing']),
    lineOf(['a', 'b', 7]),
    lineOf(['z']),
  ]).toEqual([4, 4, 3, 1]);
});
