import type { Language, Text } from '@daero/domain/text';
import type { NodeKind } from './node.ts';

/** The kinds of the chain as a person reads them. */
export const kindWords = {
  source: { ko: '자료', en: 'source' },
  snapshot: { ko: '스냅샷', en: 'snapshot' },
  quality: { ko: '자료 품질', en: 'data quality' },
  device: { ko: '기기 실행', en: 'device run' },
  population: { ko: '대상 집단', en: 'population' },
  analysis: { ko: '분석', en: 'analysis' },
  estimate: { ko: '추정', en: 'estimate' },
  parameter: { ko: '모수', en: 'parameter' },
  model: { ko: '경제성 모형', en: 'economic model' },
  claim: { ko: '주장', en: 'claim' },
  requirement: { ko: '요구', en: 'requirement' },
  figure: { ko: '그림', en: 'figure' },
  document: { ko: '서류', en: 'document' },
} as const satisfies Readonly<Record<NodeKind, Text>>;

const both = (make: (language: Language) => string): Text => ({ ko: make('ko'), en: make('en') });
const languageNames = { ko: { ko: '한국어', en: 'Korean' }, en: { ko: '영어', en: 'English' } } as const;

/** Labels of nodes that the plan does not name itself. */
export const labelWords = {
  device: (name: Text): Text => both((language) => `${kindWords.device[language]}: ${name[language]}`),
  claim: (id: string): Text => both((language) => `${kindWords.claim[language]} ${id}`),
  figure: (of: Text, drawnIn: Language): Text =>
    both(
      (language) => `${kindWords.figure[language]}: ${of[language]} (${languageNames[drawnIn][language]})`,
    ),
  document: (writtenIn: Language): Text =>
    both((language) => `${kindWords.document[language]} (${languageNames[writtenIn][language]})`),
  estimate: (of: Text, word: Text, groups: readonly Text[]): Text =>
    both((language) => {
      const named = groups.map((group) => group[language]).join(' − ');
      return `${of[language]}: ${word[language]}${named === '' ? '' : ` (${named})`}`;
    }),
};
