import type { Text } from '@daero/domain/text';
import { studyNames, type StudyNames } from '../study-question.ts';
import type { StudyDesign } from '../design.ts';
import { filled, open, type ItemAnswer } from './checklist.ts';

const bases = studyNames.parse({});

/** A name that somebody stated, or an open item: what still has its placeholder is not filled. */
export function named(
  design: StudyDesign,
  field: 'title' | 'product' | 'maker' | 'indication',
  missing: Text,
): ItemAnswer {
  const value = design.question.names[field];
  const base: StudyNames[typeof field] = bases[field];
  return value.ko === base.ko || value.en === base.en
    ? open(missing.ko, missing.en)
    : filled(value.ko, value.en);
}

export const deviceVersion = ({ question: { names } }: StudyDesign): ItemAnswer =>
  names.version === bases.version
    ? open('기기의 판을 적는다', 'State the version of the device')
    : filled(`판 ${names.version}`, `version ${names.version}`);

export const hypotheses = ({ hypotheses: all }: StudyDesign): ItemAnswer =>
  filled(all.map(({ ko }) => ko).join(' '), all.map(({ en }) => en).join(' '));

export const threshold = ({ question }: StudyDesign): ItemAnswer => {
  const value =
    'threshold' in question
      ? question.threshold
      : question.question === 'calibration'
        ? question.riskThreshold
        : null;
  return value === null
    ? filled('문턱값 없이 순위를 견준다', 'Ranks are compared, without a threshold')
    : filled(`문턱값 ${value}, 자료를 보기 전에 정함`, `threshold ${value}, fixed before the data`);
};

export const recruitment = ({ question }: StudyDesign): ItemAnswer => {
  if (!('sampling' in question))
    return open(
      '연속, 무작위, 편의 가운데 어느 모집인지 적는다',
      'State whether consecutive, random or by convenience',
    );
  return question.sampling === 'consecutive'
    ? filled('연속 모집', 'consecutive series')
    : filled(
        `질병이 있는 사람을 ${question.diseasedShare}의 몫으로 늘려 모집`,
        `enriched, a share of ${question.diseasedShare} with the disease`,
      );
};

export const size = ({ numbers, steps }: StudyDesign): ItemAnswer => {
  const [first] = numbers;
  const formulas = (language: 'ko' | 'en') => steps.map(({ formula }) => formula[language]).join('; ');
  return first === undefined
    ? open('표본의 크기와 근거를 적는다', 'State the size and its grounds')
    : filled(
        `${first.label.ko} ${first.value} ${first.unit.ko}. ${formulas('ko')}`,
        `${first.value} ${first.unit.en} to recruit. ${formulas('en')}`,
      );
};

export const analyses = ({ analyses: all }: StudyDesign): ItemAnswer => {
  const run = all.filter(({ role }) => role !== 'size');
  return filled(run.map(({ title }) => title.ko).join('; '), run.map(({ title }) => title.en).join('; '));
};

export const centres = ({ question }: StudyDesign): ItemAnswer =>
  question.centres > 1
    ? filled(
        `기관 ${question.centres}곳; 기관별 결과를 함께 낸다`,
        `${question.centres} centres; results by centre are given`,
      )
    : open('기관과 기간을 적는다', 'State where and when');

export const indeterminate = ({ question }: StudyDesign): ItemAnswer =>
  filled(
    `불확정 ${question.indeterminate}을 예상해 더 모집하고, 흐름에 까닭별로 센다`,
    `A share of ${question.indeterminate} is expected and recruited for; the flow counts them by reason`,
  );

export const missing = ({ question }: StudyDesign): ItemAnswer =>
  filled(
    `탈락 ${question.dropOut}을 예상해 더 모집하고, 빠진 값은 흐름에 까닭별로 센다`,
    `Drop-out of ${question.dropOut} is expected and recruited for; missing values are counted in the flow by reason`,
  );

export const readers = ({ question }: StudyDesign): ItemAnswer =>
  'readers' in question && (question.question === 'readers-aided' || question.endpoint === 'auc')
    ? filled(
        `판독자 ${question.readers}명. 경력과 교육은 저자가 적는다`,
        `${question.readers} readers. Their experience and training are for the authors to state`,
      )
    : open('기기를 쓰는 사람과 필요한 숙련을 적는다', 'State who uses the device and what skill it takes');
