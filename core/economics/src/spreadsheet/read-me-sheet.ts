import { type Language, type Text } from '@daero/domain/text';
import { type ParameterRow } from '../decision-tree/parameter-rows.ts';
import { text, type Row, type Sheet } from './workbook.ts';

const words = {
  what: {
    ko: '이 통합 문서는 모형의 바탕 분석을 식으로 다시 계산합니다. 열면 계산되며, 결과 시트에서 엔진의 값과 나란히 볼 수 있습니다. 바탕값 칸만 바꾸십시오.',
    en: 'This workbook computes the base case of the model again, by formulas. It calculates when opened; the results stand beside those of the engine. Change only stated values.',
  },
  nature: {
    ko: '확률 분석은 여기 없습니다. 사슬에 들어가지 않은 사본이며, 모형 파일이 원본입니다.',
    en: 'The probabilistic analysis is not in it. It is a copy outside any chain: the model file is the original.',
  },
  perspective: { ko: '관점', en: 'Perspective' },
  prices: { ko: '통화와 가격 연도', en: 'Currency and price year' },
  reference: { ko: '기준 대안', en: 'Reference strategy' },
  conventions: { ko: '약속', en: 'Conventions' },
  states: { ko: '모수의 상태', en: 'State of the parameters' },
  sources: { ko: '출처', en: 'Sources' },
} as const satisfies Readonly<Record<string, Text>>;

const states: Readonly<Record<ParameterRow['state'], Text>> = {
  estimate: { ko: '사슬의 추정값', en: 'estimates of the chain' },
  literature: { ko: '문헌', en: 'literature' },
  assumption: { ko: '가정', en: 'assumptions' },
  derived: { ko: '다른 것에서 계산', en: 'derived from others' },
};

/** What a reader must know before the numbers: conventions, how much is assumed, and where it comes from. */
export function readMeSheet(
  about: {
    readonly title: Text;
    readonly perspective: Text;
    readonly currency: string;
    readonly priceYear: number;
    readonly reference: Text;
    readonly conventions: readonly Text[];
    readonly parameters: readonly ParameterRow[];
  },
  sheet: string,
  language: Language,
): Sheet {
  const line = (head: Text, said: string): Row => [text(head[language], 'head'), text(said)];
  const list = (head: Text, all: readonly string[]): readonly Row[] =>
    all.map((said, index) => [index === 0 ? text(head[language], 'head') : null, text(said)]);
  const counts = (['estimate', 'literature', 'assumption', 'derived'] as const).map(
    (state) => `${states[state][language]}: ${about.parameters.filter((one) => one.state === state).length}`,
  );
  const sources = new Set(
    about.parameters.filter(({ state }) => state !== 'derived').map(({ source }) => source[language]),
  );
  return {
    name: sheet,
    rows: [
      [text(about.title[language], 'title')],
      [],
      [text(words.what[language], 'note')],
      [text(words.nature[language], 'note')],
      [],
      line(words.perspective, about.perspective[language]),
      line(words.prices, `${about.currency}, ${about.priceYear}`),
      line(words.reference, about.reference[language]),
      ...list(
        words.conventions,
        about.conventions.map((one) => one[language]),
      ),
      ...list(words.states, counts),
      ...list(words.sources, [...sources]),
    ],
    widths: [26, 110],
    frozen: { rows: 1, columns: 0 },
  };
}
