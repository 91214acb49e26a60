import type { IsoDate } from '@daero/domain/time';
import type { Rules } from '../jurisdiction/rules.ts';
import type { Grounds, TransitionKind } from '../jurisdiction/schema.ts';
import type { CaseKey, Standing } from './event.ts';

/** A time in which the applicant was waited for. `stops` is false where the rules say that the clock goes on, or say nothing. */
export type Pause = {
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate | null;
  readonly because: 'supplement-requested' | 'halted';
  readonly stops: boolean;
  readonly source: Grounds['source'];
};

export type Decision = {
  readonly eventId: string;
  readonly on: IsoDate;
  readonly outcome: TransitionKind;
  readonly to: readonly string[];
};

/** One passage through a stage; an appeal or a new review makes another. */
export type Visit = {
  readonly stage: string;
  readonly attempt: number;
  readonly enteredOn: IsoDate;
  readonly pauses: readonly Pause[];
  readonly extendedDays: number;
  readonly decision: Decision | null;
};

/** A limited time of use. `closedOn` is set when it was left before its end or has expired. */
export type Window = {
  readonly stage: string;
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
  readonly extensions: number;
  readonly closedOn: IsoDate | null;
};

/** A stage that may be entered since a decision led to it. */
export type Way = { readonly stage: string; readonly from: string; readonly since: IsoDate };
export type End = { readonly terminal: string; readonly from: string; readonly on: IsoDate };
export type Reached = { readonly on: IsoDate; readonly reference: string; readonly eventId: string };

/** How a case stands: what all its events together say. */
export type CaseState = {
  readonly key: CaseKey;
  readonly rules: Rules;
  /** The versions of the rules that it ran under, the present one last. */
  readonly versions: readonly { readonly version: string; readonly sinceOn: IsoDate }[];
  readonly openedOn: IsoDate;
  readonly visits: readonly Visit[];
  readonly ways: readonly Way[];
  readonly windows: readonly Window[];
  readonly ends: readonly End[];
  readonly reached: Readonly<Record<Standing, Reached | null>>;
};

export const activeVisits = (state: CaseState): readonly Visit[] =>
  state.visits.filter(({ decision }) => decision === null);

export const openWindows = (state: CaseState): readonly Window[] =>
  state.windows.filter(({ closedOn }) => closedOn === null);

export const lastVisit = (state: CaseState, stage: string): Visit | null =>
  state.visits.findLast((visit) => visit.stage === stage) ?? null;

/** Outcomes that grant what was asked for. */
export const favourable: readonly string[] = ['approve', 'conditional', 'elect'];

/** The day on which a case came to its end, or null while something is under way or may be entered. */
export function endedOn(state: CaseState): IsoDate | null {
  if (activeVisits(state).length > 0 || state.ways.length > 0 || openWindows(state).length > 0) return null;
  return state.ends.reduce<IsoDate | null>((last, { on }) => (last === null || on > last ? on : last), null);
}

/** How the last passage through a stage was decided, or null while it was not. */
export const decisionOf = (state: CaseState, stage: string): Decision | null =>
  lastVisit(state, stage)?.decision ?? null;
