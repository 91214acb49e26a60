import { unwrap, type Result } from '@daero/domain/result';
import { methods } from './methods.ts';
import { checkPlan, type CheckedPlan } from './plan/check-plan.ts';
import { readDocument } from './plan/document.ts';

/** A small plan that uses every kind of name: two sources, a long and a wide one; groups, analyses on analyses, a model, claims. */
export const smallPlan = `daero: 1
id: small
title: { ko: 작은 계획, en: A small plan }
summary: { ko: 시험, en: Test }
product: { device: news2, version: "2017", name: { ko: 점수, en: Score }, maker: { ko: 시험, en: Test }, standing: reference }
indication: { ko: 시험, en: Test }
sites:
  - { id: site-1, code: "1", name: { ko: 첫째, en: First } }
  - { id: site-2, code: "2", name: { ko: 둘째, en: Second } }
sources:
  people:
    title: { ko: 사람, en: People }
    file: ./people.csv
    mapping:
      form: wide
      subject: person
      columns: { person: text, site: number, score: number, died: number }
    disclosure: open
    licence: { ko: 공개, en: Public }
  values:
    title: { ko: 값, en: Values }
    file: ./values.csv
    mapping: { form: long, subject: who, time: minute, item: item, value: value }
    disclosure: open
    licence: { ko: 공개, en: Public }
  readings:
    title: { ko: 판독, en: Readings }
    file: ./readings.csv
    mapping:
      form: wide
      subject: person
      columns: { person: text, reader: text, rating: number }
    disclosure: open
    licence: { ko: 공개, en: Public }
quality:
  checks:
    - { id: died-known, source: people, check: allowed, column: died, values: [0, 1], why: { ko: 예 또는 아니오, en: Yes or no } }
population:
  title: { ko: 모두, en: Everyone }
  unit: { ko: 명, en: people }
  subjects: people
  columns:
    site_code: { from: people, column: site }
    site: { site: site_code }
    score: { from: people, column: score }
    died: { from: people, column: died }
    weight: { from: values, item: weight }
    double: { expression: "score * 2" }
    band: { bands: score, from: [5], groups: [low, high] }
  groups:
    low: { ko: 낮음, en: Low }
    high: { ko: 높음, en: High }
  exclude:
    - { missing: score, reason: { ko: 점수 없음, en: No score } }
tables:
  readings:
    title: { ko: 판독, en: Readings }
    unit: { ko: 판독, en: readings }
    from: readings
    columns:
      reader: { column: reader, groups: [r1, r2] }
      rating: { column: rating }
      died: { population: died }
analyses:
  - id: death-rate
    title: { ko: 사망, en: Death }
    method: proportion
    columns: { event: died }
    by: site
    names: { proportion: death }
  - id: discrimination
    title: { ko: 판별력, en: Discrimination }
    method: auc-delong
    columns: { truth: died, score: score }
    by: site
    names: { auc: auc }
  - id: heterogeneity
    title: { ko: 이질성, en: Heterogeneity }
    method: random-effects
    of: { analysis: discrimination, estimate: auc }
    settings: { quantity: { ko: AUC, en: AUC }, label: { ko: AUC, en: AUC } }
    names: { summary: auc-summary }
  - id: accuracy
    title: { ko: 정확도, en: Accuracy }
    method: binary-accuracy
    columns: { truth: died, score: score }
    settings: { threshold: 5 }
    names: { sensitivity: sens }
  - id: readers
    title: { ko: 판독자별 판별력, en: Discrimination by reader }
    method: auc-delong
    table: readings
    columns: { truth: died, score: rating }
    by: reader
    names: { auc: auc-read }
requirements:
  - { id: R-01, text: { ko: 요구, en: Requirement }, source: test }
claims:
  - id: C-01
    ko: "{accuracy.threshold}점 이상에서 민감도는 {sens}였다."
    en: "At {accuracy.threshold} or more, sensitivity was {sens}."
    serves: [R-01]
authors:
  - { name: Daero tests, role: { ko: 시험, en: Test } }
writtenOn: 2026-11-22
`;

/** The small plan with one text in it replaced by another, and the line on which the change begins. */
export function changed(from: string, to: string): { readonly text: string; readonly line: number } {
  const at = smallPlan.indexOf(from);
  if (at < 0 || smallPlan.includes(from, at + 1)) throw new Error(`"${from}" must stand once in the plan`);
  return { text: smallPlan.replace(from, () => to), line: smallPlan.slice(0, at).split('\n').length };
}

export function read(text: string): Result<CheckedPlan> {
  const document = readDocument('plan.yaml', text);
  return document.ok ? checkPlan(document.value, methods) : document;
}

export const checkedPlan = (text: string = smallPlan): CheckedPlan => unwrap(read(text));
