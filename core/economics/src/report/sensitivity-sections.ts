import { formatFraction } from '@daero/domain/format/probability';
import { type Text } from '@daero/domain/text';
import { comparedStrategies } from '../decision-tree/model.ts';
import { type ScenarioRow } from '../uncertainty/scenarios.ts';
import { plain, same, t } from './facts-in-words.ts';
import { figuresOf, paragraph, type ReportBlock, type ReportSection } from './report-block.ts';
import { type ReportFacts } from './reporting-item.ts';

/** One parameter at a time: the tornado, and where the decision turns. */
export function oneWaySection({ model: { model }, output, further }: ReportFacts): ReportSection {
  const { turningPoints } = further;
  const turning = turningPoints.filter(({ at }) => at !== null);
  const table: ReportBlock = {
    block: 'table',
    head: [
      t('모수', 'Parameter'),
      t('대안', 'Strategy'),
      t('기본값', 'Base case'),
      t('결정이 바뀌는 값', 'Where the decision turns'),
      t('살펴본 범위', 'Looked for in'),
    ],
    rows: turning.map(({ label, strategy, base, at, low, high }) => [
      ...[label, strategy.label, same(plain(base)), same(plain(at ?? NaN))],
      same(`${plain(low)} – ${plain(high)}`),
    ]),
  };
  const looked = new Set(turningPoints.map(({ parameter }) => parameter)).size;
  const turns = new Set(turning.map(({ parameter }) => parameter)).size;
  return {
    id: 'one-way',
    title: t('일원 민감도와 문턱 분석', 'One-way and threshold analysis'),
    blocks: [
      ...figuresOf(output.shapes, 'tornado'),
      paragraph(
        t(
          `한 모수만 움직일 때 지불의사 ${plain(model.willingness.stated)} ${model.currency}에서 기준 대안과 순편익이 같아지는 값을 찾았습니다. 모수 ${looked}개 가운데 범위 안에서 결정이 바뀌는 것은 ${turns}개이며, 범위 밖은 살피지 않았습니다.`,
          `The value of one parameter at which net benefit equals that of the reference, at ${plain(model.willingness.stated)} ${model.currency} per unit of effect. Of ${looked} parameters ${turns} turn the decision within their range; beyond it nothing was looked for.`,
        ),
      ),
      ...(turning.length === 0 ? [] : [table]),
    ],
  };
}

/** Scenarios and subgroups: what each strategy is worth over the reference, and which is best. */
export function valueSetSections(facts: ReportFacts): readonly ReportSection[] {
  const { model } = facts.model;
  const { scenarios, subgroups } = facts.further;
  const others = comparedStrategies(model);
  const head = (first: Text): readonly Text[] => [
    first,
    ...others.map(({ label }) =>
      t(`${label.ko}: 늘어난 순편익`, `${label.en}: net benefit over the reference`),
    ),
    t('가장 나은 대안', 'Best'),
  ];
  const nameOf = (name: string): Text =>
    model.strategies.find((one) => one.name === name)?.label ?? same(name);
  const row = (label: Text, { strategies, best }: ScenarioRow): readonly Text[] => [
    label,
    ...others.map(({ name }) =>
      same(plain(strategies.find(({ strategy }) => strategy === name)?.gain ?? NaN)),
    ),
    nameOf(best),
  ];
  const labelOf = (name: string): Text =>
    [...model.sets.scenarios, ...model.sets.subgroups].find((one) => one.name === name)?.label ?? same(name);
  const changed = (name: string): Text => {
    const { set } = model.sets.scenarios.find((one) => one.name === name) ?? {
      set: new Map<string, number>(),
    };
    return same([...set].map(([parameter, value]) => `${parameter} = ${plain(value)}`).join(', '));
  };
  const sections: ReportSection[] = [];
  if (scenarios.length > 0)
    sections.push({
      id: 'scenarios',
      title: t('시나리오 분석', 'Scenario analysis'),
      blocks: [
        {
          block: 'table',
          head: [...head(t('시나리오', 'Scenario')), t('바꾼 값', 'Values changed')],
          rows: scenarios.map((scenario) => [
            ...row(labelOf(scenario.name), scenario),
            changed(scenario.name),
          ]),
        },
        paragraph(
          t(
            '시나리오는 나란히 보이며 평균하지 않습니다. 얼마나 있을 법한지는 아무도 말하지 않았습니다.',
            'Scenarios stand side by side and are not averaged: nobody has said how likely they are.',
          ),
        ),
      ],
    });
  if (subgroups !== null)
    sections.push({
      id: 'subgroups',
      title: t('하위 집단', 'Subgroups'),
      blocks: [
        {
          block: 'table',
          head: head(t('집단(몫)', 'Group (share)')),
          rows: [
            ...subgroups.subgroups.map((group) => {
              const label = labelOf(group.name);
              const share = formatFraction(group.share);
              return row(t(`${label.ko} (${share})`, `${label.en} (${share})`), group);
            }),
            row(t('모두 함께', 'All together'), subgroups.together),
          ],
        },
        paragraph(
          t(
            `집단마다 따로 고르면 한 사람에 ${plain(subgroups.stratification)} ${model.currency}만큼 더 얻습니다.`,
            `To choose for each group by itself is worth ${plain(subgroups.stratification)} ${model.currency} a person more.`,
          ),
        ),
      ],
    });
  return sections;
}

export const gridSections = ({ further }: ReportFacts): readonly ReportSection[] =>
  further.grids.length === 0
    ? []
    : [
        {
          id: 'two-way',
          title: t('이원 민감도 분석', 'Two-way analysis'),
          blocks: figuresOf(further.grids, 'two-way'),
        },
      ];

/** Who gains health and who gives it up. */
export function equitySections({ model: { model }, further }: ReportFacts): readonly ReportSection[] {
  if (further.equity === null) return [];
  const { equity, rows } = further.equity;
  const { index, parameter } = equity.aversion;
  const name = index === 'atkinson' ? t('앳킨슨', 'Atkinson') : t('콜름', 'Kolm');
  return [
    {
      id: 'equity',
      title: t('분배를 함께 본 비용-효과', 'Distributional cost-effectiveness'),
      blocks: [
        paragraph(
          t(
            `쓴 돈 ${plain(equity.opportunityCost)} ${model.currency}마다 다른 곳에서 건강 1 단위를 잃는다고 보았습니다. 불평등 회피는 ${name.ko} 지수, 계수 ${plain(parameter)}입니다. ${equity.statement.ko}`,
            `Every ${plain(equity.opportunityCost)} ${model.currency} spent is taken to cost a unit of health elsewhere. Aversion to inequality: ${name.en}, parameter ${plain(parameter)}. ${equity.statement.en}`,
          ),
        ),
        ...rows.flatMap(({ strategy, groups, change }): readonly ReportBlock[] => [
          {
            block: 'table',
            head: [
              strategy.label,
              t('몫', 'Share'),
              t('지금의 건강', 'Health now'),
              t('얻는 건강', 'Gained'),
              t('포기하는 건강', 'Forgone'),
              t('순변화', 'Net'),
            ],
            rows: groups.map(({ label, share, health, gained, forgone }) => [
              ...[label, same(formatFraction(share)), same(plain(health))],
              ...[gained, forgone, gained - forgone].map((x) => same(plain(x))),
            ]),
          },
          paragraph(
            t(
              `평균의 변화 ${plain(change.meanGain)}, 고르게 나눈 값(EDE)의 변화 ${plain(change.edeGain)}, 그 가운데 분배가 달라진 몫 ${plain(change.fairness)}.`,
              `Change in the mean ${plain(change.meanGain)}, in the equally distributed equivalent ${plain(change.edeGain)}, of which due to the distribution ${plain(change.fairness)}.`,
            ),
          ),
        ]),
      ],
    },
  ];
}

/** What the file does not ask, so that nobody takes silence for an answer. */
export function notAsked({ model: { model }, further, research }: ReportFacts): readonly ReportBlock[] {
  const missing = [
    ...(further.scenarios.length === 0 ? [t('시나리오', 'scenarios')] : []),
    ...(further.subgroups === null ? [t('하위 집단', 'subgroups')] : []),
    ...(further.grids.length === 0 ? [t('이원 민감도', 'two-way analysis')] : []),
    ...(further.equity === null ? [t('분배', 'distribution')] : []),
    ...(research === null ? [t('연구의 가치', 'value of research')] : []),
  ];
  if (missing.length === 0) return [];
  const names = (language: 'ko' | 'en'): string => missing.map((text) => text[language]).join(', ');
  return [
    paragraph(
      t(
        `모형 파일(${model.title.ko})이 묻지 않은 분석: ${names('ko')}.`,
        `Not asked by the model file: ${names('en')}.`,
      ),
    ),
  ];
}
