import type { Assumption, StageView } from '@daero/api/schemas/pathway';
import type { IsoDate } from '@daero/domain/time';

/** Who assumes it and why stand in the record that keeps it; until then it is only tried. */
const tried = {
  by: 'page',
  source: null,
  confidence: 'general-knowledge-unverified',
  reason: 'tried on the page',
} as const;

export type DaysAssumption = Extract<Assumption, { about: 'days' }>;
export type StudyAssumption = Extract<Assumption, { about: 'study' }>;

export const daysOf = (assumptions: readonly Assumption[], stage: string): DaysAssumption | undefined =>
  assumptions.findLast((one): one is DaysAssumption => one.about === 'days' && one.stage === stage);

export const studyOf = (assumptions: readonly Assumption[]): StudyAssumption | undefined =>
  assumptions.findLast((one): one is StudyAssumption => one.about === 'study');

/** The days that a stage is taken to need now, as an assumption that can be changed. */
export function daysFrom({ stage, basis, rule }: StageView): DaysAssumption {
  const figures = basis ?? rule;
  const counted = basis?.dayType ?? (rule?.dayType === 'working' ? 'working' : 'calendar');
  return {
    about: 'days',
    stage: stage.id,
    least: figures?.least ?? null,
    usual: figures?.usual ?? null,
    most: figures?.most ?? null,
    dayType: counted,
    ...tried,
  };
}

export const withDays = (
  assumptions: readonly Assumption[],
  changed: DaysAssumption,
): readonly Assumption[] => [...withoutStage(assumptions, changed.stage), changed];

export const withoutStage = (assumptions: readonly Assumption[], stage: string): readonly Assumption[] =>
  assumptions.filter((one) => !(one.about === 'days' && one.stage === stage));

export const withStudy = (
  assumptions: readonly Assumption[],
  changed: StudyAssumption,
): readonly Assumption[] => [...assumptions.filter(({ about }) => about !== 'study'), changed];

export const newStudy = (usual: IsoDate): StudyAssumption => ({
  about: 'study',
  lastPatientIn: { least: null, usual, most: null },
  followUpDays: 90,
  reportDays: 60,
  ...tried,
});

export type EvidenceAssumption = Extract<Assumption, { about: 'evidence' }>;

export const readyOf = (
  assumptions: readonly Assumption[],
  requirement: string,
): EvidenceAssumption | undefined =>
  assumptions.findLast(
    (one): one is EvidenceAssumption => one.about === 'evidence' && one.requirement === requirement,
  );

export const withoutReady = (
  assumptions: readonly Assumption[],
  requirement: string,
): readonly Assumption[] =>
  assumptions.filter((one) => !(one.about === 'evidence' && one.requirement === requirement));

export const withReady = (
  assumptions: readonly Assumption[],
  changed: EvidenceAssumption,
): readonly Assumption[] => [...withoutReady(assumptions, changed.requirement), changed];

export const newReady = (requirement: string, usual: IsoDate): EvidenceAssumption => ({
  about: 'evidence',
  requirement,
  ready: { least: null, usual, most: null },
  ...tried,
});

/** Assumptions of which a case has one at most for each stage, or one in all. */
export type SingleAssumption = Extract<
  Assumption,
  { about: 'day-type' | 'variant' | 'window' | 'start' | 'resume' }
>;

const isSame = (one: Assumption, about: SingleAssumption['about'], stage: string | null): boolean =>
  one.about === about && (stage === null || ('stage' in one && one.stage === stage));

export const singleOf = <About extends SingleAssumption['about']>(
  assumptions: readonly Assumption[],
  about: About,
  stage: string | null,
): Extract<SingleAssumption, { about: About }> | undefined =>
  assumptions.findLast((one): one is Extract<SingleAssumption, { about: About }> =>
    isSame(one, about, stage),
  );

export const withoutSingle = (
  assumptions: readonly Assumption[],
  about: SingleAssumption['about'],
  stage: string | null,
): readonly Assumption[] => assumptions.filter((one) => !isSame(one, about, stage));

type Bare<One> = One extends SingleAssumption ? Omit<One, keyof typeof tried> : never;

export const withSingle = (
  assumptions: readonly Assumption[],
  changed: Bare<SingleAssumption>,
): readonly Assumption[] => [
  ...withoutSingle(assumptions, changed.about, 'stage' in changed ? changed.stage : null),
  { ...changed, ...tried },
];
