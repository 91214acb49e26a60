import type { Text } from '@daero/domain/text';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { Grounds } from '../jurisdiction/schema.ts';

/**
 * A condition that a route makes, in the expression language over the facts of its country. It holds from its day on;
 * a change of the law is another row.
 */
export type EligibilityRule = Grounds & {
  readonly route: string;
  readonly requires: string;
  readonly text: Text;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
};

const rule = (
  route: string,
  requires: string,
  text: Text,
  grounds: Grounds,
  from: string | null = null,
): EligibilityRule => ({
  route,
  requires,
  text,
  ...grounds,
  from: from === null ? null : isoDate(from),
  until: null,
});
const stated = (...source: readonly string[]): Grounds => ({ source, confidence: 'stated-in-source' });
const inferred = (...source: readonly string[]): Grounds => ({ source, confidence: 'inferred-from-sources' });

const notExisting: Text = {
  ko: '기존기술 확인에서 새로운 기술로 판정되어야 합니다.',
  en: 'The benefit-status check must find a new technology.',
};
const notAssessed: Text = {
  ko: '이미 신의료기술평가를 받은 기술은 이 경로를 쓸 수 없습니다.',
  en: 'A technology already assessed by nHTA cannot use this route.',
};
const compared: Text = {
  ko: '기존 방법 이상의 안전성과 유효성을 비교 임상연구로 보여야 합니다.',
  en: 'Comparative clinical studies must show safety and effectiveness at least equal to existing methods.',
};

export const eligibilityRules: readonly EligibilityRule[] = [
  ...['kr.r.traditional', 'kr.r.parallel_listing', 'kr.r.one_stop'].flatMap((route) => [
    rule(route, 'not existing_technology', notExisting, stated('slides2410')),
    rule(route, 'effect_at_least_equal', compared, stated('slides2410')),
  ]),
  rule(
    'kr.r.existing',
    'existing_technology',
    {
      ko: '기존기술 확인에서 기존기술로 판정되어야 합니다.',
      en: 'The benefit-status check must find an existing technology.',
    },
    stated('slides2410', 'data2019'),
  ),
  rule('kr.r.defer', 'not existing_technology', notExisting, stated('slides2410')),
  rule('kr.r.defer', 'not already_assessed', notAssessed, stated('rule25.04')),
  rule(
    'kr.r.defer',
    'comparative_literature',
    {
      ko: '비교 문헌, 또는 비침습 기술이면 허가에 쓴 임상자료가 있어야 합니다.',
      en: 'There must be comparative literature or, for a non-invasive technology, the trial data used for approval.',
    },
    stated('rule25.04', 'kuki2016'),
  ),
  rule(
    'kr.r.innovative',
    'digital',
    {
      ko: '통합심사는 AI·빅데이터와 디지털·웨어러블 제품을 대상으로 합니다.',
      en: 'Integrated review is for AI, big-data, digital and wearable products.',
    },
    stated('hk.int'),
    '2022-10-31',
  ),
  rule(
    'kr.r.innovative',
    'innovative_designation',
    {
      ko: '혁신의료기기 지정(통합심사에서 함께 신청)이 있어야 합니다.',
      en: 'It needs the designation as an innovative device, which integrated review includes.',
    },
    stated('hk.int', 'itlab.int'),
    '2022-10-31',
  ),
  rule('kr.r.innovative', 'not existing_technology', notExisting, inferred('hk.int')),
  rule(
    'kr.r.innovative',
    'safety_shown',
    {
      ko: '안전성이 인정되어야 합니다(유효성 근거는 부족해도 됩니다).',
      en: 'Safety must be accepted; the evidence of effect may be short.',
    },
    stated('hineca', 'inno2022'),
  ),
  rule(
    'kr.r.immediate',
    'item_listed',
    { ko: '공고된 즉시진입 품목 목록에 있어야 합니다.', en: 'The item must be on the public list.' },
    stated('newsdao.ie', 'mph.ie'),
    '2026-01-26',
  ),
  rule(
    'kr.r.immediate',
    'not existing_technology',
    notExisting,
    stated('newsdao.ie', 'mph.ie'),
    '2026-01-26',
  ),
  rule(
    'kr.r.immediate',
    'enhanced_evaluation',
    {
      ko: '국제 수준의 강화된 임상평가를 거쳐 허가되어야 합니다.',
      en: 'It must be authorised with the enhanced clinical evaluation of international standard.',
    },
    stated('mt.ie'),
    '2026-01-26',
  ),
  rule(
    'kr.r.immediate',
    'device_class >= 2',
    {
      ko: '1등급은 임상평가 없이 신고만 하므로 이 경로를 쓸 수 없습니다.',
      en: 'Class 1 devices are notified without a clinical evaluation, so they cannot use this route.',
    },
    inferred('rainfo', 'mt.ie'),
    '2026-01-26',
  ),
  rule(
    'us.r.std',
    'predicate',
    { ko: '510(k)에는 동등성을 견줄 기허가 기기가 있어야 합니다.', en: 'A 510(k) needs a predicate device.' },
    inferred('reguvirta'),
  ),
  rule(
    'us.r.tcet',
    'breakthrough and benefit_category',
    {
      ko: '메디케어 급여 범주에 드는 FDA 혁신기기여야 합니다.',
      en: 'It must be an FDA breakthrough device in a Medicare benefit category.',
    },
    stated('natlaw.tcet'),
    '2024-08-12',
  ),
  rule(
    'de.r.diga',
    'mdr_class <= 2',
    {
      ko: '잠정 등재(시험 연도)는 IIb등급에 열려 있지 않습니다(IIb는 2024년 법으로 영구 등재만).',
      en: 'The trial year is not open to class IIb, which the 2024 Act admits without provisional listing.',
    },
    stated('qb.act'),
  ),
  rule(
    'de.r.diga',
    'care_effect_plan',
    {
      ko: '긍정적 진료 효과의 연구나 평가 계획을 내야 합니다.',
      en: 'A study of a positive care effect, or a concept to evaluate it, must be filed.',
    },
    stated('study'),
  ),
  rule(
    'fr.r.pecan',
    'ans_certificate',
    {
      ko: '상호운용성·보안 인증이 있어야 합니다.',
      en: 'The interoperability and security certificate is needed.',
    },
    { source: null, confidence: 'general-knowledge-unverified' },
  ),
];
