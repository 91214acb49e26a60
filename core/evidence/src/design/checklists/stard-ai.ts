import { filled, later, open, type Checklist, type ChecklistItem } from './checklist.ts';
import * as known from './known.ts';

type Answer = ChecklistItem['answer'];
const item = (number: string, section: string, ko: string, en: string, answer: Answer): ChecklistItem => ({
  item: number,
  section,
  about: { ko, en },
  answer,
});
const write =
  (ko: string, en: string): Answer =>
  () =>
    open(ko, en);
const done = (): typeof later => later;

/** Items 1-30 carry the numbers of STARD 2015; the topics that STARD-AI adds carry letters of our own. */
export const stardAi: Checklist = {
  id: 'stard-ai',
  title: 'STARD-AI',
  source:
    'STARD-AI (2025), the extension of STARD 2015 to studies of artificial intelligence; Bossuyt and others (2015), BMJ 351, h5527',
  note: {
    ko: '번호는 STARD 2015의 것이고, STARD-AI가 더한 주제의 글자(A–L)는 여기에서 붙인 것이다. 문장은 요약이므로 원문을 함께 본다.',
    en: 'Numbers are those of STARD 2015; the letters A-L of topics that STARD-AI adds are ours. The wording is a summary: read the standard beside it.',
  },
  items: [
    item(
      '1',
      'summary',
      '진단 정확도 연구임을 제목에서 밝힘',
      'Title says it is a study of accuracy',
      (design) =>
        known.named(design, 'title', {
          ko: '정확도 연구임을 밝히는 제목을 적는다',
          en: 'Write a title that says so',
        }),
    ),
    item('2', 'summary', '구조화한 초록', 'Structured abstract', done),
    item(
      '3',
      'summary',
      '배경, 사용 목적, 기기의 역할',
      'Background, intended use, role of the device',
      (design) =>
        known.named(design, 'indication', {
          ko: '사용 목적과 임상 경로에서의 역할을 적는다',
          en: 'State intended use and role in care',
        }),
    ),
    item('4', 'objectives', '목적과 가설', 'Objectives and hypotheses', known.hypotheses),
    item(
      '5',
      'participants',
      '자료를 모은 때: 검사 전인지 후인지',
      'Data collection planned before or after the tests',
      () =>
        filled(
          '계획을 잠근 뒤 자료를 연다(사슬에 시각이 남는다)',
          'The plan is locked before data are opened (the chain keeps the time)',
        ),
    ),
    item(
      '6',
      'participants',
      '선정과 제외 기준',
      'Eligibility',
      write('선정·제외 기준을 적는다', 'Write the criteria'),
    ),
    item(
      '7',
      'participants',
      '무엇을 보고 대상을 찾았는지',
      'On what basis people were found',
      write('증상, 의뢰, 등록부 가운데 무엇인지 적는다', 'Symptoms, referral or registry: state which'),
    ),
    item('8', 'participants', '어디에서 언제', 'Where and when', known.centres),
    item(
      '9',
      'participants',
      '연속, 무작위, 편의 모집',
      'Consecutive, random or convenience',
      known.recruitment,
    ),
    item(
      '10a',
      'index-test',
      '기기를 재현할 만큼 자세히',
      'The device, in detail to replicate',
      known.deviceVersion,
    ),
    item(
      '10b',
      'reference',
      '기준 표준을 재현할 만큼 자세히',
      'The reference standard, in detail',
      write('기준 표준과 판정 절차를 적는다', 'Describe the standard and who applies it'),
    ),
    item(
      '11',
      'reference',
      '기준 표준을 고른 까닭',
      'Why this reference standard',
      write('대안이 있으면 고른 까닭을 적는다', 'Give the reason where there are alternatives'),
    ),
    item('12a', 'index-test', '기기의 문턱값과 근거', 'Cut-offs of the device', known.threshold),
    item(
      '12b',
      'reference',
      '기준 표준의 문턱값',
      'Cut-offs of the reference standard',
      write('기준 표준의 양성 기준을 적는다', 'State when it is positive'),
    ),
    item(
      '13a',
      'blinding',
      '기기 결과를 읽는 사람이 무엇을 알았는지',
      'What readers of the device knew',
      write('기준 표준과 임상 정보의 눈가림을 적는다', 'State blinding to the standard and clinical data'),
    ),
    item(
      '13b',
      'blinding',
      '기준 표준을 판정한 사람이 무엇을 알았는지',
      'What assessors of the standard knew',
      write('기기 결과의 눈가림을 적는다', 'State blinding to the device'),
    ),
    item(
      '14',
      'analysis',
      '정확도를 추정하고 견주는 방법',
      'Methods of estimation and comparison',
      known.analyses,
    ),
    item('15', 'analysis', '불확정 결과의 처리', 'Indeterminate results', known.indeterminate),
    item('16', 'analysis', '빠진 자료의 처리', 'Missing data', known.missing),
    item('17', 'analysis', '정확도의 변이(하위집단)', 'Variability of accuracy', (design) =>
      design.question.centres > 1
        ? filled('기관별 결과를 미리 정했다', 'Results by centre are pre-specified')
        : open('볼 하위집단을 미리 정한다', 'Pre-specify the subgroups'),
    ),
    item('18', 'sample-size', '표본 크기와 근거', 'Sample size', known.size),
    item('19', 'results', '대상자 흐름', 'Flow of participants', done),
    item('20', 'results', '대상의 특성', 'Baseline characteristics', done),
    item('21a', 'results', '질병의 중증도 분포', 'Severity of disease', done),
    item('21b', 'results', '질병 없는 사람의 다른 진단', 'Alternative diagnoses', done),
    item('22', 'results', '두 검사 사이의 시간과 치료', 'Interval and treatment between tests', done),
    item('23', 'results', '기기와 기준 표준의 교차표', 'Cross tabulation', done),
    item('24', 'results', '추정값과 정밀도', 'Estimates with their precision', done),
    item('25', 'results', '이상반응', 'Adverse events', done),
    item('26', 'results', '한계', 'Limitations', done),
    item('27', 'results', '임상에서의 뜻', 'Implications for practice', done),
    item(
      '28',
      'registration',
      '등록 번호',
      'Registration',
      write('등록처와 번호를 적는다', 'State registry and number'),
    ),
    item('29', 'registration', '프로토콜을 볼 수 있는 곳', 'Where the protocol can be read', () =>
      filled('이 문서의 해시가 계획서와 함께 잠긴다', 'The hash of this document is locked with the plan'),
    ),
    item(
      '30',
      'registration',
      '연구비와 역할',
      'Funding and its role',
      write('연구비와 역할을 적는다', 'State funding and its role'),
    ),
    item('A', 'data', '시험 자료의 출처와 만든 과정', 'Source and making of the test data', (design) =>
      filled(
        `자료의 열 ${design.data.cases.columns.length}개를 미리 정했다`,
        `${design.data.cases.columns.length} columns are fixed beforehand`,
      ),
    ),
    item(
      'B',
      'data',
      '학습 자료와 겹치지 않음',
      'No overlap with training data',
      write('학습·조율 자료와 시험 자료의 분리를 적는다', 'State how test data are kept apart from training'),
    ),
    item(
      'C',
      'reference',
      '정답 표시를 한 사람과 불일치 해결',
      'Who annotated, and how disagreement was settled',
      write('판정자 수, 경력, 합의 절차를 적는다', 'State number, experience and consensus of annotators'),
    ),
    item(
      'D',
      'index-test',
      '입력의 조건과 전처리',
      'Input requirements and preprocessing',
      write('장비, 형식, 품질 기준, 전처리를 적는다', 'State equipment, formats, quality and preprocessing'),
    ),
    item(
      'E',
      'index-test',
      '모형의 종류와 학습',
      'Type of algorithm and its training',
      write('알고리즘의 종류와 학습 자료를 적는다', 'State the type and its training data'),
    ),
    item(
      'F',
      'index-test',
      '기기의 출력과 보여주는 방식',
      'Output and how it is shown',
      write('점수, 표시, 설명을 적는다', 'State scores, marks and explanations'),
    ),
    item('G', 'index-test', '사람과 기기의 협업, 쓰는 사람의 숙련', 'Human use of the device', known.readers),
    item(
      'H',
      'analysis',
      '집단에 따른 편향과 공정성',
      'Bias and fairness across groups',
      write(
        '성별, 나이, 장비 등 살펴볼 집단을 적는다',
        'State the groups to be compared: sex, age, equipment',
      ),
    ),
    item(
      'I',
      'analysis',
      '틀린 경우의 분석',
      'Analysis of errors',
      write('위음성과 위양성을 검토하는 절차를 적는다', 'State how false results will be reviewed'),
    ),
    item('J', 'registration', '코드, 모형, 자료를 볼 수 있는지', 'Access to code, model and data', () =>
      filled(
        '분석 코드의 해시와 설정이 사슬에 남는다',
        'Hash and settings of the analysis code stay in the chain',
      ),
    ),
    item('K', 'registration', '이해관계와 제조사의 역할', 'Interests and role of the maker', (design) =>
      known.named(design, 'maker', { ko: '제조사와 이해관계를 적는다', en: 'State the maker and interests' }),
    ),
    item(
      'L',
      'registration',
      '윤리 심의와 개인정보',
      'Ethics and privacy',
      write('심의 번호와 가명 처리를 적는다', 'State approval and pseudonymisation'),
    ),
  ],
};
