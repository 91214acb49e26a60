import type { Text } from '../text.ts';

/** What a model cannot be written out as, or read from. */
export const economicsReportFaults = {
  'workbook-too-large': {
    ko: '통합 문서의 시트 "{sheet}"에 열 {columns}개, 칸 {cells}개가 필요합니다(칸은 최대 {limit}개, 열은 16,384개). 주기나 터널의 수를 줄이거나 보고서로 내보내십시오.',
    en: 'Sheet "{sheet}" would need {columns} columns and {cells} cells (at most {limit} cells and 16,384 columns). Use fewer cycles or tunnels, or export the report instead.',
  },
  'workbook-formula-too-long': {
    ko: '통합 문서의 시트 "{sheet}"에 글자 {characters}개인 식이 생깁니다(최대 {limit}개). 모형 파일에서 긴 식을 매개변수로 나누십시오.',
    en: 'Sheet "{sheet}" would hold a formula of {characters} characters (at most {limit}). In the model file, split the long expression with parameters.',
  },
} as const satisfies Readonly<Record<string, Text>>;
