import { koreanDays, ready, study, takes } from './assumed.ts';
import * as say from './script.ts';
import type { Script } from './script.ts';

const licence = '허가증 (가상)';
const notice = '고시 (가상)';
const letter = '통지서 (가상)';

const authorised = (
  filed: readonly [number, number],
  took: readonly [number, number],
): readonly say.Step[] => [
  say.entered(filed, 'kr.authorise', { reason: '허가를 신청함', source: '접수증 (가상)' }),
  say.decided(took, 'kr.authorise', 'approve', ['kr.hira.check'], { reason: '허가됨', source: licence }),
  say.reached([0, 0], 'authorised', licence, { reason: '허가됨' }),
];

/** Routes on which a device is used before it is judged: deferral, immediate entry, temporary listing. */
export const earlyEntry: readonly Script[] = [
  {
    caseId: 'demo-news2-deferral',
    title: {
      ko: '조기경보점수 NEWS2 (기준 장치, 시연)',
      en: 'Early warning score NEWS2 (reference device, demonstration)',
    },
    product: { ko: 'NEWS2 조기경보점수', en: 'NEWS2 early warning score' },
    project: 'icu-early-warning',
    key: {
      productVersion: 'news2@2017',
      indication: 'icu-adult-first-day',
      act: 'early-warning',
      route: 'kr.r.defer',
    },
    jurisdiction: 'KR',
    version: '2025-03-06',
    openedDaysBefore: 562,
    openedWhy: '비교 문헌이 있어 평가유예로 길을 정함',
    steps: [
      ...authorised([3, 6], [95, 105]),
      say.entered([8, 10], 'kr.hira.check', { reason: '기존기술 여부 확인을 신청함' }),
      say.decided([34, 40], 'kr.hira.check', 'classified-new', ['kr.defer'], {
        reason: '기존기술이 아님',
        source: letter,
      }),
      say.entered([7, 9], 'kr.defer', { reason: '평가유예를 신청함' }),
      say.decided([35, 40], 'kr.defer', 'approve', ['kr.adopt'], {
        reason: '평가유예가 고시됨',
        source: notice,
      }),
      say.reached([0, 0], 'gazetted', notice, { reason: '평가유예가 고시됨' }),
      say.windowOpened([10, 14], 'kr.defer', { reason: '고시된 날부터 비급여로 사용함', source: notice }),
      say.entered([8, 12], 'kr.adopt', { reason: '첫 병원이 도입 검토를 시작함' }),
      say.moved([60, 62], '2026-01-26', { reason: '바뀐 규칙의 적용을 받기로 함' }),
      say.decided([60, 70], 'kr.adopt', 'approve', ['kr.evidence'], { reason: '첫 병원이 도입을 결정함' }),
      say.reached([0, 0], 'bought', '사용 계약 (가상)', { reason: '첫 병원과 계약함' }),
      say.reached([12, 16], 'used', '첫 사용 기록 (가상)', { reason: '첫 병동에서 쓰기 시작함' }),
      say.entered([6, 9], 'kr.evidence', { reason: '사용기간의 근거를 모으기 시작함' }),
    ],
    assumptions: (after) => [
      ...koreanDays,
      study([after(8), after(26), after(64)], 30, 60),
      ready('kr.listing:clinicalUtility', [after(560), after(700), after(900)]),
    ],
    bindings: [
      {
        claim: 'C-03',
        serves: ['kr.reassess:clinicalValidity', 'kr.listing:clinicalValidity'],
        level: 2,
        population: ['icu-adult-first-day'],
        comparator: null,
      },
      {
        claim: 'C-07',
        serves: ['kr.listing:costEffectiveness'],
        level: 4,
        population: ['icu-adult-first-day'],
        comparator: 'usual-care',
      },
    ],
  },
  {
    caseId: 'demo-chest-immediate',
    title: { ko: '흉부 X선 결절 판독 보조 2.0 (시연)', en: 'Chest nodule reading aid 2.0 (demonstration)' },
    product: { ko: '시연용 흉부 판독 보조', en: 'Demonstration chest aid' },
    project: 'chest-radiograph-readers',
    key: {
      productVersion: 'demonstration-chest-aid@2.0',
      indication: 'chest-nodule-adult',
      act: 'reading-aid',
      route: 'kr.r.immediate',
    },
    jurisdiction: 'KR',
    version: '2026-01-26',
    openedDaysBefore: 268,
    openedWhy: '즉시진입 품목 목록에 있고 강화된 임상평가를 마침',
    steps: [
      say.entered([5, 7], 'kr.authorise', { reason: '허가를 신청함', source: '접수증 (가상)' }),
      say.entered([5, 7], 'kr.hira.check', { reason: '확인을 허가와 함께 신청함' }),
      say.asked([50, 54], 'kr.authorise', {
        reason: '독립 자료의 성능을 다시 요청받음',
        source: '보완요청서 (가상)',
      }),
      say.decided([9, 11], 'kr.hira.check', 'classified-new', ['kr.immediate'], {
        reason: '기존기술이 아님',
        source: letter,
      }),
      say.answered([22, 25], 'kr.authorise', { reason: '보완 자료를 냄' }),
      say.decided([44, 48], 'kr.authorise', 'approve', ['kr.immediate'], {
        reason: '허가됨',
        source: licence,
      }),
      say.reached([0, 0], 'authorised', licence, { reason: '허가됨' }),
      say.entered([3, 5], 'kr.immediate', { reason: '즉시진입을 신청함' }),
      say.decided([38, 42], 'kr.immediate', 'approve', ['kr.adopt', 'kr.evidence'], {
        reason: '즉시진입이 고시됨',
        source: notice,
      }),
      say.reached([0, 0], 'gazetted', notice, { reason: '즉시진입이 고시됨' }),
      say.windowOpened([14, 16], 'kr.immediate', { reason: '고시된 날부터 사용함', source: notice }),
      say.entered([0, 0], 'kr.evidence', { reason: '사용기간의 근거를 모으기 시작함' }),
      say.entered([10, 12], 'kr.adopt', { reason: '첫 병원이 도입 검토를 시작함' }),
    ],
    assumptions: (after) => [...koreanDays, study([after(330), after(430), after(590)], 180, 60)],
    bindings: [
      {
        claim: 'C-01',
        serves: ['kr.reassess:clinicalValidity'],
        level: 2,
        population: ['chest-nodule-adult'],
        comparator: null,
      },
      {
        claim: 'C-03',
        serves: ['kr.reassess:clinicalUtility', 'kr.listing:clinicalUtility'],
        level: 2,
        population: ['chest-nodule-adult'],
        comparator: 'existing-method',
      },
    ],
  },
  {
    caseId: 'demo-brain-ct-temporary',
    title: { ko: '뇌 CT 출혈 분류 1.3 (시연)', en: 'Brain CT haemorrhage triage 1.3 (demonstration)' },
    product: { ko: '시연용 뇌 CT 출혈 분류', en: 'Demonstration brain CT triage' },
    project: null,
    key: {
      productVersion: 'demo-brain-ct@1.3',
      indication: 'suspected-haemorrhage-adult',
      act: 'triage',
      route: 'kr.r.innovative',
    },
    jurisdiction: 'KR',
    version: '2025-03-06',
    openedDaysBefore: 430,
    openedWhy: '통합심사와 임시등재의 길을 정함',
    steps: [
      say.entered([4, 6], 'kr.designate', { reason: '혁신의료기기 지정을 신청함' }),
      say.entered([0, 0], 'kr.integrated', { reason: '통합심사를 함께 신청함' }),
      say.entered([0, 0], 'kr.authorise', { reason: '허가를 따로 신청함' }),
      say.decided([34, 38], 'kr.designate', 'approve', ['kr.integrated'], {
        reason: '지정됨',
        source: letter,
      }),
      say.decided([50, 55], 'kr.integrated', 'approve', ['kr.templist'], {
        reason: '혁신의료기술로 인정됨',
        source: letter,
      }),
      say.decided([22, 26], 'kr.authorise', 'approve', [], { reason: '허가됨', source: licence }),
      say.reached([0, 0], 'authorised', licence, { reason: '허가됨' }),
      say.moved([30, 34], '2026-01-26', { reason: '바뀐 규칙의 적용을 받기로 함' }),
      say.entered([6, 8], 'kr.templist', { reason: '임시등재를 신청함' }),
      say.decided([82, 88], 'kr.templist', 'elect', ['kr.evidence'], {
        reason: '비급여를 골라 임시등재됨',
        source: notice,
      }),
      say.reached([0, 0], 'gazetted', notice, { reason: '임시등재가 고시됨' }),
      say.reached([0, 0], 'coded', '임시 코드 (가상)', { reason: '임시 코드를 받음' }),
      say.windowOpened([10, 14], 'kr.templist', { reason: '고시된 날부터 사용함', source: notice }),
      say.entered([0, 0], 'kr.evidence', { reason: '사용기간의 근거를 모으기 시작함' }),
    ],
    assumptions: (after) => [...koreanDays, study([after(240), after(400), after(560)], 90, 60)],
    bindings: [],
  },
  {
    caseId: 'demo-ecg-immediate',
    title: { ko: '심전도 심근경색 선별 1.0 (시연)', en: 'ECG infarction screening 1.0 (demonstration)' },
    product: { ko: '시연용 심전도 선별', en: 'Demonstration ECG screening' },
    project: null,
    key: {
      productVersion: 'demo-ecg@1.0',
      indication: 'chest-pain-adult',
      act: 'screening',
      route: 'kr.r.immediate',
    },
    jurisdiction: 'KR',
    version: '2026-01-26',
    openedDaysBefore: 118,
    openedWhy: '즉시진입 품목 목록에 있음',
    steps: [
      say.entered([6, 8], 'kr.authorise', { reason: '허가를 신청함', source: '접수증 (가상)' }),
      say.entered([3, 4], 'kr.hira.check', { reason: '확인을 허가와 함께 신청함' }),
      say.extended([26, 28], 'kr.hira.check', 30, {
        reason: '심층 검토가 필요하다는 통지를 받음',
        source: letter,
      }),
      say.asked([40, 44], 'kr.authorise', {
        reason: '하위집단 성능을 요청받음',
        source: '보완요청서 (가상)',
      }),
    ],
    assumptions: () => [...koreanDays, takes('kr.hira.check', [30, 60, 90])],
    bindings: [],
  },
];
