import { unwrap } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import { speakFault } from '@daero/domain/words/speak';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { methods } from '../methods.ts';
import { checkPlan } from '../plan/check-plan.ts';
import { readDocument } from '../plan/document.ts';
import { designStudy } from './design-study.ts';
import { baseOf, fieldsShown, questionFields, questionKinds } from './question-fields.ts';
import { checklistsOf, protocolOf } from './protocol.ts';
import { protocolHtml, protocolMarkdown } from './protocol-text.ts';
import { studyQuestion, type AskedQuestion, type StudyQuestion } from './study-question.ts';
import { writePlan } from './write-plan.ts';

const question = (asked: AskedQuestion): StudyQuestion => studyQuestion.parse(asked);
const files = {
  ko: { file: './protocol-ko.html', sha256: 'a'.repeat(64) },
  en: { file: './protocol-en.html', sha256: 'b'.repeat(64) },
};

/** Every kind of question with every endpoint, aim and order it can have. */
const asked: readonly AskedQuestion[] = [
  { question: 'accuracy' },
  { question: 'accuracy', endpoint: 'auc' },
  { question: 'accuracy', aim: 'precision', sampling: 'enriched' },
  { question: 'accuracy', aim: 'precision', endpoint: 'auc', clusterSize: 2.5, clusterVariation: 0.4 },
  { question: 'accuracy', centres: 1 },
  { question: 'ai-against-readers' },
  { question: 'ai-against-readers', endpoint: 'sensitivity-specificity', centres: 1 },
  { question: 'ai-against-readers', hypothesis: 'superiority', aucDevice: 0.92, aucReaders: 0.84 },
  { question: 'readers-aided' },
  { question: 'readers-aided', order: 'sequential', hypothesis: 'non-inferiority', sampling: 'enriched' },
  { question: 'multi-centre' },
  { question: 'multi-centre', centres: 4, between: 0.1 },
  { question: 'calibration' },
  { question: 'agreement' },
  { question: 'agreement', aim: 'precision' },
  { question: 'agreement', measure: 'icc' },
  { question: 'agreement', measure: 'icc', aim: 'precision' },
  { question: 'agreement', measure: 'limits' },
  { question: 'agreement', measure: 'limits', aim: 'precision' },
];
const named = asked.map((one) => ({ name: JSON.stringify(one), one }));

describe.each(named)('$name', ({ one }) => {
  const design = unwrap(designStudy(question(one)));
  const text = writePlan(design, files, isoDate('2026-11-22'));

  test('its plan is one that the house accepts, each size computed again by the plan', () => {
    const checked = unwrap(checkPlan(unwrap(readDocument('plan.yaml', text)), methods));
    const sizes = checked.plan.analyses.filter(({ method }) => method === 'study-size');
    expect(sizes).toHaveLength(design.steps.length);
    sizes.forEach(({ id }, at) => {
      const record = methods.get('study-size');
      const again = record?.run({ rows: 0, columns: new Map() }, checked.settings.get(id));
      if (again?.ok !== true) throw new Error('the size must come out again');
      expect(again.value.estimates['n']?.value).toBe(design.steps[at]?.needed);
      expect(again.value.estimates['recruited']?.value).toBe(design.steps[at]?.recruited);
    });
  });

  test('the number to recruit serves every step, and every step reaches its target', () => {
    const [recruit] = design.numbers;
    for (const step of design.steps) {
      const { recruited, reads, reached, target } = step;
      const all = one.question === 'multi-centre' ? recruited * design.question.centres : recruited;
      expect(recruit?.value ?? 0).toBeGreaterThanOrEqual(all);
      expect(reads === 'power' ? reached >= target : reached <= target).toBe(true);
    }
  });

  test('the protocol holds the numbers, hypotheses and analyses in both languages, and marks what is open', () => {
    const protocol = protocolOf(design);
    for (const language of ['ko', 'en'] as const) {
      const html = protocolHtml(protocol, language);
      const markdown = protocolMarkdown(protocol, language);
      for (const written of [html, markdown]) {
        expect(written).toContain(String(design.numbers[0]?.value));
        expect(written).toContain(design.steps[0]?.source);
        for (const { title } of design.analyses) expect(written).toContain(title[language]);
        for (const { title } of protocol.sections) expect(written).toContain(title[language]);
      }
      if (language === 'en') expect(markdown).not.toMatch(/[가-힣]/);
      for (const hypothesis of design.hypotheses) expect(markdown).toContain(hypothesis[language]);
    }
    const open = protocol.sections.flatMap(({ blocks }) => blocks).filter(({ block }) => block === 'open');
    expect(open.length).toBeGreaterThan(5);
  });

  test('every checklist item lies in a section of the protocol, once', () => {
    const sections = [...protocolOf(design).sections.map(({ id }) => id), 'results'];
    for (const { items, counts } of checklistsOf(design)) {
      expect(new Set(items.map(({ item }) => item)).size).toBe(items.length);
      for (const { section } of items) expect(sections).toContain(section);
      expect(counts.filled + counts.open + counts.later).toBe(items.length);
      expect(counts.filled).toBeGreaterThan(1);
    }
  });

  test('is quick enough to follow a hand', () => {
    const from = performance.now();
    designStudy(question(one));
    expect(performance.now() - from).toBeLessThan(400);
  });
});

describe('the fields of a question are those of its schema', () => {
  test.each(questionKinds)('%s', (kind) => {
    const parsed: Record<string, unknown> = { ...question({ question: kind }) };
    delete parsed['question'];
    delete parsed['names'];
    expect(Object.keys(parsed).sort()).toEqual(questionFields[kind].map(({ name }) => name).sort());
    expect(parsed).toEqual(baseOf(kind));
    for (const { label, when } of questionFields[kind]) {
      expect(label.ko).not.toBe('');
      if (when !== undefined) expect(Object.keys(baseOf(kind))).toContain(when.field);
    }
    expect(fieldsShown(kind, baseOf(kind)).length).toBeGreaterThan(5);
  });
});

describe('what cannot be is said before any formula', () => {
  test.each([
    ['margin-wrong-sign', { question: 'ai-against-readers', margin: -0.05 }],
    ['expected-outside', { question: 'accuracy', sensitivity: 1.2 }],
    ['expected-outside', { question: 'accuracy', sensitivity: 1 }],
    ['expected-outside', { question: 'calibration', cStatistic: 0.4 }],
    ['expected-outside', { question: 'readers-aided', readers: 1 }],
    ['expected-outside', { question: 'multi-centre', centres: 1 }],
    ['expected-outside', { question: 'accuracy', alpha: 0.6 }],
    ['power-below-alpha', { question: 'accuracy', power: 0.01 }],
    ['expected-not-beyond-goal', { question: 'accuracy', sensitivity: 0.7 }],
    ['expected-not-beyond-goal', { question: 'agreement', kappa: 0.5 }],
    ['losses-impossible', { question: 'accuracy', dropOut: 0.6, indeterminate: 0.5 }],
    ['size-infinite', { question: 'ai-against-readers', aucDevice: 0.7, aucReaders: 0.9 }],
    [
      'discordance-impossible',
      { question: 'ai-against-readers', endpoint: 'sensitivity-specificity', discordant: 0.9 },
    ],
    ['power-out-of-reach', { question: 'readers-aided', readers: 3, readerSd: 0.1 }],
    ['centres-too-few', { question: 'multi-centre', centres: 2, between: 1 }],
  ] as const)('%s', (kind, one) => {
    const found = designStudy(question(one));
    if (found.ok) throw new Error('a fault was expected');
    expect(found.fault.kind).toBe(kind);
    expect(speakFault(found.fault, 'ko') + speakFault(found.fault, 'en')).not.toContain('{');
  });

  test('whatever numbers come, there is a design or a fault, never an error', () => {
    const any = fc.oneof(fc.constantFrom(-1, 0, 0.5, 1, 3, 1e6), fc.double({ min: -2, max: 2, noNaN: true }));
    fc.assert(
      fc.property(
        fc.constantFrom(...questionKinds),
        fc.dictionary(
          fc.constantFrom(
            ...['margin', 'alpha', 'power', 'prevalence', 'diseasedShare', 'readers', 'readerSd', 'centres'],
            ...[
              'between',
              'kappa',
              'auc',
              'halfWidth',
              'cStatistic',
              'sensitivity',
              'specificityGoal',
              'neither',
            ],
          ),
          any,
          {
            maxKeys: 2,
          },
        ),
        (kind, changes) => {
          const known = Object.fromEntries(Object.entries(changes).filter(([name]) => name in baseOf(kind)));
          const found = designStudy(studyQuestion.parse({ question: kind, ...known }));
          if (found.ok) expect(Number.isInteger(found.value.numbers[0]?.value)).toBe(true);
          else expect(speakFault(found.fault, 'en')).not.toBe('');
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('a name that was stated is filled, a placeholder stays open', () => {
  const title = { ko: '흉부 X선 인공지능의 정확도 연구', en: 'An accuracy study of chest X-ray AI' };
  const state = (one: AskedQuestion) =>
    checklistsOf(unwrap(designStudy(question(one))))[0]?.items.find(({ item }) => item === '1')?.answer.is;
  expect(state({ question: 'accuracy' })).toBe('open');
  expect(state({ question: 'accuracy', names: { title } })).toBe('filled');
});

test('markup in a name does not become markup', () => {
  const title = { ko: '<script>', en: '<img src=x onerror=alert(1)>' };
  const html = protocolHtml(
    protocolOf(unwrap(designStudy(question({ question: 'accuracy', names: { title } })))),
    'en',
  );
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img');
});
