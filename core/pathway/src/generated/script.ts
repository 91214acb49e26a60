import type { Role } from '@daero/domain/product';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { CaseChange, CaseKey } from '../case/event.ts';
import type { Assumption } from '../forecast/assumption.ts';
import type { Binding } from '../record/entry.ts';

/** What happened next in a generated case: so many days later, in any of the days between, to the next weekday. */
export type Step = {
  readonly days: readonly [least: number, most: number];
  readonly by: Person;
  readonly reason: string;
  readonly source: string | null;
  readonly change: (on: string) => CaseChangeInput;
};
export type Person = { readonly personId: string; readonly role: Role; readonly name: string };

/** As a file or a form would write it; the schema of events reads it. */
export type CaseChangeInput = { readonly type: CaseChange['type'] } & Readonly<Record<string, unknown>>;

/** What a protocol promises, as the log will hold it. */
export type AskedOnTop = {
  readonly requirement: string;
  readonly minimumN: number;
  readonly by: string;
  readonly source: null;
  readonly confidence: 'general-knowledge-unverified';
  readonly reason: string;
};

export type Script = {
  readonly caseId: string;
  readonly title: Text;
  readonly product: Text;
  readonly project: string | null;
  readonly key: CaseKey;
  readonly jurisdiction: string;
  readonly version: string;
  /** So many days before the day on which it is generated. */
  readonly openedDaysBefore: number;
  readonly openedWhy: string;
  readonly steps: readonly Step[];
  /** Days in them are counted from the day on which it is generated. */
  readonly assumptions: (after: (days: number) => IsoDate) => readonly Assumption[];
  readonly bindings: readonly Binding[];
  readonly policies?: readonly AskedOnTop[];
};

const registrar: Person = { personId: 'demo-ra', role: 'market-access', name: '김시연 (가상)' };
const abroad: Person = { personId: 'demo-ra-abroad', role: 'market-access', name: 'Demo Lee (invented)' };

type Days = readonly [number, number];
type Told = { readonly reason: string; readonly source?: string; readonly abroad?: boolean };

const step = (days: Days, change: Step['change'], { reason, source, abroad: away }: Told): Step => ({
  ...{ days, reason, change, source: source ?? null },
  by: away === true ? abroad : registrar,
});

export const entered = (days: Days, stage: string, told: Told): Step =>
  step(days, () => ({ type: 'entered', stage }), told);
export const decided = (
  days: Days,
  stage: string,
  outcome: string,
  to: readonly string[],
  told: Told,
): Step => step(days, () => ({ type: 'decided', stage, outcome, to: [...to] }), told);
export const asked = (days: Days, stage: string, told: Told): Step =>
  step(days, () => ({ type: 'paused', stage, because: 'supplement-requested' }), told);
export const answered = (days: Days, stage: string, told: Told): Step =>
  step(days, () => ({ type: 'resumed', stage }), told);
export const appealed = (days: Days, stage: string, told: Told): Step =>
  step(days, () => ({ type: 'appealed', stage }), told);
export const extended = (days: Days, stage: string, by: number, told: Told): Step =>
  step(days, () => ({ type: 'extended', stage, days: by }), told);
export const reached = (days: Days, state: string, reference: string, told: Told): Step =>
  step(days, () => ({ type: 'reached', state, reference }), { ...told, source: reference });
export const windowOpened = (days: Days, stage: string, told: Told): Step =>
  step(days, (on) => ({ type: 'window-opened', stage, fromOn: on, toOn: null }), told);
export const moved = (days: Days, version: string, told: Told): Step =>
  step(days, () => ({ type: 'moved', version }), told);
