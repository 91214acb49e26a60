import { type Text } from '@daero/domain/text';
import { informationOf, joined, plain, t } from './facts-in-words.ts';
import { type ReportFacts, type ReportingItem, type ReportingStandard } from './reporting-item.ts';

const item = (
  number: string,
  about: Text,
  [ko, en]: readonly [string, string],
  fill: (facts: ReportFacts) => Text | null = () => null,
): ReportingItem => ({
  ...{ item: number, about },
  answer: (facts) => ({ filled: fill(facts), open: t(ko, en) }),
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

/** What it would be worth to know what was measured of the device, against everything. */
const valueOfKnowing = (facts: ReportFacts): Text | null => {
  const found = informationOf(facts);
  const of = (found?.parameters ?? []).filter(({ state }) => state === 'estimate');
  if (found === null || of.length === 0) return null;
  const list = joined(
    of.map(({ parameter, value }) => t(`${parameter.ko} ${plain(value)}`, `${parameter.en} ${plain(value)}`)),
  );
  return t(
    `EVPPI(결정 하나, ${found.currency}): ${list.ko}; 모두 알 때(EVPI) ${plain(found.perfect.value)}`,
    `EVPPI (a decision, ${found.currency}): ${list.en}; everything (EVPI) ${plain(found.perfect.value)}`,
  );
};

const source =
  'Elvidge et al. (2024), Value in Health 27, 1196-1205, doi 10.1016/j.jval.2024.05.006 (CHEERS 2022 and ten items for interventions that use AI)';
const note = t(
  '번호와 주제는 논문의 표를 옮겨 적은 공개 자료(2026. 11. 23. 확인)에 맞춘 것이며, 논문 원문과는 대조하지 못했습니다. 문장은 요약이므로 제출하기 전에 원문과 맞추십시오.',
  'Numbers and topics follow a public transcript of the tables of the paper (seen on 23 Nov 2026); they were not checked against the paper itself. The wording is a summary: compare it with the standard before submitting.',
);

/** The ten items that CHEERS-AI adds to the 28. A model knows little of a device; what it does know is what its numbers are bound to. */
export const cheersAi: ReportingStandard = {
  id: 'cheers-ai',
  title: 'CHEERS-AI',
  source,
  note,
  items: [
    item('AI 1', t('사용자의 자율성', 'Autonomy of the user'), [
      'AI가 진료를 바로 정하는지, 사용자가 결정권을 갖는지 적습니다.',
      'Say whether the AI directs care or the user keeps the decision.',
    ]),
    item(
      'AI 2',
      t('AI 효과의 측정', 'How the effect of the AI was measured'),
      [
        '효과의 근거가 된 평가 연구를 적습니다. 학습 자료와는 다른 것입니다.',
        'Name the studies behind the effect; training data are something else.',
      ],
      measured,
    ),
    item('AI 3', t('학습에 따른 변화의 측정', 'Learning over time, as measured'), [
      '쓰면서 배우는 AI라면 성능이 어떻게 달라지고 어떻게 쟀는지 적습니다. 고정된 판이면 그렇게 적습니다.',
      'Where it learns in use, say how performance changes and how that was measured; where it is locked, say so.',
    ]),
    item('AI 4', t('AI의 개발', 'Development of the AI'), [
      '학습 자료와, 오류와 편향을 어떻게 찾았는지 적거나 출처를 밝힙니다.',
      'Describe the training data and how errors and biases were found, or cite where this stands.',
    ]),
    item('AI 5', t('AI의 검증', 'Validation of the AI'), [
      '성능 추정을 안팎에서 어떻게 검증하였는지 적거나 출처를 밝힙니다.',
      'Describe internal and external validation of its performance, or cite where this stands.',
    ]),
    item('AI 6', t('건강상의 이득이 생기는 길', 'How health is gained'), [
      'AI가 건강을 곧바로 또는 에둘러 어떻게 좋게 하는지 적습니다.',
      'Say how the AI leads to health, directly or by way of care.',
    ]),
    item('AI 7', t('집단의 차이', 'Differences between populations'), [
      '평가 연구의 대상과 학습 자료의 대상이 어떻게 다른지 적습니다.',
      'Say how the people of the assessment studies differ from those it was trained on.',
    ]),
    item('AI 8', t('학습에 따른 변화의 모형화', 'Learning over time, as modelled'), [
      '학습에 따른 성능의 변화를 모형에서 어떻게 가정하였는지 적습니다.',
      'State the assumptions by which the model lets performance change with learning.',
    ]),
    item(
      'AI 9',
      t('AI에서 오는 불확실성의 영향', 'What uncertainty about the AI does'),
      [
        'AI라서 더 불확실해지는 것이 결과에 얼마나 미치는지 적습니다.',
        'Say how far features of the AI add to the uncertainty of the result.',
      ],
      valueOfKnowing,
    ),
    item('AI 10', t('AI의 도입', 'Putting the AI into practice'), [
      '진료에 들이는 데 필요한 것과 걸림돌, 결과를 읽을 때 갖는 뜻을 적습니다.',
      'Say what it takes to bring it into practice, and what that means for reading the result.',
    ]),
  ],
};

/** What CHEERS-AI asks more of eight items of CHEERS 2022; they keep their numbers. */
export const cheersAiElaborations: ReportingStandard = {
  id: 'cheers-ai-elaborations',
  title: 'CHEERS-AI: 1, 2, 7, 11, 12, 14, 16, 26',
  source,
  note: t(
    'CHEERS 2022의 여덟 항목에 CHEERS-AI가 덧붙여 묻는 것입니다. 38개를 세는 데에는 들지 않습니다. 출처의 한계는 위와 같습니다.',
    'What CHEERS-AI asks more of eight items of CHEERS 2022; not counted among the 38. The same limits of source apply as above.',
  ),
  items: [
    item('1 (AI)', t('제목', 'Title'), ['제목에서 AI를 밝힙니다.', 'Say in the title that it is about AI.']),
    item('2 (AI)', t('초록', 'Abstract'), [
      'AI를 쓰는 목적과 AI의 기법을 초록에 적습니다.',
      'State the purpose of the intervention and the technique of the AI in the abstract.',
    ]),
    item('7 (AI)', t('비교 대안', 'Comparators'), [
      '의도한 목적과 위험 등급, 기법, 고정인지 적응형인지, 판, 사용자와 쓰는 방식, 더 필요한 것, 기대하는 이득을 적습니다.',
      'State purpose and risk class, technique, locked or adaptive, version, users and how they use it, what else is needed, and the benefit expected.',
    ]),
    item('11 (AI)', t('결과 지표의 선택', 'Choice of outcomes'), [
      '이득과 해의 지표가 건강, 진단, 과정 가운데 무엇인지 적습니다.',
      'Say whether benefits and harms are measured as health, diagnosis or process.',
    ]),
    item('12 (AI)', t('결과의 측정', 'Measuring outcomes'), [
      '이득과 해에 대한 가정과 그 그럴듯함을 적습니다.',
      'State the assumptions behind benefit and harm, and how plausible they are.',
    ]),
    item(
      '14 (AI)',
      t('자원과 비용', 'Resources and costs'),
      [
        '구입 비용이 무엇으로 이루어지는지, 도입과 유지의 비용을 적습니다.',
        'Say what the price is made of, and what implementation and upkeep cost.',
      ],
      ({ hospital, budget }) =>
        hospital === null && budget === null
          ? null
          : t(
              '예산 영향과 병원 손익의 절에 가격, 연동, 교육, 유지 비용이 있습니다.',
              'Price, integration, training and upkeep stand in the sections on budget and hospital.',
            ),
    ),
    item('16 (AI)', t('모형의 까닭', 'Why this model'), [
      'AI라는 점이 모형의 선택에 미친 영향을 적습니다.',
      'Say whether the AI influenced the choice of model, and why.',
    ]),
    item('26 (AI)', t('논의', 'Discussion'), [
      'AI에서 올 수 있는 편향과 일반화, 형평에 갖는 뜻을 적습니다.',
      'Discuss biases that may come with the AI, and what they mean for generalisability and equity.',
    ]),
  ],
};
