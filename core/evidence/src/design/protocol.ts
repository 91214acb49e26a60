import type { Text } from '@daero/domain/text';
import { speakSettings } from './speak-settings.ts';
import { answerChecklist, type AnsweredChecklist } from './checklists/checklist.ts';
import { spiritAi } from './checklists/spirit-ai.ts';
import { stardAi } from './checklists/stard-ai.ts';
import type { PlannedSource, StudyDesign } from './design.ts';
import { t } from './design-words.ts';

export type ProtocolBlock =
  | { readonly block: 'paragraph'; readonly text: Text }
  | { readonly block: 'list'; readonly items: readonly Text[] }
  | { readonly block: 'table'; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  /** For the authors to write: nothing in the plan knows it. */
  | { readonly block: 'open'; readonly text: Text };

export type ProtocolSection = {
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly ProtocolBlock[];
};
export type Protocol = {
  readonly title: Text;
  readonly sections: readonly ProtocolSection[];
  readonly checklists: readonly AnsweredChecklist[];
};

const paragraph = (text: Text): ProtocolBlock => ({ block: 'paragraph', text });
const list = (items: readonly Text[]): readonly ProtocolBlock[] =>
  items.length === 0 ? [] : [{ block: 'list', items }];
const same = (text: string): Text => ({ ko: text, en: text });
const figure = (value: number): Text => same(String(Math.round(value * 1e6) / 1e6));

/** The checklists of a design, answered as far as the plan knows. */
export const checklistsOf = (design: StudyDesign): readonly AnsweredChecklist[] =>
  [stardAi, spiritAi].map((each) => answerChecklist(each, design));

/** A protocol as a document tree: what the plan knows stands in it, the rest is marked as open. */
export function protocolOf(design: StudyDesign): Protocol {
  const checklists = checklistsOf(design);
  // What the checklists leave open stands once in its section, so that nobody has to look it up.
  const opened = (section: string): readonly ProtocolBlock[] => {
    const texts = checklists.flatMap(({ items }) =>
      items.flatMap(({ section: at, answer }) =>
        at === section && answer.is === 'open' ? [answer.text] : [],
      ),
    );
    const once = new Map(texts.map((text) => [text.en, text]));
    return [...once.values()].map((text) => ({ block: 'open', text }));
  };
  const section = (id: string, title: Text, blocks: readonly ProtocolBlock[]): ProtocolSection => ({
    id,
    title,
    blocks: [...blocks, ...opened(id)],
  });
  const { names } = design.question;
  return {
    title: names.title,
    checklists,
    sections: [
      section('summary', t('요약', 'Summary'), [
        paragraph(
          t(
            `${names.product.ko}(판 ${names.version}, ${names.maker.ko})에 대한 연구: ${design.title.ko}. 적응증: ${names.indication.ko}.`,
            `A study of ${names.product.en} (version ${names.version}, ${names.maker.en}): ${design.title.en}. Intended use: ${names.indication.en}.`,
          ),
        ),
      ]),
      section('objectives', t('목적과 가설', 'Objectives and hypotheses'), [
        ...list(design.hypotheses),
        ...successOf(design),
      ]),
      section('participants', t('대상과 모집', 'Participants and recruitment'), [
        paragraph(
          t(
            `기관 ${design.question.centres}곳에서 모집한다. 분석 단위는 ${design.data.unit.ko}이다.`,
            `Recruitment is in ${design.question.centres} ${design.question.centres === 1 ? 'centre' : 'centres'}. The unit of analysis is ${design.data.unit.en}.`,
          ),
        ),
        ...list(design.notes),
      ]),
      section('index-test', t('검사 대상 기기', 'The device'), [
        paragraph(
          t(
            `기기의 판은 ${names.version}이며 연구 동안 바꾸지 않는다.`,
            `The version is ${names.version} and does not change during the study.`,
          ),
        ),
      ]),
      section('reference', t('기준 표준', 'Reference standard'), []),
      section('blinding', t('눈가림', 'Blinding'), []),
      section('sample-size', t('표본 크기', 'Sample size'), sizeBlocks(design)),
      section('analysis', t('통계 분석', 'Statistical analysis'), analysisBlocks(design)),
      section('data', t('자료', 'Data'), dataBlocks(design)),
      section('registration', t('등록, 잠금, 공개', 'Registration, locking, access'), [
        paragraph(
          t(
            '계획서(plan.yaml)와 이 문서의 해시를 자료를 열기 전에 함께 잠근다. 잠근 뒤의 모든 차이는 까닭과 함께 이탈로 남는다.',
            'The plan (plan.yaml) and the hash of this document are locked together before data are opened. Every later difference stays as a deviation with its reason.',
          ),
        ),
      ]),
    ],
  };
}

function successOf(design: StudyDesign): readonly ProtocolBlock[] {
  const { question } = design;
  if (design.hypotheses.length < 2 || question.question === 'calibration') return [];
  return [
    paragraph(
      t(
        '모두를 보일 때에만 성공이다. 그래서 유의수준을 나누지 않는다.',
        'The study succeeds only where all of them are shown, so alpha is not divided.',
      ),
    ),
  ];
}

function sizeBlocks({ numbers, steps }: StudyDesign): readonly ProtocolBlock[] {
  return [
    {
      block: 'table',
      head: [t('무엇', 'What'), t('수', 'Number'), t('단위', 'Unit')],
      rows: numbers.map(({ label, value, unit }) => [label, figure(value), unit]),
    },
    {
      block: 'table',
      head: [
        t('물음', 'Question'),
        t('필요', 'Needed'),
        t('목표', 'Target'),
        t('이른 값', 'Reached'),
        t('식', 'Formula'),
        t('출처', 'Source'),
      ],
      rows: steps.map((step) => [
        step.label,
        t(`${step.needed} (${step.unit.ko})`, `${step.needed} (${step.unit.en})`),
        t(
          `${step.reads === 'power' ? '검정력' : '폭의 절반'} ${step.target}`,
          `${step.reads === 'power' ? 'power' : 'half width'} ${step.target}`,
        ),
        figure(Math.round(step.reached * 1000) / 1000),
        step.formula,
        same(step.source),
      ]),
    },
    ...list(
      steps.flatMap(({ assumptions }) => assumptions).filter((each, at, all) => all.indexOf(each) === at),
    ),
  ];
}

const roles = {
  primary: t('일차', 'primary'),
  secondary: t('이차', 'secondary'),
  size: t('크기', 'size'),
} as const;

function analysisBlocks({ analyses }: StudyDesign): readonly ProtocolBlock[] {
  return [
    {
      block: 'table',
      head: [t('분석', 'Analysis'), t('구분', 'Role'), t('방법', 'Method'), t('설정', 'Settings')],
      rows: analyses.map(({ title, role, method, settings }) => [
        title,
        roles[role],
        same(method),
        { ko: speakSettings(settings, 'ko'), en: speakSettings(settings, 'en') },
      ]),
    },
    paragraph(
      t(
        '이 표는 계획서의 analyses와 같은 것이며, 잠근 뒤에는 이 분석이 그대로 실행된다.',
        'This table is the analyses of the plan; once locked, exactly these are run.',
      ),
    ),
  ];
}

function dataBlocks({ data }: StudyDesign): readonly ProtocolBlock[] {
  return [data.cases, ...(data.readings === null ? [] : [data.readings])].flatMap(
    ({ title, name, columns }: PlannedSource): readonly ProtocolBlock[] => [
      paragraph(t(`${title.ko}(${name})`, `${title.en} (${name})`)),
      {
        block: 'table',
        head: [t('열', 'Column'), t('종류', 'Kind'), t('뜻', 'Meaning')],
        rows: columns.map((column) => [same(column.name), same(column.kind), column.meaning]),
      },
    ],
  );
}
