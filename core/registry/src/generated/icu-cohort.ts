import { between, normal, type Random } from './deviates.ts';
import { vitalSigns, type Observation } from './icu-vital-signs.ts';

/** In the columns of the PhysioNet 2012 outcomes file; -1 is its code for "not known". */
export type StayOutcome = {
  readonly record_id: string;
  readonly saps_i: number;
  readonly sofa: number;
  readonly length_of_stay_days: number;
  readonly survival_days: number;
  readonly in_hospital_death: 0 | 1;
};

export type IcuCohort = {
  readonly observations: readonly Observation[];
  readonly outcomes: readonly StayOutcome[];
};

/**
 * A cohort of stays in intensive care that never were, for machines without real data: same columns, codes and gaps as the
 * PhysioNet 2012 file, vital signs that worsen with a hidden severity, and death that depends on it. Its ids begin with
 * `generated-`, and every row says `generated` in the column `origin`: it shows the road and is evidence of nothing.
 */
export function generateIcuCohort(random: Random, stays = 1200): IcuCohort {
  const observations: Observation[] = [];
  const outcomes: StayOutcome[] = [];
  for (let k = 0; k < stays; k++) {
    const id = `generated-${String(k + 1).padStart(5, '0')}`;
    const unit = unitType(random());
    const severity = normal(random) + (unitSeverity[unit - 1] ?? 0);
    const died = severity * 0.65 + normal(random) > 1.25;
    for (const row of vitalSigns(id, unit, severity, random)) observations.push(row);
    outcomes.push(outcomeOf(id, severity, died, random));
  }
  return { observations, outcomes };
}

/** Shares of coronary, cardiac surgery, medical and surgical units, and how ill their patients are. */
const unitType = (u: number): number => (u < 0.144 ? 1 : u < 0.362 ? 2 : u < 0.733 ? 3 : 4);
const unitSeverity = [0, -0.6, 0.25, 0.05];

function outcomeOf(id: string, severity: number, died: boolean, random: Random): StayOutcome {
  const unknown = (share: number, value: number): number => (random() < share ? -1 : value);
  // A product of uniforms has the long tail that stays have.
  const days = 2 + Math.round(30 * random() * (0.2 + random()) * (0.4 + random() * random()));
  const later = days + Math.round(1500 * random() * random());
  return {
    record_id: id,
    saps_i: unknown(0.048, between(0, 34, Math.round(14.5 + 3 * severity + 3.5 * normal(random)))),
    sofa: unknown(0.036, between(0, 22, Math.round(6.2 + 2 * severity + 3 * normal(random)))),
    length_of_stay_days: died ? days : unknown(0.017, days),
    survival_days: died ? Math.max(1, days - (random() < 0.3 ? 1 : 0)) : unknown(0.73, later),
    in_hospital_death: died ? 1 : 0,
  };
}

const observationColumns = ['record_id', 'minute', 'parameter', 'value', 'origin'];
const outcomeColumns = [
  'record_id',
  'saps_i',
  'sofa',
  'length_of_stay_days',
  'survival_days',
  'in_hospital_death',
  'origin',
];

/** The cohort as the two text files that stand for the real ones. */
export const observationsCsv = ({ observations }: IcuCohort): string =>
  csv(
    observationColumns,
    observations.map(({ record_id, minute, parameter, value }) => [record_id, minute, parameter, value]),
  );

export const outcomesCsv = ({ outcomes }: IcuCohort): string =>
  csv(
    outcomeColumns,
    outcomes.map((stay) => [
      stay.record_id,
      stay.saps_i,
      stay.sofa,
      stay.length_of_stay_days,
      stay.survival_days,
      stay.in_hospital_death,
    ]),
  );

const csv = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${[columns.join(','), ...rows.map((row) => `${row.join(',')},generated`)].join('\n')}\n`;
