import type { Text } from '../text.ts';

/** What a model cannot be written out as or read from, and what cannot be asked of it. */
export const economicsReportFaults = {
  'workbook-too-large': {
    ko: '통합 문서의 시트 "{sheet}"에 열 {columns}개, 칸 {cells}개가 필요합니다(칸은 최대 {limit}개, 열은 16,384개). 주기나 터널의 수를 줄이거나 보고서로 내보내십시오.',
    en: 'Sheet "{sheet}" would need {columns} columns and {cells} cells (at most {limit} cells and 16,384 columns). Use fewer cycles or tunnels, or export the report instead.',
  },
  'workbook-formula-too-long': {
    ko: '통합 문서의 시트 "{sheet}"에 글자 {characters}개인 식이 생깁니다(최대 {limit}개). 모형 파일에서 긴 식을 모수로 나누십시오.',
    en: 'Sheet "{sheet}" would hold a formula of {characters} characters (at most {limit}). In the model file, split the long expression with parameters.',
  },
  'model-file-unreadable': {
    ko: '모형 파일 {path} 읽기에 실패했습니다({problem}). 경로와 내용을 확인하십시오.',
    en: 'The model file {path} cannot be read ({problem}). Check its place and what it says.',
  },
  'model-file-without-default': {
    ko: '모형 파일 {path}에 기본 내보내기가 없습니다. export default cohortModel({...})처럼 쓰십시오.',
    en: 'The model file {path} exports nothing by default. Write export default cohortModel({...}).',
  },
  'model-option-not-for-kind': {
    ko: '이 파일(kind: {found})에는 {option} 선택을 쓸 수 없습니다. 코호트나 의사결정나무의 파일에 쓰십시오.',
    en: 'A file of kind {found} takes no {option}. Use it with a cohort or a decision tree.',
  },
  'model-draws-wrong': {
    ko: '{option}에는 {low} 이상 {high} 이하의 정수를 적으십시오. 적힌 것: {found}.',
    en: '{option} takes a whole number from {low} to {high}; got {found}.',
  },
  'model-needs-its-chain': {
    ko: '모형이 사슬의 추정값에 묶여 있어({estimate}) 혼자서는 계산할 수 없습니다. 그 저장소에서 daero build로 계산하십시오.',
    en: 'The model is bound to an estimate of a chain ({estimate}) and cannot run alone. Build its repository with daero build.',
  },
  'model-output-unwritable': {
    ko: '{path} 쓰기에 실패했습니다({problem}). 폴더가 있는지, 쓸 수 있는지 확인하십시오.',
    en: '{path} cannot be written ({problem}). Check that its folder is there and may be written to.',
  },
  'grid-axis': {
    ko: '이원 민감도 분석에서 모수 "{parameter}"의 축({low}–{high}, 점 {points}개)을 그릴 수 없습니다. 아래 끝이 위 끝보다 작아야 하고 점은 2–101개여야 합니다.',
    en: 'The axis of parameter "{parameter}" ({low} to {high}, {points} points) cannot be drawn in a two-way analysis. Its low end must lie below its high end, with 2 to 101 points.',
  },
  'grid-same-parameter': {
    ko: '이원 민감도 분석의 두 축이 모두 모수 "{parameter}"입니다. 서로 다른 모수 둘을 고르십시오.',
    en: 'Both axes of the two-way analysis are parameter "{parameter}". Choose two different parameters.',
  },
  'model-subgroup-shares': {
    ko: '모형 파일의 {path}: 하위 집단의 몫(share)을 더하면 1이어야 합니다. 더한 값: {sum}.',
    en: 'In the model file, {path}: the shares of the subgroups add up to {sum}. They make up the whole population: 1.',
  },
} as const satisfies Readonly<Record<string, Text>>;
