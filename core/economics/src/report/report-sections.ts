import { printEstimate } from '@daero/domain/format/estimate';
import { type Text } from '@daero/domain/text';
import { speakWarning } from '@daero/domain/words/speak';
import { type StrategyRow } from '../decision-tree/results-table.ts';
import { comparedStrategies, comparisonName, type ComparisonQuantity } from '../decision-tree/model.ts';
import { type CheckRow } from '../verification/battery.ts';
import { informationSection, moneySections } from './evidence-sections.ts';
import { dash, plain, same, stateOf, structureOf, structureWords, t } from './facts-in-words.ts';
import { figuresOf, paragraph, type ReportSection } from './report-block.ts';
import { type ReportFacts } from './reporting-item.ts';
import {
  equitySections,
  gridSections,
  notAsked,
  oneWaySection,
  valueSetSections,
} from './sensitivity-sections.ts';

/** What a report says of a model, section by section. */
export const reportSections = (facts: ReportFacts): readonly ReportSection[] => [
  conventions(facts),
  parameters(facts),
  results(facts),
  uncertainty(facts),
  oneWaySection(facts),
  ...valueSetSections(facts),
  ...gridSections(facts),
  ...equitySections(facts),
  informationSection(facts),
  ...moneySections(facts),
  warnings(facts),
  checks(facts),
];

function conventions(facts: ReportFacts): ReportSection {
  const { structure, model } = facts.model;
  const [kind, parts] = [structureWords[structure], structureOf(facts)];
  return {
    id: 'conventions',
    title: t('구조와 관례', 'Structure and conventions'),
    blocks: [
      {
        block: 'list',
        items: [
          t(`${kind.ko}. ${parts.ko}`, `${kind.en}; ${parts.en}`),
          t(`관점: ${model.perspective.ko}`, `Perspective: ${model.perspective.en}`),
          t(
            `${model.currency}, ${model.priceYear}년 가격`,
            `${model.currency}, prices of ${model.priceYear}`,
          ),
          t(`기준 대안: ${model.reference.label.ko}`, `Reference: ${model.reference.label.en}`),
          ...facts.output.conventions,
        ],
      },
      ...figuresOf(facts.output.shapes, 'model-structure'),
      ...notAsked(facts),
    ],
  };
}

const parameters = ({ output }: ReportFacts): ReportSection => ({
  id: 'parameters',
  title: t('모수', 'Parameters'),
  blocks: [
    {
      block: 'table',
      head: [
        t('이름', 'Name'),
        t('뜻', 'Meaning'),
        t('값', 'Value'),
        t('단위', 'Unit'),
        t('분포', 'Distribution'),
        t('2.5–97.5%', '2.5 to 97.5%'),
        t('상태', 'State'),
        t('출처', 'Source'),
      ],
      rows: output.parameters.map((row) => [
        same(row.name),
        row.label,
        same(plain(row.value)),
        same(row.unit),
        row.distribution === null ? dash : same(row.distribution),
        row.low === null || row.high === null ? dash : same(`${plain(row.low)}–${plain(row.high)}`),
        stateOf(row),
        row.source,
      ]),
    },
  ],
});

const placeWords: Readonly<Record<StrategyRow['status'], Text>> = {
  frontier: t('경계선 위', 'on the frontier'),
  dominated: t('열등', 'dominated'),
  'extendedly-dominated': t('확장 열등', 'extendedly dominated'),
};

const results = ({ model: { model }, output }: ReportFacts): ReportSection => ({
  id: 'results',
  title: t('기본 분석의 결과', 'Results of the base case'),
  blocks: [
    {
      block: 'table',
      head: [
        t('대안', 'Strategy'),
        t(`비용(${model.currency})`, `Cost (${model.currency})`),
        t('효과', 'Effect'),
        t('자리', 'Place'),
        t('앞 대안 대비 비용', 'Cost beyond the one before'),
        t('앞 대안 대비 효과', 'Effect beyond the one before'),
        t('ICER', 'ICER'),
        t(
          `순편익(지불의사 ${plain(model.willingness.stated)})`,
          `Net benefit (at ${plain(model.willingness.stated)})`,
        ),
      ],
      rows: output.strategies.map(({ label, cost, qaly, status, step, netBenefit }) => [
        label,
        same(plain(cost)),
        same(plain(qaly)),
        placeWords[status],
        ...(step === null
          ? [dash, dash, dash]
          : [step.cost, step.effect, step.icer].map((x) => same(plain(x)))),
        same(plain(netBenefit)),
      ]),
    },
    paragraph(
      t(
        '비율은 경계선에서 이웃한 대안 사이에서만 말합니다. 지불의사는 한 값이 아니라 범위로 보아야 합니다.',
        'A ratio stands only between neighbours on the frontier. Willingness to pay is a range, not a constant.',
      ),
    ),
    ...figuresOf(output.shapes, 'cohort-trace'),
  ],
});

const quantities: Readonly<Partial<Record<ComparisonQuantity, Text>>> = {
  'incremental-cost': t('비용의 차이', 'Difference in cost'),
  'incremental-qaly': t('효과의 차이', 'Difference in effect'),
  'net-benefit': t('순편익의 차이', 'Difference in net benefit'),
  'probability-cost-effective': t('비용효과적일 확률', 'Probability of being cost-effective'),
};

function uncertainty({ model: { model }, output }: ReportFacts): ReportSection {
  const { draws, seed } = model.probabilistic;
  const named: readonly ComparisonQuantity[] = [
    'incremental-cost',
    'incremental-qaly',
    'net-benefit',
    'probability-cost-effective',
  ];
  const rows = comparedStrategies(model).flatMap((strategy) =>
    named.flatMap((quantity): readonly (readonly Text[])[] => {
      const estimate = output.estimates[comparisonName(model, quantity, strategy)];
      if (estimate === undefined) return [];
      const [ko, en] = [printEstimate(estimate, 'ko'), printEstimate(estimate, 'en')];
      const interval = ko.interval === null ? dash : t(ko.interval, en.interval ?? '–');
      return [[strategy.label, quantities[quantity] ?? same(quantity), t(ko.value, en.value), interval]];
    }),
  );
  const [stated, reference] = [plain(model.willingness.stated), model.reference.label];
  return {
    id: 'uncertainty',
    title: t('확률적 민감도 분석', 'Probabilistic analysis'),
    blocks: [
      paragraph(
        t(
          `${plain(draws)}회 추출, 난수 시작값 ${seed}. 기준 대안은 ${reference.ko}, 지불의사는 ${stated} ${model.currency}입니다. 구간은 추출의 백분위수입니다.`,
          `${plain(draws)} draws, seed ${seed}. The reference is ${reference.en}; willingness to pay is ${stated} ${model.currency}. Intervals are percentiles of the draws.`,
        ),
      ),
      {
        block: 'table',
        head: [t('대안', 'Strategy'), t('무엇', 'Quantity'), t('기본값', 'Base case'), t('구간', 'Interval')],
        rows,
      },
      ...figuresOf(output.shapes, 'cost-effectiveness-plane', 'acceptability'),
    ],
  };
}

const warnings = ({ output }: ReportFacts): ReportSection => {
  const all = [...output.warnings, ...Object.values(output.estimates).flatMap((each) => each.warnings)];
  const once = new Map(
    all.map((warning) => [
      speakWarning(warning, 'en'),
      t(speakWarning(warning, 'ko'), speakWarning(warning, 'en')),
    ]),
  );
  return {
    id: 'warnings',
    title: t('읽는 이가 알아야 할 것', 'What a reader must know'),
    blocks:
      once.size === 0
        ? [paragraph(t('경고가 없습니다.', 'There are no warnings.'))]
        : [{ block: 'list', items: [...once.values()] }],
  };
};

const verdictWords: Readonly<Record<CheckRow['verdict'], Text>> = {
  passed: t('통과', 'passed'),
  'to-explain': t('설명 필요', 'to be explained'),
  'does-not-apply': t('해당 없음', 'does not apply'),
};

/** Seven digits are read; the others were for comparing. */
const shortened = (found: string): string =>
  found.replace(/\d+\.\d{6,}/g, (digits) => String(Number(Number(digits).toPrecision(7))));

const checks = (facts: ReportFacts): ReportSection => ({
  id: 'checks',
  title: t('모형의 점검', 'Checks of the model'),
  blocks: [
    {
      block: 'table',
      head: [t('점검', 'Check'), t('결과', 'Verdict'), t('나온 값', 'What was found')],
      rows: facts.further.checks.map(({ title, verdict, found }) => [
        title,
        verdictWords[verdict],
        found.length === 0 ? dash : same(found.map(shortened).join('; ')),
      ]),
    },
  ],
});
