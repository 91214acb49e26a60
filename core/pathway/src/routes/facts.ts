import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';

/** Something about a product that decides which routes it may use; the question is put as a person would ask it. */
export type RouteFact = {
  readonly name: string;
  readonly question: Text;
  /** The values it may take: 1 and 0 for yes and no, or the classes. */
  readonly values: readonly number[];
};

const yesNo = (name: string, ko: string, en: string): RouteFact => ({
  name,
  question: { ko, en },
  values: [0, 1],
});

const asked: Readonly<Record<string, readonly RouteFact[]>> = {
  KR: [
    { name: 'device_class', question: { ko: '의료기기 등급', en: 'Device class' }, values: [1, 2, 3, 4] },
    yesNo(
      'item_listed',
      '공고된 즉시진입 품목 목록에 있습니까?',
      'Is the item on the public list for immediate entry?',
    ),
    yesNo(
      'enhanced_evaluation',
      '강화된 임상평가를 거쳐 허가되었습니까(또는 그렇게 신청합니까)?',
      'Is it authorised, or filed, with the enhanced clinical evaluation?',
    ),
    yesNo(
      'existing_technology',
      '기존기술 확인 결과가 기존기술입니까?',
      'Did the benefit-status check find an existing technology?',
    ),
    yesNo(
      'digital',
      'AI·빅데이터 또는 디지털·웨어러블 제품입니까?',
      'Is it an AI, big-data, digital or wearable product?',
    ),
    yesNo(
      'innovative_designation',
      '혁신의료기기로 지정되었습니까(또는 통합심사로 신청합니까)?',
      'Is it a designated innovative device, or filed for integrated review?',
    ),
    yesNo('safety_shown', '안전성이 인정됩니까?', 'Is its safety accepted?'),
    yesNo(
      'effect_at_least_equal',
      '기존 방법 이상의 효과를 비교 임상연구로 보였습니까?',
      'Do comparative clinical studies show an effect at least equal to existing methods?',
    ),
    yesNo(
      'comparative_literature',
      '비교 문헌이 있거나, 비침습 기술로서 허가에 쓴 임상자료가 있습니까?',
      'Is there comparative literature or, for a non-invasive technology, the trial data used for approval?',
    ),
    yesNo(
      'already_assessed',
      '이미 신의료기술평가를 받았습니까?',
      'Has it been through new health technology assessment already?',
    ),
  ],
  US: [
    yesNo('predicate', '동등성을 견줄 기허가 기기가 있습니까?', 'Is there a predicate device?'),
    yesNo(
      'breakthrough',
      'FDA 혁신기기(Breakthrough)로 지정되었습니까?',
      'Is it an FDA breakthrough device?',
    ),
    yesNo('benefit_category', '메디케어 급여 범주에 듭니까?', 'Is it in a Medicare benefit category?'),
  ],
  DE: [
    {
      name: 'mdr_class',
      question: {
        ko: 'MDR 등급(1: I, 2: IIa, 3: IIb, 4: III)',
        en: 'MDR class (1: I, 2: IIa, 3: IIb, 4: III)',
      },
      values: [1, 2, 3, 4],
    },
    yesNo(
      'care_effect_plan',
      '긍정적 진료 효과의 연구나 평가 계획이 있습니까?',
      'Is there a study of a positive care effect, or a concept to evaluate it?',
    ),
  ],
  FR: [
    yesNo(
      'ans_certificate',
      '상호운용성·보안 인증을 받을 수 있습니까?',
      'Can it obtain the interoperability and security certificate?',
    ),
  ],
  UK: [],
  JP: [],
};

export const routeFacts = (code: string): readonly RouteFact[] => asked[code] ?? [];

/** What is known of a product; a fact that is not there is not known. */
export type Facts = ReadonlyMap<string, number>;

/** Known facts with their names and values checked. */
export function readFacts(code: string, given: Readonly<Record<string, number | boolean>>): Result<Facts> {
  const known = routeFacts(code);
  const facts = new Map<string, number>();
  for (const [name, value] of Object.entries(given)) {
    const fact = known.find((one) => one.name === name);
    if (fact === undefined)
      return fail({ kind: 'route-fact-unknown', name, known: known.map((one) => one.name) });
    const number = Number(value);
    if (!fact.values.includes(number))
      return fail({ kind: 'route-fact-value', name, value: String(value), allowed: fact.values });
    facts.set(name, number);
  }
  return succeed(facts);
}
