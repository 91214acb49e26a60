import { type Text } from '@daero/domain/text';
import { joined, t } from './facts-in-words.ts';
import { type ReportFacts, type ReportingItem, type ReportingStandard } from './reporting-item.ts';

const item = (letter: string, about: Text, [ko, en]: readonly [string, string]): ReportingItem => ({
  ...{ item: letter, about },
  answer: () => ({ filled: null, open: t(ko, en) }),
});

/** Estimates of the chain that the model rests on: what of the device was measured, and is not assumed. */
const measured = ({ output }: ReportFacts): Text | null => {
  const of = output.parameters.filter(({ state }) => state === 'estimate');
  if (of.length === 0) return null;
  const names = joined(
    of.map(({ label, estimateId }) =>
      t(`${label.ko}(${estimateId ?? ''})`, `${label.en} (${estimateId ?? ''})`),
    ),
  );
  return t(`사슬의 추정값에 묶임: ${names.ko}`, `Bound to estimates of the chain: ${names.en}`);
};

/** The ten topics that CHEERS-AI adds to the 28. A model knows little of a device; what it does know is what its numbers are bound to. */
export const cheersAi: ReportingStandard = {
  id: 'cheers-ai',
  title: 'CHEERS-AI',
  source:
    'Elvidge et al. (2024), Value in Health 27, 1196-1205 (CHEERS 2022 and ten items for interventions that use AI)',
  note: t(
    'CHEERS-AI는 CHEERS 2022의 28개 항목에 10개를 더합니다. 글자(A–J)와 주제의 나눔은 여기에서 붙인 것이므로, 제출하기 전에 원문의 번호와 맞추십시오.',
    'CHEERS-AI adds ten items to the 28 of CHEERS 2022. The letters A-J and the way topics are split here are ours: match them with the numbers of the standard before submitting.',
  ),
  items: [
    item('A', t('AI가 하는 일과 그 종류', 'What the AI does, and what kind it is'), [
      '중재에서 AI가 맡는 일과 쓰인 방법의 종류를 적습니다.',
      'Say what part of the intervention is AI, and by which kind of method.',
    ]),
    item('B', t('사용자의 자율성', 'Autonomy of the user'), [
      'AI가 제안만 하는지 스스로 결정하는지, 누가 뒤집을 수 있는지 적습니다.',
      'Say whether the AI advises or decides, and who can overrule it.',
    ]),
    item('C', t('시간에 따른 학습', 'Learning over time'), [
      '쓰이는 동안 고정인지 바뀌는지, 바뀔 때 효과와 비용을 어떻게 다루었는지 적습니다.',
      'Say whether it is fixed or changes in use, and how effects and costs follow.',
    ]),
    item('D', t('개발과 판', 'Development and version'), [
      '제조사, 판, 허가 상태와 개발의 경위를 적습니다.',
      'State maker, version, clearance, and how it was developed.',
    ]),
    item('E', t('학습 자료', 'Training data'), [
      '학습에 쓴 자료와 평가 대상 집단이 얼마나 닮았는지 적습니다.',
      'Describe the data it was trained on, and how like the population they are.',
    ]),
    {
      item: 'F',
      about: t('성능의 검증', 'Validation of performance'),
      answer: (facts) => {
        const filled = measured(facts);
        const open = t(
          '어떤 기관과 환자에서 외부 검증을 하였는지 적습니다.',
          'Say in which centres and patients it was validated outside of its development.',
        );
        return { filled, open };
      },
    },
    item('G', t('사람과 AI의 상호작용', 'Interaction of people and AI'), [
      '같은 사례에서 사람과 AI가 함께 읽은 효과인지, 경보 피로와 자동화 편향을 다루었는지 적습니다.',
      'Say whether the effect is of people with AI in the same cases, and how alarm fatigue and automation bias were treated.',
    ]),
    item('H', t('도입 비용과 익숙해지는 과정', 'Cost of implementation and learning curve'), [
      '연동, 교육, 업무 변화의 비용과 익숙해지는 데 걸리는 시간을 적습니다.',
      'State the cost of integration and training, and the time until it is used well.',
    ]),
    item('I', t('유지와 갱신, 가격 방식', 'Upkeep, updates, way of pricing'), [
      '건당인지 사용권인지, 감시와 갱신, 기반 시설의 비용을 적습니다.',
      'Say whether it is paid by use or licence, and what monitoring, updates and infrastructure cost.',
    ]),
    item('J', t('집단에 따른 성능과 편향', 'Performance across groups, and bias'), [
      '성별, 나이, 장비에 따라 성능이 다른지와 그것이 결과에 미치는 영향을 적습니다.',
      'Say whether performance differs by sex, age or equipment, and what that does to the result.',
    ]),
  ],
};
