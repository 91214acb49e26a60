import { formatCount, formatNumber } from '@daero/domain/format/number';
import { type Text } from '@daero/domain/text';
import { dash, informationOf, plain, same, t } from './facts-in-words.ts';
import { figuresOf, paragraph, type ReportBlock, type ReportSection } from './report-block.ts';
import { type ReportFacts } from './reporting-item.ts';

/** Money of one decision: no part of a unit is read. */
const whole = (amount: number): string => formatNumber(amount, 0);

/** What it would be worth to know more: everything, one parameter, one study. */
export function informationSection(facts: ReportFacts): ReportSection {
  const found = informationOf(facts);
  const { research } = facts;
  const section = {
    id: 'information',
    title: t('더 모을 근거: 정보의 가치', 'Which further evidence: value of information'),
  };
  if (found === null)
    return {
      ...section,
      blocks: [
        paragraph(
          t(
            '추출이 2,000회보다 적거나 불확실한 모수가 없어 말하지 않습니다.',
            'Not told: fewer than 2,000 draws, or nothing is uncertain.',
          ),
        ),
      ],
    };
  const served = research?.shape.population ?? null;
  const rows = [...found.parameters]
    .sort((a, b) => b.value - a.value)
    .map(({ parameter, value, standardError }, at): readonly Text[] => [
      same(String(at + 1)),
      parameter,
      same(whole(value)),
      standardError === null ? dash : same(whole(standardError)),
      ...(served === null ? [] : [same(whole(value * served))]),
    ]);
  return {
    ...section,
    blocks: [
      paragraph(
        t(
          `지불의사 ${plain(found.stated)} ${found.currency}에서 모든 것을 아는 가치(EVPI)는 결정 하나에 ${whole(found.perfect.value)} ${found.currency}입니다. 표는 모수 하나를 아는 가치(EVPPI)이며, 큰 것부터 더 알 만합니다.`,
          `At ${plain(found.stated)} ${found.currency} per unit of effect, knowing everything (EVPI) is worth ${whole(found.perfect.value)} ${found.currency} a decision. The table tells what knowing one parameter is worth (EVPPI), those most worth knowing first.`,
        ),
      ),
      ...figuresOf([found], 'value-of-information'),
      {
        block: 'table',
        head: [
          t('순위', 'Rank'),
          t('모수', 'Parameter'),
          t(`EVPPI, 결정 하나(${found.currency})`, `EVPPI, a decision (${found.currency})`),
          t('표준오차', 'Standard error'),
          ...(served === null
            ? []
            : [
                t(
                  `EVPPI, 결정 ${formatCount(Math.round(served))}건(${found.currency})`,
                  `EVPPI, ${formatCount(Math.round(served))} decisions (${found.currency})`,
                ),
              ]),
        ],
        rows,
      },
      ...studies(facts),
    ],
  };
}

function studies({ research }: ReportFacts): readonly ReportBlock[] {
  if (research === null) return [];
  const { shape, research: asked, designs } = research;
  return [
    paragraph(
      t(
        `결정은 한 해 ${formatCount(asked.decisionsPerYear)}건, ${plain(asked.years)}년 동안, 할인율 ${plain(asked.discountRate)}로 모두 ${formatCount(Math.round(shape.population))}건입니다. ${asked.statement.ko}`,
        `Decisions: ${formatCount(asked.decisionsPerYear)} a year over ${plain(asked.years)} years, discounted at ${plain(asked.discountRate)}: ${formatCount(Math.round(shape.population))} in all. ${asked.statement.en}`,
      ),
    ),
    ...figuresOf([shape], 'research-value'),
    {
      block: 'table',
      head: [
        t('연구', 'Study'),
        t('재는 것', 'Measures'),
        t('가장 나은 크기(명)', 'Best size (people)'),
        t(`순가치(${shape.currency})`, `Net value (${shape.currency})`),
        t('설계기에 넘길 질문', 'Question for the study designer'),
        t('비용의 출처', 'Where the costs are from'),
      ],
      rows: shape.studies.map(({ label, parameter, sizes, best }, at) => {
        const size = best === null ? undefined : sizes[best];
        const design = designs[at] ?? null;
        return [
          ...[label, parameter],
          size === undefined ? t('하지 않음', 'none') : same(formatCount(size.n)),
          size === undefined ? dash : same(plain(size.netBenefit)),
          design === null ? dash : same(design.question),
          asked.studies[at]?.statement ?? dash,
        ];
      }),
    },
  ];
}

/** The payer's budget and the hospital's own case: two objects, never added. */
export function moneySections({ budget, hospital }: ReportFacts): readonly ReportSection[] {
  return [
    ...(budget === null
      ? []
      : [
          {
            id: 'budget',
            title: t('예산 영향(지불자의 관점)', 'Budget impact (the payer’s view)'),
            blocks: figuresOf([budget], 'budget-impact'),
          },
        ]),
    ...(hospital === null
      ? []
      : [
          {
            id: 'hospital',
            title: t('병원의 손익', 'The hospital’s own case'),
            blocks: [
              paragraph(
                t(
                  '병원의 이득은 수가의 근거가 아니며, 예산 영향과 더하지 않습니다.',
                  'A hospital’s gain is no ground for a fee and is not added to the budget impact.',
                ),
              ),
              ...figuresOf([hospital], 'cash-flow'),
            ],
          },
        ]),
  ];
}
