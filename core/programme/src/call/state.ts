import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { capital } from '../words/regions.ts';
import { noWon, sumWon, type Won } from '../money/won.ts';
import type { CallTerms, ConflictKind, Line, Member, Proposal } from './event.ts';

export type Application = {
  readonly application: string;
  readonly proposal: Proposal;
  /** The day of the version that counts; a new version before the end of the call replaces the old one. */
  readonly submittedOn: IsoDate;
  readonly submittedBy: string;
  readonly versions: number;
  readonly withdrawnOn: IsoDate | null;
};

export type Reviewer = {
  readonly reviewer: string;
  readonly name: Text;
  readonly affiliations: readonly string[];
  readonly applications: readonly string[];
};

export type Declaration = {
  readonly reviewer: string;
  readonly application: string;
  readonly conflict: ConflictKind | null;
  readonly on: IsoDate;
};

export type Review = {
  readonly reviewer: string;
  readonly application: string;
  readonly points: ReadonlyMap<string, number>;
  readonly comment: string;
  readonly on: IsoDate;
};

export const phases = ['open', 'reviewing', 'reviewed', 'selected', 'cancelled'] as const;
export type Phase = (typeof phases)[number];

/** How a call stands: what all its events together say. */
export type CallState = {
  readonly callId: string;
  readonly terms: CallTerms;
  readonly openedOn: IsoDate;
  readonly lastOn: IsoDate;
  readonly phase: Phase;
  readonly applications: readonly Application[];
  readonly reviewers: readonly Reviewer[];
  readonly declarations: readonly Declaration[];
  readonly reviews: readonly Review[];
  readonly lots: readonly (readonly string[])[];
  readonly selected: readonly string[];
  readonly selectedOn: IsoDate | null;
};

/** Applications that compete: those not withdrawn. */
export const running = (state: CallState): readonly Application[] =>
  state.applications.filter(({ withdrawnOn }) => withdrawnOn === null);

export const applicationOf = (state: CallState, name: string): Application | null =>
  running(state).find(({ application }) => application === name) ?? null;

export const grantOf = (lines: readonly Line[]): Won => sumWon(lines.map(({ grant }) => grant));
export const ownCashOf = (lines: readonly Line[]): Won => sumWon(lines.map(({ ownCash }) => ownCash));
export const ownKindOf = (lines: readonly Line[]): Won => sumWon(lines.map(({ ownKind }) => ownKind));
export const wholeOf = (lines: readonly Line[]): Won =>
  sumWon([grantOf(lines), ownCashOf(lines), ownKindOf(lines)]);

export const grantOfYear = (lines: readonly Line[], year: number): Won =>
  grantOf(lines.filter((line) => line.year === year));

export type PartyShare = {
  readonly member: Member;
  readonly grant: Won;
  readonly ownCash: Won;
  readonly ownKind: Won;
};

/** Who gets and gives how much: computed from the lines, so that it cannot disagree with them. */
export const sharesOf = ({
  consortium,
  lines,
}: Pick<Proposal, 'consortium' | 'lines'>): readonly PartyShare[] =>
  consortium.members.map((member) => {
    const own = lines.filter(({ party }) => party === member.partyId);
    return { member, grant: grantOf(own), ownCash: ownCashOf(own), ownKind: ownKindOf(own) };
  });

export const hospitalsOf = ({ consortium }: Pick<Proposal, 'consortium'>): readonly Member[] =>
  consortium.members.filter(({ kind }) => kind === 'hospital');

export const leadOf = ({ consortium }: Pick<Proposal, 'consortium'>): Member | null =>
  consortium.members.find(({ role }) => role === 'lead') ?? null;

export const outsideCapital = (proposal: Proposal): number =>
  hospitalsOf(proposal).filter(({ region }) => !capital.has(region)).length;

/** What a call can grant in a year. */
export const budgetOfYear = (terms: CallTerms, year: number): Won =>
  terms.budget.find((one) => one.year === year)?.amount ?? noWon;
