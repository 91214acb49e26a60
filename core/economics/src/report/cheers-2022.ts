import { type Text } from '@daero/domain/text';
import {
  countOf,
  informationOf,
  joined,
  plain,
  strategiesOf,
  structureOf,
  structureWords,
  t,
  uncertainOf,
} from './facts-in-words.ts';
import {
  type ItemAnswer,
  type ReportFacts,
  type ReportingItem,
  type ReportingStandard,
} from './reporting-item.ts';

type Answer = ReportingItem['answer'];
const item = (number: number, about: Text, answer: Answer): ReportingItem => ({
  ...{ item: String(number), about, answer },
});
const write =
  (ko: string, en: string): Answer =>
  () => ({ filled: null, open: t(ko, en) });
const known = (filled: Text, open: Text | null = null): ItemAnswer => ({ filled, open });

/** The 28 items of CHEERS 2022, by their numbers, each answered by the model as far as it knows. */
export const cheers2022: ReportingStandard = {
  id: 'cheers-2022',
  title: 'CHEERS 2022',
  source: 'Husereau et al. (2022), Value in Health 25, 3-9, doi 10.1016/j.jval.2021.11.1351',
  note: t(
    '번호는 원문의 것이고 문장은 요약입니다. 원문을 함께 보십시오.',
    'The numbers are those of the standard; the wording is a summary. Read the standard beside it.',
  ),
  items: [
    item(1, t('제목: 경제성 평가임과 비교 대안', 'Title: an economic evaluation, and of what'), (facts) => {
      const title = facts.model.model.title;
      const compared = strategiesOf(facts);
      return known(t(`${title.ko} (비교: ${compared.ko})`, `${title.en} (compared: ${compared.en})`));
    }),
    item(2, t('구조화한 초록', 'Structured abstract'), write('초록을 적습니다.', 'Write the abstract.')),
    item(
      3,
      t('배경과 목적, 결정에 갖는 뜻', 'Background, question and what it decides'),
      write(
        '배경과 연구 질문, 누가 무엇을 결정하는지 적습니다.',
        'State background, question, and who decides what.',
      ),
    ),
    item(4, t('분석 계획과 그 공개 여부', 'Analysis plan and where it is found'), () =>
      known(
        t(
          '모형 파일이 분석의 전부이며 관례, 추출 횟수, 난수 시작값을 담고 있습니다.',
          'The model file is the whole analysis and holds its conventions, draws and seed.',
        ),
        t(
          '계획을 언제 잠갔고 어디에서 볼 수 있는지 적습니다.',
          'Say when the plan was locked and where it is found.',
        ),
      ),
    ),
    item(5, t('대상 집단의 특성', 'Characteristics of the population'), (facts) => {
      const open = t('나이, 성별, 질환의 특성을 적습니다.', 'Describe age, sex and disease.');
      const age = facts.model.structure === 'cohort' ? facts.model.model.startingAge : null;
      return age === null
        ? { filled: null, open }
        : known(t(`시작 나이 ${age}세`, `age at the start: ${age} years`), open);
    }),
    item(
      6,
      t('배경과 장소', 'Setting and place'),
      write('나라, 기관, 의료체계의 조건을 적습니다.', 'State country, setting and health system.'),
    ),
    item(7, t('비교 대안과 고른 까닭', 'Comparators and why they were chosen'), (facts) => {
      const compared = strategiesOf(facts);
      const reference = facts.model.model.reference.label;
      return known(
        t(`${compared.ko}. 기준: ${reference.ko}`, `${compared.en}. Reference: ${reference.en}`),
        t('그 대안을 고른 까닭을 적습니다.', 'Say why these were chosen.'),
      );
    }),
    item(8, t('관점', 'Perspective'), (facts) =>
      known(facts.model.model.perspective, t('그 관점을 고른 까닭을 적습니다.', 'Say why it was chosen.')),
    ),
    item(9, t('분석 기간', 'Time horizon'), ({ model }) => {
      const open = t('그 기간이 알맞은 까닭을 적습니다.', 'Say why it is long enough.');
      if (model.structure === 'decision-tree') return known(model.model.timeHorizon, open);
      const years = plain(model.model.conventions.horizonYears);
      return known(t(`${years}년`, `${years} years`), open);
    }),
    item(10, t('할인율과 그 까닭', 'Discount rates and why'), ({ output }) =>
      known(
        joined(output.conventions, ' · '),
        t('그 할인율의 근거를 적습니다.', 'Give the reason for the rates.'),
      ),
    ),
    item(11, t('결과 지표의 선택', 'Choice of outcomes'), () =>
      known(
        t(
          '비용과 효과(질보정수명 또는 모형이 이름 붙인 효과)',
          'Costs and effects (QALYs, or the effect the model names)',
        ),
        t('다른 이득과 해를 다루었는지 적습니다.', 'Say whether other benefits and harms were considered.'),
      ),
    ),
    item(
      12,
      t('결과의 측정', 'How outcomes were measured'),
      write(
        '효과를 어떤 연구에서 어떻게 쟀는지 적습니다.',
        'Say in which study and how effects were measured.',
      ),
    ),
    item(13, t('결과의 가치 평가', 'How outcomes were valued'), ({ output }) => {
      const of = output.parameters.filter(({ kind }) => kind === 'utility' || kind === 'qaly');
      const open = t('효용을 잰 집단과 도구를 적습니다.', 'State whose values, and by which instrument.');
      if (of.length === 0) return { filled: null, open };
      const names = joined(of.map(({ label }) => label));
      return known(t(`효용과 QALY: ${names.ko}`, `Utilities and QALYs: ${names.en}`), open);
    }),
    item(14, t('자원과 비용의 측정과 평가', 'Measuring and valuing resources'), ({ output }) => {
      const of = output.parameters.filter(({ kind }) => kind === 'cost');
      const open = t('사용량과 단가를 어떻게 구했는지 적습니다.', 'Say how use and unit costs were found.');
      if (of.length === 0) return { filled: null, open };
      const names = joined(of.map(({ label }) => label));
      return known(t(`비용: ${names.ko}`, `Costs: ${names.en}`), open);
    }),
    item(15, t('통화, 가격 연도, 환산', 'Currency, price date, conversion'), ({ model: { model } }) =>
      known(
        t(`${model.currency}, ${model.priceYear}년 가격`, `${model.currency}, prices of ${model.priceYear}`),
        t('다른 해나 통화에서 환산하였으면 방법을 적습니다.', 'Where prices were converted, say how.'),
      ),
    ),
    item(16, t('모형의 설명과 까닭, 공개', 'The model, why this one, and its availability'), (facts) => {
      const [kind, parts] = [structureWords[facts.model.structure], structureOf(facts)];
      return known(
        t(`${kind.ko}. ${parts.ko}`, `${kind.en}. ${parts.en}`),
        t(
          '이 구조를 고른 까닭과 모형 파일을 볼 수 있는 곳을 적습니다.',
          'Say why this structure, and where the file is.',
        ),
      );
    }),
    item(17, t('분석 방법과 가정, 검증', 'Analyses, assumptions, validation'), (facts) => {
      const failed = facts.further.checks.filter(({ verdict }) => verdict === 'to-explain');
      const passed = facts.further.checks.filter(({ verdict }) => verdict === 'passed').length;
      const open =
        failed.length === 0
          ? null
          : joined(
              [t('설명이 필요한 점검', 'Checks to be explained'), ...failed.map(({ title }) => title)],
              ' · ',
            );
      return known(
        t(
          `점검 ${passed}건 통과. 가정 ${countOf(facts, 'assumption')}개, 식 ${countOf(facts, 'derived')}개가 모수 표에 있습니다.`,
          `${passed} checks passed. ${countOf(facts, 'assumption')} assumptions and ${countOf(facts, 'derived')} expressions stand in the table of parameters.`,
        ),
        open,
      );
    }),
    item(18, t('하위군과 이질성', 'Heterogeneity'), ({ model: { model }, further }) =>
      further.subgroups === null
        ? {
            filled: null,
            open: t(
              '하위군마다 모형을 다시 돌렸으면 결과를 적습니다.',
              'Where subgroups were run, give their results.',
            ),
          }
        : known(joined(model.sets.subgroups.map(({ label }) => label))),
    ),
    item(19, t('집단 사이의 분배', 'Distribution across groups'), ({ further }) =>
      further.equity === null
        ? {
            filled: null,
            open: t(
              '누가 얻고 누가 잃는지, 살피지 않았으면 그 까닭을 적습니다.',
              'Say who gains and who loses, or why this was not studied.',
            ),
          }
        : known(
            t('집단별로 얻고 포기하는 건강과 EDE', 'Health gained and forgone by group, and its EDE'),
            t('집단을 이렇게 나눈 까닭을 적습니다.', 'Say why the groups were drawn like this.'),
          ),
    ),
    item(20, t('불확실성을 다룬 방법', 'How uncertainty was treated'), (facts) => {
      const { draws, seed } = facts.model.model.probabilistic;
      const count = uncertainOf(facts).length;
      if (count === 0)
        return {
          filled: null,
          open: t(
            '분포를 가진 모수가 없습니다. 불확실성을 어떻게 다루었는지 적습니다.',
            'No parameter has a distribution. Say how uncertainty was treated.',
          ),
        };
      return known(
        t(
          `모수 ${count}개의 분포에서 ${plain(draws)}회 추출(난수 시작값 ${seed}), 일원 민감도 분석`,
          `${plain(draws)} draws from the distributions of ${count} parameters (seed ${seed}), one-way analysis`,
        ),
        facts.further.scenarios.length > 0
          ? null
          : t('구조의 불확실성을 어떻게 다루었는지 적습니다.', 'Say how structural uncertainty was treated.'),
      );
    }),
    item(
      21,
      t('환자와 이해당사자의 참여', 'Engaging patients and others'),
      write('누구를 언제 어떻게 참여시켰는지 적습니다.', 'Say who was engaged, when and how.'),
    ),
    item(22, t('모든 입력값과 분포, 출처', 'All inputs with distributions and sources'), ({ output }) =>
      known(
        t(
          `모수 ${output.parameters.length}개가 값, 분포, 단위, 출처와 함께 표에 있습니다.`,
          `All ${output.parameters.length} parameters stand in a table with value, distribution, unit and source.`,
        ),
      ),
    ),
    item(23, t('주요 결과 요약', 'Main results'), ({ output }) =>
      known(
        joined(
          output.strategies.map(({ label, cost, qaly }) =>
            t(
              `${label.ko}: 비용 ${plain(cost)}, 효과 ${plain(qaly)}`,
              `${label.en}: cost ${plain(cost)}, effect ${plain(qaly)}`,
            ),
          ),
          ' · ',
        ),
      ),
    ),
    item(24, t('불확실성이 결과에 미치는 영향', 'What uncertainty does to the result'), effectOfUncertainty),
    item(
      25,
      t('참여가 바꾼 것', 'What engagement changed'),
      write(
        '참여가 방법이나 결론에 미친 영향을 적습니다.',
        'Say what engagement changed in methods or conclusions.',
      ),
    ),
    item(
      26,
      t('논의: 한계, 일반화, 형평', 'Discussion: limits, generalisability, equity'),
      write('한계와 일반화할 수 있는 범위를 적습니다.', 'Discuss limits and how far results carry.'),
    ),
    item(
      27,
      t('재원', 'Funding'),
      write('누가 비용을 댔는지 적습니다.', 'Say who paid, and their part in the work.'),
    ),
    item(
      28,
      t('이해상충', 'Conflicts of interest'),
      write('저자의 이해상충을 적습니다.', 'Declare the interests of the authors.'),
    ),
  ],
};

function effectOfUncertainty(facts: ReportFacts): ItemAnswer {
  const information = informationOf(facts);
  if (information === null)
    return {
      filled: null,
      open: t(
        '추출이 적거나 불확실한 모수가 없어 정보의 가치를 말하지 않습니다. 민감도 분석의 결과를 적습니다.',
        'Too few draws, or nothing uncertain: the value of information is not told. Describe the sensitivity analyses.',
      ),
    };
  const { perfect, stated, currency } = information;
  return known(
    t(
      `지불의사 ${plain(stated)} ${currency}에서 결정 하나의 완전 정보의 가치는 ${plain(perfect.value)} ${currency}입니다.`,
      `At ${plain(stated)} ${currency} per unit of effect, perfect information is worth ${plain(perfect.value)} ${currency} a decision.`,
    ),
  );
}
