import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { stringify } from 'yaml';
import type { PlannedAnalysis, PlannedSource, StudyDesign } from './design.ts';
import { t } from './design-words.ts';

/** The files of the protocol, by language, and their SHA-256. */
export type ProtocolFiles = Readonly<Record<'ko' | 'en', { readonly file: string; readonly sha256: string }>>;

/** A plan as an author would write it: it builds once its sources are there, and locks. */
export function writePlan(design: StudyDesign, protocol: ProtocolFiles, today: IsoDate): string {
  const { question, data, analyses, requirements, claims } = design;
  const { names } = question;
  const plan = {
    daero: 1,
    id: names.id,
    title: names.title,
    summary: summaryOf(design),
    product: {
      device: names.device,
      version: names.version,
      name: names.product,
      maker: names.maker,
      standing: 'investigational',
    },
    indication: names.indication,
    protocol: { ...protocol, question },
    sites: Array.from({ length: question.centres }, (_each, at) => ({
      id: `site-${at + 1}`,
      code: String(at + 1),
      name: t(`기관 ${at + 1}`, `Centre ${at + 1}`),
    })),
    sources: sourcesOf(design),
    quality: {
      checks: data.cases.columns.some(({ name }) => name === 'truth')
        ? [
            {
              id: 'truth-known',
              source: data.cases.name,
              check: 'allowed',
              column: 'truth',
              values: [0, 1],
              why: t('기준 표준은 있음(1) 또는 없음(0)이다.', 'The reference standard is yes (1) or no (0).'),
            },
          ]
        : [],
    },
    population: populationOf(design),
    ...(data.readings === null ? {} : { tables: { readings: readingsOf(data.readings) } }),
    analyses: analyses.map(entryOf),
    requirements,
    claims,
    authors: [{ name: names.author, role: t('연구 설계', 'Study design') }],
    writtenOn: names.writtenOn ?? today,
  };
  return stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false });
}

const entryOf = ({ role: _role, ...entry }: PlannedAnalysis): Omit<PlannedAnalysis, 'role'> => entry;

function summaryOf({ title, hypotheses }: StudyDesign): Text {
  const join = (language: 'ko' | 'en'): string =>
    `${title[language]}. ${hypotheses.map((each) => each[language]).join(' ')}`;
  return { ko: join('ko'), en: join('en') };
}

function sourcesOf({ data: { cases, readings } }: StudyDesign): unknown {
  const one = ({ name, title, columns }: PlannedSource, key: readonly string[]) => ({
    title,
    file: `./${name}.csv`,
    mapping: {
      form: 'wide',
      subject: 'case_id',
      key,
      columns: Object.fromEntries(columns.map((column) => [column.name, column.kind])),
    },
    disclosure: { smallestCell: 10 },
    licence: t('연구 자료(공개하지 않음)', 'Study data (not public)'),
  });
  const readingKey = ['case_id', 'reader', 'modality'].filter((name) =>
    readings?.columns.some((column) => column.name === name),
  );
  return {
    [cases.name]: one(cases, ['case_id']),
    ...(readings === null ? {} : { [readings.name]: one(readings, readingKey) }),
  };
}

const reasons: Readonly<Record<string, Text>> = {
  truth: t('기준 표준을 모름', 'Reference standard not known'),
  score: t('기기의 점수 없음(불확정)', 'No score of the device (indeterminate)'),
  risk: t('기기의 위험 없음(불확정)', 'No risk by the device (indeterminate)'),
  reader_call: t('통상 판독 없음', 'No usual reading'),
  first: t('첫째 값 없음', 'First value missing'),
  second: t('둘째 값 없음', 'Second value missing'),
};

function populationOf({ data }: StudyDesign): unknown {
  const { cases, unit, made } = data;
  const held = cases.columns.filter(({ name }) => name !== 'case_id').map(({ name }) => name);
  return {
    title: t('모집한 대상', 'Everybody recruited'),
    unit,
    subjects: cases.name,
    columns: {
      ...Object.fromEntries(held.map((name) => [name, { from: cases.name, column: name }])),
      site: { site: 'site_code' },
      ...made,
    },
    exclude: held.flatMap((name) => {
      const reason = reasons[name];
      return reason === undefined ? [] : [{ missing: name, reason }];
    }),
  };
}

function readingsOf({ name, title, columns }: PlannedSource): unknown {
  const held = columns.filter((column) => column.name !== 'case_id').map((column) => column.name);
  return {
    title,
    unit: t('판독', 'readings'),
    from: name,
    columns: {
      truth: { population: 'truth' },
      ...Object.fromEntries(held.map((column) => [column, { column }])),
    },
    exclude: [{ missing: 'rating', reason: t('판독 점수 없음', 'No rating') }],
  };
}
