import { filled, open, type Checklist, type ChecklistItem } from './checklist.ts';
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

/** The items that SPIRIT-AI adds to SPIRIT, by their numbers. */
export const spiritAi: Checklist = {
  id: 'spirit-ai',
  title: 'SPIRIT-AI',
  source: 'Cruz Rivera and others (2020), Nature Medicine 26, 1351-1363 (SPIRIT-AI extension)',
  note: {
    ko: 'SPIRIT에 더해진 15개 항목이다. 환자에게 개입하는 시험이 아니면 일부는 해당하지 않는다. 문장은 요약이므로 원문을 함께 본다.',
    en: 'The 15 items added to SPIRIT. Where the study does not intervene in care some do not apply. The wording is a summary: read the standard beside it.',
  },
  items: [
    item(
      '1 (i)',
      'summary',
      '인공지능을 쓰는 연구임과 모형의 종류',
      'Says that AI is studied, and of which type',
      (design) =>
        known.named(design, 'title', {
          ko: '제목에 인공지능임과 종류를 적는다',
          en: 'Name AI and its type in the title',
        }),
    ),
    item('1 (ii)', 'summary', '사용 목적', 'Intended use', (design) =>
      known.named(design, 'indication', { ko: '사용 목적을 적는다', en: 'State the intended use' }),
    ),
    item(
      '6a (i)',
      'summary',
      '진료 경로에서의 자리와 쓰는 사람',
      'Place in the pathway and users',
      known.readers,
    ),
    item(
      '6a (ii)',
      'summary',
      '이미 있는 검증 근거',
      'Evidence that exists already',
      write('지금까지의 검증 결과를 적는다', 'State earlier validation'),
    ),
    item('9', 'participants', '기관에 갖추어야 할 것', 'What a site must have', (design) =>
      design.question.centres > 1
        ? filled(
            `기관 ${design.question.centres}곳. 갖출 것은 저자가 적는다`,
            `${design.question.centres} centres. What each must have is for the authors`,
          )
        : open('기관에 필요한 장비와 연결을 적는다', 'State equipment and connections of a site'),
    ),
    item(
      '10 (i)',
      'participants',
      '대상의 선정과 제외',
      'Eligibility of participants',
      write('대상의 기준을 적는다', 'State the criteria for people'),
    ),
    item(
      '10 (ii)',
      'participants',
      '입력 자료의 선정과 제외',
      'Eligibility of input data',
      write('입력 자료의 기준을 적는다', 'State the criteria for inputs'),
    ),
    item('11a (i)', 'index-test', '알고리즘의 판', 'Version of the algorithm', known.deviceVersion),
    item(
      '11a (ii)',
      'index-test',
      '입력을 얻고 고르는 절차',
      'How inputs are acquired and selected',
      write('입력을 얻고 고르는 절차를 적는다', 'State acquisition and selection'),
    ),
    item(
      '11a (iii)',
      'analysis',
      '품질이 낮거나 없는 입력의 처리',
      'Poor or missing inputs',
      known.indeterminate,
    ),
    item(
      '11a (iv)',
      'index-test',
      '사람과의 상호작용, 필요한 숙련',
      'Human interaction and skill',
      known.readers,
    ),
    item('11a (v)', 'index-test', '기기의 출력', 'Output of the device', known.threshold),
    item(
      '11a (vi)',
      'index-test',
      '출력이 진료 결정에 이르는 과정',
      'How output leads to decisions',
      write('출력이 결정에 어떻게 쓰이는지 적는다', 'State how the output is acted on'),
    ),
    item(
      '22',
      'analysis',
      '성능 오류를 찾고 분석하는 계획',
      'Plan to find and analyse errors',
      write('오류를 찾아 분석하는 절차를 적는다', 'State how errors are found and analysed'),
    ),
    item(
      '29',
      'registration',
      '기기와 코드에 접근할 수 있는지',
      'Access to the device and its code',
      write('접근 조건을 적는다', 'State the terms of access'),
    ),
  ],
};
