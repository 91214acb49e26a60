import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { standings, type Standing } from '@daero/pathway/case/event';
import { activeVisits, type CaseState } from '@daero/pathway/case/state';
import type { Milestones } from '@daero/pathway/forecast/forecast';
import { placeName } from '@daero/pathway/words/name-words';
import { won, type Won } from '../money/won.ts';
import { rowOf, type ProjectSeen } from './ministry.ts';

/** How a hospital uses the product, as adoption says it. */
export type HospitalUse = {
  readonly hospital: string;
  readonly name: Text;
  readonly use: 'deciding' | 'trial' | 'in-use' | 'sustained' | 'fading' | 'withdrawn';
  readonly since: IsoDate;
};
/** A contract that came to its end, and whether it was renewed. */
export type Renewal = { readonly hospital: string; readonly endedOn: IsoDate; readonly renewed: boolean };

export type InvestorInput = {
  readonly product: Text;
  readonly demonstration: boolean;
  readonly asOf: IsoDate;
  readonly cases: readonly {
    readonly name: string;
    readonly state: CaseState;
    /** Withheld where a stage has no known duration; a forecast holds if every decision is favourable. */
    readonly milestones: Milestones | null;
  }[];
  readonly hospitals: readonly HospitalUse[];
  readonly renewals: readonly Renewal[];
  readonly projects: readonly ProjectSeen[];
  readonly claims: readonly { readonly text: Text; readonly on: IsoDate; readonly hash: string }[];
};

/** A statement with the day and the event, paper or hash that proves it. */
export type Proof = { readonly what: Text; readonly on: IsoDate; readonly proof: string };

export type InvestorView = {
  readonly product: Text;
  readonly demonstration: boolean;
  readonly asOf: IsoDate;
  readonly cases: readonly {
    readonly name: string;
    readonly route: string;
    readonly stages: readonly Text[];
    /** "Approved" is five states that are never taken for one another. */
    readonly reached: Readonly<Record<Standing, IsoDate | null>>;
    readonly milestones: Milestones | null;
  }[];
  readonly adoption: readonly { readonly use: HospitalUse['use']; readonly hospitals: number }[];
  /** Of contracts that ended; null where none has ended yet: no rate is not a rate of zero. */
  readonly renewal: { readonly ended: number; readonly renewed: number; readonly rate: number | null };
  readonly publicMoney: { readonly agreed: Won; readonly spent: Won; readonly returned: Won };
  readonly failed: number;
  readonly proofs: readonly Proof[];
};

const standingNames: Readonly<Record<Standing, Text>> = {
  authorised: { ko: '허가', en: 'authorised' },
  gazetted: { ko: '고시', en: 'gazetted' },
  coded: { ko: '수가 코드', en: 'coded' },
  bought: { ko: '구매', en: 'bought' },
  used: { ko: '사용', en: 'used' },
};

const uses = ['deciding', 'trial', 'in-use', 'sustained', 'fading', 'withdrawn'] as const;

/** An investor's view of one product: what is proven and when, what is forecast and how widely. */
export function investorView(input: InvestorInput): InvestorView {
  const { product, demonstration, asOf, cases, hospitals, projects, claims } = input;
  const rows = projects.map((one) => rowOf(one, asOf));
  const sum = (of: 'agreed' | 'spent' | 'returned'): Won =>
    won(rows.reduce((all, { grant }) => all + grant[of], 0));
  const ended = input.renewals.filter(({ endedOn }) => endedOn <= asOf);
  const renewed = ended.filter((one) => one.renewed).length;
  return {
    product,
    demonstration,
    asOf,
    cases: cases.map(({ name, state, milestones }) => ({
      name,
      route: state.key.route,
      stages: activeVisits(state).map(({ stage }) => placeName(state.rules, stage)),
      reached: {
        authorised: reachedOn(state, 'authorised'),
        gazetted: reachedOn(state, 'gazetted'),
        coded: reachedOn(state, 'coded'),
        bought: reachedOn(state, 'bought'),
        used: reachedOn(state, 'used'),
      },
      milestones,
    })),
    adoption: uses.map((use) => ({ use, hospitals: hospitals.filter((one) => one.use === use && one.since <= asOf).length })), // prettier-ignore
    renewal: { ended: ended.length, renewed, rate: ended.length === 0 ? null : renewed / ended.length },
    publicMoney: { agreed: sum('agreed'), spent: sum('spent'), returned: sum('returned') },
    failed: rows.reduce((all, { milestones }) => all + milestones.failed, 0),
    proofs:
      [...cases.flatMap(({ state }) => reachedProofs(state)), ...projects.flatMap(metProofs), ...claims.map(({ text, on, hash }) => ({ what: text, on, proof: hash }))] // prettier-ignore
        .filter(({ on }) => on <= asOf)
        .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  };
}

const reachedOn = ({ reached }: CaseState, standing: Standing): IsoDate | null =>
  reached[standing]?.on ?? null;

const reachedProofs = ({ reached }: CaseState): readonly Proof[] =>
  standings.flatMap((standing) => {
    const at = reached[standing];
    return at === null ? [] : [{ what: standingNames[standing], on: at.on, proof: at.reference }];
  });

const metProofs = ({ state }: ProjectSeen): readonly Proof[] =>
  state.milestones.flatMap(({ milestone, standing }) =>
    standing.is === 'met' ? [{ what: milestone.name, on: standing.on, proof: standing.proof }] : [],
  );
