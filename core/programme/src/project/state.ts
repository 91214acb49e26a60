import type { IsoDate } from '@daero/domain/time';
import type { Category, Funding } from '../money/category.ts';
import type { Balances, Entry } from '../money/journal.ts';
import type { Statement } from '../money/statement.ts';
import type { Won } from '../money/won.ts';
import type { Agreement, failureEnds, Milestone, ProjectChange, Receipt } from './event.ts';

export type Spending = {
  readonly spending: string;
  readonly eventId: string;
  readonly on: IsoDate;
  readonly party: string;
  readonly year: number;
  readonly category: Category;
  readonly funding: Funding;
  readonly amount: Won;
  readonly disallowed: Won;
  readonly reversedOn: IsoDate | null;
  readonly receipt: Receipt;
  readonly text: string;
};

export type Asked = Extract<ProjectChange, { readonly type: 'transfer-asked' }>;
export type Transfer = Asked & {
  readonly on: IsoDate;
  readonly by: string;
  /** The row of the rules that decided how it goes. */
  readonly rule: string;
  readonly standing: 'asked' | 'approved' | 'refused' | 'own-decision';
};

export type Payment = {
  readonly payment: string;
  readonly on: IsoDate;
  readonly year: number;
  readonly amount: Won;
};

export type MilestoneStanding =
  | { readonly is: 'open' }
  | { readonly is: 'met'; readonly on: IsoDate; readonly proof: string }
  | { readonly is: 'failed'; readonly on: IsoDate; readonly ends: (typeof failureEnds)[number] };
export type MilestoneState = {
  readonly milestone: Milestone;
  readonly dueOn: IsoDate;
  readonly moves: number;
  readonly standing: MilestoneStanding;
};

export type Declared = {
  readonly indicator: string;
  readonly value: number;
  readonly asOf: IsoDate;
  readonly by: string;
};

export type SettledYear = { readonly year: number; readonly on: IsoDate; readonly statement: Statement };

/** How a project stands: what all its events together say. */
export type ProjectState = {
  readonly projectId: string;
  readonly callId: string;
  readonly application: string;
  readonly agreement: Agreement;
  readonly agreedOn: IsoDate;
  readonly journal: readonly Entry[];
  readonly balances: Balances;
  readonly payments: readonly Payment[];
  readonly spendings: readonly Spending[];
  readonly transfers: readonly Transfer[];
  readonly settled: readonly SettledYear[];
  readonly milestones: readonly MilestoneState[];
  readonly declared: readonly Declared[];
  readonly stoppedOn: IsoDate | null;
  readonly completedOn: IsoDate | null;
};

export const periodOf = (
  { agreement }: Pick<ProjectState, 'agreement'>,
  year: number,
): Agreement['periods'][number] | null => agreement.periods.find((one) => one.year === year) ?? null;

export const yearsOf = ({ agreement }: Pick<ProjectState, 'agreement'>): readonly number[] =>
  agreement.periods.map(({ year }) => year);

export const milestoneOf = (state: ProjectState, id: string): MilestoneState | null =>
  state.milestones.find(({ milestone }) => milestone.id === id) ?? null;
