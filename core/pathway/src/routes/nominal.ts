import type { Text } from '@daero/domain/text';
import type { Rules } from '../jurisdiction/rules.ts';
import type { DayType, Duration, Grounds } from '../jurisdiction/schema.ts';

/** Which of the figures that a stage states is taken. */
export type Figure = 'least' | 'usual' | 'most';

/**
 * Days of a route as a chart adds them up, whatever each stage counts. They are never a date: a sum of working and of
 * calendar days has no place in a calendar.
 */
export type NominalDays = Grounds & {
  readonly label: Text;
  readonly days: number;
  readonly parts: readonly {
    readonly stage: string;
    readonly days: number;
    readonly figure: Figure;
    readonly dayType: DayType;
  }[];
  readonly dayType: DayType;
  /** Stages of the sum for which no figure was found. */
  readonly withheld: readonly string[];
};

type Chart = Grounds & {
  readonly label: Text;
  readonly stages: readonly (readonly [stage: string, figure: Figure])[];
};

/** The sums that sources print, as choices of figures from the file: the numbers themselves stay in the file. */
const charts: Readonly<Record<string, readonly Chart[]>> = {
  'kr.r.traditional': [
    {
      label: {
        ko: '보건복지부 도표의 명목 일수(기준이 섞임): 허가 기한, 기존기술 확인 통상',
        en: "Nominal days of mixed type as the ministry's chart states them: authorisation at its limit, check as usual",
      },
      stages: [
        ['kr.authorise', 'most'],
        ['kr.hira.check', 'usual'],
        ['kr.nhta', 'usual'],
        ['kr.listing', 'usual'],
      ],
      source: 'slides2410',
      confidence: 'inferred-from-sources',
    },
    {
      label: {
        ko: '명목 일수(기준이 섞임): 허가 기한, 기존기술 확인의 심층 검토까지',
        en: 'Nominal days of mixed type: authorisation at its limit, check with in-depth review',
      },
      stages: [
        ['kr.authorise', 'most'],
        ['kr.hira.check', 'most'],
        ['kr.nhta', 'most'],
        ['kr.listing', 'most'],
      ],
      source: ['slides2410', 'mt.ie'],
      confidence: 'inferred-from-sources',
    },
  ],
  'kr.r.existing': [
    {
      label: {
        ko: '명목 일수(기준이 섞임): 허가 기한, 기존기술 확인 통상',
        en: 'Nominal days of mixed type: authorisation at its limit, check as usual',
      },
      stages: [
        ['kr.authorise', 'most'],
        ['kr.hira.check', 'usual'],
      ],
      source: 'slides2410',
      confidence: 'inferred-from-sources',
    },
  ],
  'kr.r.immediate': [
    {
      label: {
        ko: '명목 일수(기준이 섞임): 확인이 허가와 함께 진행될 때 첫 사용까지',
        en: 'Nominal days of mixed type to first use, when the check runs alongside authorisation',
      },
      stages: [['kr.authorise', 'most']],
      source: 'seoul.ie',
      confidence: 'inferred-from-sources',
    },
    {
      label: {
        ko: '명목 일수(기준이 섞임): 확인이 허가 뒤에 심층 검토까지 갈 때 첫 사용까지',
        en: 'Nominal days of mixed type to first use, when the check follows and goes in depth',
      },
      stages: [
        ['kr.authorise', 'most'],
        ['kr.hira.check', 'most'],
      ],
      source: 'seoul.ie',
      confidence: 'inferred-from-sources',
    },
  ],
};

/** The sums that the sources print for a route; none where no source prints one. */
export const nominalDays = (rules: Rules, route: string): readonly NominalDays[] =>
  (charts[route] ?? []).map((chart) => summed(rules, chart));

function summed(rules: Rules, { label, stages, source, confidence }: Chart): NominalDays {
  const found = stages.map(([stage, figure]) => {
    const duration = rules.stages.get(stage)?.durations[0];
    return { stage, figure, dayType: duration?.dayType ?? 'unknown', days: figureOf(duration, figure) };
  });
  const parts = found.flatMap(({ days, ...rest }) => (days === null ? [] : [{ ...rest, days }]));
  const types = new Set(parts.map(({ dayType }) => dayType));
  const [only] = types;
  return {
    label,
    days: parts.reduce((sum, { days }) => sum + days, 0),
    parts,
    dayType: types.size === 1 && only !== undefined ? only : 'mixed',
    withheld: found.filter(({ days }) => days === null).map(({ stage }) => stage),
    source,
    confidence,
  };
}

/** The figure asked for, or the nearest that is stated. */
function figureOf(duration: Duration | undefined, figure: Figure): number | null {
  if (duration === undefined) return null;
  const { minDays, typicalDays, maxDays } = duration;
  switch (figure) {
    case 'least':
      return minDays ?? typicalDays ?? maxDays;
    case 'usual':
      return typicalDays ?? maxDays ?? minDays;
    case 'most':
      return maxDays ?? typicalDays ?? minDays;
  }
}
