import { atLeast, counted, koreanDays, ready, takes } from './assumed.ts';
import * as say from './script.ts';
import type { Script } from './script.ts';

const licence = '허가증 (가상)';
const letter = '통지서 (가상)';

const checked = (...to: readonly string[]): readonly say.Step[] => [
  say.entered([4, 6], 'kr.authorise', { reason: '허가를 신청함', source: '접수증 (가상)' }),
  say.decided([92, 98], 'kr.authorise', 'approve', ['kr.hira.check'], { reason: '허가됨', source: licence }),
  say.reached([0, 0], 'authorised', licence, { reason: '허가됨' }),
  say.entered([8, 10], 'kr.hira.check', { reason: '기존기술 여부 확인을 신청함' }),
  say.decided([30, 36], 'kr.hira.check', 'classified-new', to, { reason: '기존기술이 아님', source: letter }),
];

/** Routes on which a device is judged before it is paid for, and existing technology. */
export const assessedFirst: readonly Script[] = [
  {
    caseId: 'demo-mammography-listed',
    title: { ko: '유방촬영 판독 보조 3.1 (시연)', en: 'Mammography reading aid 3.1 (demonstration)' },
    product: { ko: '시연용 유방촬영 판독 보조', en: 'Demonstration mammography aid' },
    project: null,
    key: {
      productVersion: 'demo-mammo@3.1',
      indication: 'screening-women-40-69',
      act: 'reading-aid',
      route: 'kr.r.traditional',
    },
    jurisdiction: 'KR',
    version: '2025-03-06',
    openedDaysBefore: 618,
    openedWhy: '비교 임상연구가 있어 순차 경로로 정함',
    steps: [
      ...checked('kr.nhta'),
      say.entered([8, 10], 'kr.nhta', { reason: '신의료기술평가를 신청함' }),
      say.decided([238, 246], 'kr.nhta', 'approve', ['kr.listing'], {
        reason: '안전성과 유효성이 인정됨',
        source: letter,
      }),
      say.reached([0, 0], 'gazetted', '고시 (가상)', { reason: '신의료기술로 고시됨' }),
      say.entered([9, 11], 'kr.listing', { reason: '요양급여 결정을 신청함' }),
      say.decided([96, 102], 'kr.listing', 'approve', ['t.benefit', 'kr.monitor', 'kr.adopt'], {
        reason: '급여로 등재됨',
        source: letter,
      }),
      say.reached([0, 0], 'coded', '행위 코드 (가상)', { reason: '행위 코드를 받음' }),
      say.entered([12, 14], 'kr.adopt', { reason: '첫 병원이 도입 검토를 시작함' }),
      say.entered([5, 6], 'kr.monitor', { reason: '등재 뒤 자료를 모으기 시작함' }),
    ],
    assumptions: () => koreanDays,
    bindings: [],
  },
  {
    caseId: 'demo-pathology-assessment',
    title: { ko: '전립선 병리 등급 분류 1.2 (시연)', en: 'Prostate pathology grading 1.2 (demonstration)' },
    product: { ko: '시연용 병리 등급 분류', en: 'Demonstration pathology grading' },
    project: null,
    key: {
      productVersion: 'demo-pathology@1.2',
      indication: 'prostate-biopsy',
      act: 'grading',
      route: 'kr.r.traditional',
    },
    jurisdiction: 'KR',
    version: '2026-01-26',
    openedDaysBefore: 286,
    openedWhy: '비교 임상연구가 있어 순차 경로로 정함',
    steps: [
      ...checked('kr.nhta'),
      say.entered([14, 18], 'kr.nhta', { reason: '신의료기술평가를 신청함' }),
      say.asked([60, 64], 'kr.nhta', { reason: '참조 기준의 근거를 요청받음', source: '보완요청서 (가상)' }),
      say.answered([20, 24], 'kr.nhta', { reason: '보완 자료를 냄' }),
    ],
    assumptions: (after) => [
      ...koreanDays,
      ready('kr.listing:costEffectiveness', [after(120), after(210), after(330)]),
      ready('kr.listing:clinicalUtility', [after(60), after(90), after(150)]),
    ],
    bindings: [],
    policies: [atLeast('kr.listing:clinicalUtility', 800)],
  },
  {
    caseId: 'demo-polyp-appeal',
    title: { ko: '대장내시경 용종 탐지 2.2 (시연)', en: 'Colonoscopy polyp detection 2.2 (demonstration)' },
    product: { ko: '시연용 용종 탐지', en: 'Demonstration polyp detection' },
    project: null,
    key: {
      productVersion: 'demo-polyp@2.2',
      indication: 'colonoscopy-adult',
      act: 'detection',
      route: 'kr.r.one_stop',
    },
    jurisdiction: 'KR',
    version: '2025-03-06',
    openedDaysBefore: 560,
    openedWhy: '허가와 평가를 함께 진행하기로 함',
    steps: [
      say.entered([5, 7], 'kr.authorise', { reason: '허가를 신청함', source: '접수증 (가상)' }),
      say.entered([0, 0], 'kr.hira.check', { reason: '확인을 함께 신청함' }),
      say.entered([0, 0], 'kr.nhta', { reason: '신의료기술평가를 함께 신청함' }),
      say.decided([55, 60], 'kr.hira.check', 'classified-new', ['kr.nhta'], {
        reason: '기존기술이 아님',
        source: letter,
      }),
      say.decided([40, 44], 'kr.authorise', 'approve', ['kr.hira.check'], {
        reason: '허가됨',
        source: licence,
      }),
      say.reached([0, 0], 'authorised', licence, { reason: '허가됨' }),
      say.decided([260, 270], 'kr.nhta', 'reject', ['t.exit'], {
        reason: '유효성 근거가 부족하다는 결정',
        source: letter,
      }),
      say.appealed([24, 28], 'kr.nhta', { reason: '새로 나온 비교 연구를 들어 이의를 신청함' }),
    ],
    assumptions: () => koreanDays,
    bindings: [],
  },
  {
    caseId: 'demo-fundus-existing',
    title: {
      ko: '안저 당뇨망막병증 선별 1.1 (시연)',
      en: 'Fundus retinopathy screening 1.1 (demonstration)',
    },
    product: { ko: '시연용 안저 선별', en: 'Demonstration fundus screening' },
    project: null,
    key: {
      productVersion: 'demo-fundus@1.1',
      indication: 'diabetes-adult',
      act: 'screening',
      route: 'kr.r.existing',
    },
    jurisdiction: 'KR',
    version: '2026-01-26',
    openedDaysBefore: 250,
    openedWhy: '기존 행위에 드는지 먼저 확인하기로 함',
    steps: [
      say.entered([4, 6], 'kr.authorise', { reason: '허가를 신청함', source: '접수증 (가상)' }),
      say.decided([90, 96], 'kr.authorise', 'approve', ['kr.hira.check'], {
        reason: '허가됨',
        source: licence,
      }),
      say.reached([0, 0], 'authorised', licence, { reason: '허가됨' }),
      say.entered([8, 10], 'kr.hira.check', { reason: '기존기술 여부 확인을 신청함' }),
      say.decided([30, 34], 'kr.hira.check', 'classified-existing', ['t.existing'], {
        reason: '기존기술로 판정됨',
        source: letter,
      }),
      say.reached([50, 60], 'bought', '구매 계약 (가상)', { reason: '첫 병원이 자체 예산으로 구매함' }),
    ],
    assumptions: () => counted('kr.hira.check'),
    bindings: [],
  },
  {
    caseId: 'demo-chest-next',
    title: {
      ko: '흉부 X선 응급 선별 2.1 (시연)',
      en: 'Chest radiograph triage 2.1 (demonstration)',
    },
    product: { ko: '시연용 흉부 판독 보조', en: 'Demonstration chest aid' },
    project: 'chest-radiograph-readers',
    key: {
      productVersion: 'demonstration-chest-aid@2.1',
      indication: 'chest-emergency-adult',
      act: 'triage',
      route: 'kr.r.parallel_listing',
    },
    jurisdiction: 'KR',
    version: '2025-11-18',
    openedDaysBefore: 330,
    openedWhy: '적응증을 넓힌 새 판의 허가와 등재를 함께 준비함',
    steps: [
      say.entered([230, 236], 'kr.authorise', { reason: '새 판의 허가를 신청함', source: '접수증 (가상)' }),
    ],
    assumptions: (after) => [
      ...koreanDays,
      ready('kr.nhta:clinicalUtility', [after(150), after(220), after(300)]),
    ],
    bindings: [],
  },
];

/** The same road elsewhere. */
export const elsewhere: readonly Script[] = [
  {
    caseId: 'demo-chest-us',
    title: {
      ko: '흉부 X선 결절 판독 보조 2.0, 미국 (시연)',
      en: 'Chest nodule reading aid 2.0, United States (demonstration)',
    },
    product: { ko: '시연용 흉부 판독 보조', en: 'Demonstration chest aid' },
    project: 'chest-radiograph-readers',
    key: {
      productVersion: 'demonstration-chest-aid@2.0',
      indication: 'chest-nodule-adult',
      act: 'reading-aid',
      route: 'us.r.std',
    },
    jurisdiction: 'US',
    version: '2026-11',
    openedDaysBefore: 300,
    openedWhy: 'a predicate device exists',
    steps: [
      say.entered([4, 6], 'us.510k', {
        reason: 'application filed',
        source: 'receipt (invented)',
        abroad: true,
      }),
      say.asked([50, 56], 'us.510k', {
        reason: 'additional information requested',
        source: 'letter (invented)',
        abroad: true,
      }),
      say.answered([40, 46], 'us.510k', { reason: 'information handed in', abroad: true }),
      say.decided([34, 40], 'us.510k', 'approve', ['t.market', 'us.cpt3'], {
        reason: 'cleared',
        source: 'K-000000 (invented)',
        abroad: true,
      }),
      say.reached([0, 0], 'authorised', 'K-000000 (invented)', { reason: 'cleared', abroad: true }),
      say.entered([30, 34], 'us.cpt3', { reason: 'code applied for', abroad: true }),
    ],
    assumptions: () => [takes('us.cpt3', [240, 330, 480])],
    bindings: [],
  },
  {
    caseId: 'demo-rehab-germany',
    title: {
      ko: '재활 운동 지도 앱 4.0, 독일 (시연)',
      en: 'Rehabilitation exercise app 4.0, Germany (demonstration)',
    },
    product: { ko: '시연용 재활 운동 지도', en: 'Demonstration rehabilitation app' },
    project: null,
    key: {
      productVersion: 'demo-rehab@4.0',
      indication: 'knee-osteoarthritis',
      act: 'self-training',
      route: 'de.r.diga',
    },
    jurisdiction: 'DE',
    version: '2026-11',
    openedDaysBefore: 610,
    openedWhy: 'class IIa with a concept for evaluation',
    steps: [
      say.entered([4, 6], 'de.mdr', { reason: 'conformity assessment begun', abroad: true }),
      say.decided([360, 366], 'de.mdr', 'approve', ['t.ce', 'de.diga'], {
        reason: 'CE marked',
        source: 'certificate (invented)',
        abroad: true,
      }),
      say.reached([0, 0], 'authorised', 'certificate (invented)', { reason: 'CE marked', abroad: true }),
      say.entered([20, 24], 'de.diga', { reason: 'application to the directory', abroad: true }),
      say.decided([84, 88], 'de.diga', 'conditional', ['de.trial'], {
        reason: 'provisional listing',
        source: 'notice (invented)',
        abroad: true,
      }),
      say.reached([0, 0], 'coded', 'directory number (invented)', {
        reason: 'in the directory',
        abroad: true,
      }),
      say.entered([0, 0], 'de.trial', { reason: 'trial year begun', abroad: true }),
      say.windowOpened([0, 0], 'de.trial', { reason: 'trial year begun', abroad: true }),
    ],
    assumptions: () => [],
    bindings: [],
  },
];
