import type { Text } from '@daero/domain/text';
import type { Grounds } from '../record/event.ts';

/** The programmes that the office runs; each has steps of its own. */
export const kinds = ['consortium-validation', 'data-voucher', 'demonstration', 'training'] as const;
export type Kind = (typeof kinds)[number];

/** One step of a programme, in the order in which it is taken. */
export type Step = { readonly step: string; readonly name: Text };

/** What sources say of the money of a programme; null where none was found. */
export type KnownTerms = {
  readonly text: Text;
  readonly since: string;
} & Grounds;

export type KindRules = {
  readonly name: Text;
  readonly steps: readonly Step[];
  readonly known: readonly KnownTerms[];
};

const step = (name: string, ko: string, en: string): Step => ({ step: name, name: { ko, en } });
const known = (
  since: string,
  ko: string,
  en: string,
  source: string,
  confidence: Grounds['confidence'] = 'stated-in-source',
): KnownTerms => ({ since, text: { ko, en }, source, confidence });

export const kindRules: Readonly<Record<Kind, KindRules>> = {
  'consortium-validation': {
    name: { ko: '병원·기업 컨소시엄 검증사업', en: 'hospital-company consortium validation' },
    steps: [
      step('protocol', '계획서 확정', 'protocol fixed'),
      step('validation', '다기관 임상 검증', 'multi-centre clinical validation'),
      step('real-world', '실사용 자료 축적', 'real-world data accumulated'),
      step('economics', '비용효과성 평가', 'cost-effectiveness evaluated'),
      step('adoption', '병원 도입', 'adopted by hospitals'),
      step('market', '시장 확대', 'market entered'),
    ],
    known: [
      known(
        '2026',
        '2026~2027년 병원·기업 컨소시엄의 다기관 검증, 실사용 근거, 비용효과성, 마케팅을 지원합니다. 공고문, 배점표, 과제 수는 찾지 못했습니다.',
        'In 2026-2027 consortia of hospitals and companies are supported in validation, evidence of use, cost-effectiveness and marketing. The text of the call, its score sheet and the number of projects were not found.',
        'https://en.sedaily.com/culture/2026/03/31/korea-builds-commercialization-highway-for-ai-medical',
        'from-seeds',
      ),
      known(
        '2026-01-07',
        '식약처 몫: 9개 안팎의 과제, 과제당 15억 원까지, 민간부담 30%(현물 포함).',
        'Part of the MFDS: about 9 projects, up to KRW 1.5bn each, 30% private share including in kind.',
        'http://m.bokuennews.com/m/m_article.html?no=272033',
      ),
    ],
  },
  'data-voucher': {
    name: { ko: '의료 AI 데이터 활용 바우처', en: 'medical AI data voucher' },
    steps: [
      step('matching', '수요·공급 매칭', 'company and hospital matched'),
      step('contract', '데이터 이용 협약', 'contract on use of data'),
      step('review-board', '심의위원회 심의', 'data review board'),
      step('processing', '데이터 가공·분석', 'data processed and analysed'),
      step('delivery', '결과 제공', 'result delivered'),
    ],
    known: [
      known(
        '2026-02-10',
        '대형 10개 3억 2천만 원, 중형 10개 1억 6천만 원, 소형 20개 8천만 원. 지원금은 과제 단가의 80% 수준이며 기업 부담은 20% 안팎(소기업 15%, 중기업 25%)입니다.',
        '10 large of KRW 320m, 10 medium of KRW 160m, 20 small of KRW 80m. About 80% of the price of a project is granted; the company bears about 20% (small companies 15%, medium-sized 25%).',
        'https://www.medicaltimes.com/Mobile/News/NewsView.html?ID=1167261',
      ),
    ],
  },
  demonstration: {
    name: { ko: '의료 AI 실증사업', en: 'medical AI demonstration project' },
    steps: [
      step('set-up', '실증 환경 구축', 'set up'),
      step('metrics', '지표 설계', 'metrics designed'),
      step('integration', '시스템 연동', 'integrated'),
      step('pilot', '시범 운영', 'pilot'),
      step('analysis', '결과 분석', 'results analysed'),
    ],
    known: [
      known(
        '2026-03-31',
        '22개 과제: 허가 의료기기 12개(32억 원), 비의료기기 10개(16억 원), 지원 80%, 7개 컨소시엄 45개 병원.',
        '22 projects: 12 of approved devices (KRW 3.2bn), 10 of others (KRW 1.6bn), 80% granted, 45 hospitals in 7 consortia.',
        'https://biz.chosun.com/en/en-science/2026/03/30/PY7BIW6JWFAEHH6RMJHJU4CBVM/',
      ),
    ],
  },
  training: {
    name: { ko: '의료인력 AI 교육', en: 'training of clinical staff' },
    steps: [
      step('needs', '수요 조사', 'needs assessed'),
      step('curriculum', '교육과정 개발', 'curriculum made'),
      step('courses', '교육 운영', 'courses held'),
      step('competence', '역량 평가', 'competence assessed'),
    ],
    known: [
      known(
        '2025-12-05',
        '2025년 6월 4개 병원에서 시작하여 2026년에는 병원 규모별로 운영합니다. 지원 비율은 찾지 못했습니다.',
        'Began in June 2025 at 4 hospitals, tailored by size of hospital in 2026. The granted share was not found.',
        'https://biz.heraldcorp.com/article/10630553',
      ),
    ],
  },
};
