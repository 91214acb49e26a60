import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { speakFault } from '@daero/domain/words/speak';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillForm, foldAnswers } from './answer-book.ts';
import { answerEventForm, questions, type AnswerEvent, type HospitalForm } from './question.ts';

type Row = readonly [on: string, change: unknown];
const text = (en: string): { ko: string; en: string } => ({ ko: `${en} 답`, en });
const answered = (question: string, version: string, validUntilOn: string | null = null): unknown => ({
  ...{ type: 'answered', question, version, proof: null, validUntilOn },
  answer: text(`${question} ${version}`),
});
const eventsOf = (rows: readonly Row[]): readonly AnswerEvent[] =>
  rows.map(([on, change], at) =>
    answerEventForm.parse({
      ...{ eventId: `s${at + 1}`, on, reason: 'asked', source: null, change },
      by: { personId: 'security-lead', role: 'hospital-it' },
    }),
  );
const start: Row = ['2026-01-05', { type: 'opened', key: { productId: 'reference-chest' } }];
const formOf = (hospital: string, from: readonly (readonly string[])[]): HospitalForm => ({
  ...{ hospital, edition: '2026' },
  questions: from.map((ids, at) => ({ id: `q${at}`, text: text(`question ${at}`), from: [...ids] })),
});
const on = (day: string, version = '2.1'): { version: string; on: ReturnType<typeof isoDate> } => ({
  version,
  on: isoDate(day),
});

const rows: readonly Row[] = [
  start,
  ['2026-01-10', answered('sbom', '2.0')],
  ['2026-01-10', answered('data-out', '2.0')],
  ['2026-01-10', answered('pen-test', '2.0', '2026-12-31')],
  ['2026-03-01', { type: 'reaffirmed', questions: ['data-out', 'pen-test'], version: '2.1' }],
];
const gaps = (day: string, version?: string): readonly (readonly string[])[] =>
  unwrap(
    fillForm(
      formOf('a', [['sbom'], ['data-out', 'pen-test'], ['backup']]),
      unwrap(foldAnswers(eventsOf(rows))),
      on(day, version),
    ),
  ).questions.map((one) => one.gaps.map(({ because }) => because));

test('answers given once serve every hospital, bound to the version', () => {
  expect(gaps('2026-06-01')).toEqual([['other-version'], [], ['not-answered']]);
  expect(gaps('2026-06-01', '2.0')).toEqual([[], [], ['not-answered']]);
  expect(gaps('2027-01-01')).toEqual([['other-version'], ['expired'], ['not-answered']]);
  expect(gaps('2026-02-01')).toEqual([
    ['other-version'],
    ['other-version', 'other-version'],
    ['not-answered'],
  ]);
});

test('a new answer does not inherit the versions of the one before', () => {
  const book = unwrap(foldAnswers(eventsOf([...rows, ['2026-07-01', answered('data-out', '2.2')]])));
  expect(
    book.answers
      .get('data-out')
      ?.map(({ edition, versions }) => [edition, versions.map(({ version }) => version)]),
  ).toEqual([
    [1, ['2.0', '2.1']],
    [2, ['2.2']],
  ]);
});

test.each([
  ['adoption-not-opened', rows.slice(1)],
  ['adoption-opened-twice', [start, start]],
  ['security-question-unknown', [start, ['2026-01-10', answered('colour', '2.0')]]],
  [
    'security-not-answered',
    [start, ['2026-01-10', { type: 'reaffirmed', questions: ['sbom'], version: '2.0' }]],
  ],
  ['adoption-date-before', [...rows, ['2026-01-09', answered('sbom', '2.1')]]],
  ['adoption-date-before', [start, ['2026-01-10', answered('sbom', '2.1', '2026-01-09')]]],
] as const)('%s is refused in both languages', (kind, bad) => {
  const found = foldAnswers(eventsOf(bad));
  if (found.ok) throw new Error('nothing was refused');
  expect(found.fault.kind).toBe(kind);
  for (const language of ['ko', 'en'] as const)
    expect(speakFault(found.fault, language)).not.toMatch(/undefined|\{/);
});

test('a form that rests on a question we do not have is refused', () => {
  const found = fillForm(formOf('a', [['colour']]), unwrap(foldAnswers(eventsOf(rows))), on('2026-06-01'));
  expect(found).toMatchObject({ ok: false, fault: { kind: 'security-question-unknown', name: 'colour' } });
});

test('whatever the form of a hospital, each of its questions is ready exactly when none of its parts has a gap', () => {
  const ids = questions.map(({ id }) => id);
  const book = unwrap(
    foldAnswers(eventsOf([start, ...ids.slice(0, 12).map((id): Row => ['2026-01-10', answered(id, '2.1')])])),
  );
  const form = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 15,
  });
  fc.assert(
    fc.property(form, (from) => {
      const filled = unwrap(fillForm(formOf('a', from), book, on('2026-06-01')));
      const complete = from.filter((parts) => parts.every((id) => ids.indexOf(id) < 12)).length;
      expect(filled.ready).toBe(complete);
      for (const { answers, gaps } of filled.questions)
        expect(answers.length + gaps.length).toBeGreaterThan(0);
    }),
  );
});
