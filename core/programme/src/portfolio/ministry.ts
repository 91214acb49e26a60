import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { kindRules, type Kind } from '../call/kinds.ts';
import { readIndicator, type Reading } from '../indicators/indicator.ts';
import type { Observation } from '../indicators/observation.ts';
import { totalOf } from '../money/journal.ts';
import { noWon, shareOf, sumWon, won, type Won } from '../money/won.ts';
import type { ProjectState } from '../project/state.ts';
import { capital, type Region } from '../words/regions.ts';
import { riskOf, type Risk, type RiskLevel } from './risk.ts';

export type ProjectSeen = { readonly state: ProjectState; readonly observations: readonly Observation[] };

export type Stage = { readonly step: string; readonly name: Text };
export type PortfolioRow = {
  readonly projectId: string;
  readonly title: Text;
  readonly kind: Kind;
  readonly stage: Stage;
  readonly lead: Text;
  readonly hospitals: number;
  readonly grant: { readonly agreed: Won; readonly paid: Won; readonly spent: Won; readonly returned: Won };
  readonly ownShare: { readonly agreed: Won; readonly given: Won };
  readonly spentShare: number; // of the agreed grant, in parts of ten thousand
  readonly milestones: { readonly met: number; readonly failed: number; readonly open: number };
  readonly readings: readonly Reading[];
  readonly regions: readonly { readonly region: Region; readonly agreed: Won; readonly spent: Won }[];
  readonly risk: Risk;
  readonly demonstration: boolean;
};

export type Group<Key> = {
  readonly key: Key;
  readonly projects: number;
  readonly agreed: Won;
  readonly spent: Won;
};
export type Portfolio = {
  readonly asOf: IsoDate;
  readonly rows: readonly PortfolioRow[];
  readonly byKind: readonly Group<Kind>[];
  readonly byStage: readonly (Group<string> & { readonly name: Text; readonly kind: Kind })[];
  readonly byRisk: readonly Group<RiskLevel>[];
  readonly byRegion: readonly Group<Region>[];
  /** Of the agreed grant, what goes outside the capital region, in parts of ten thousand. */
  readonly outsideCapitalShare: number;
  readonly totals: { readonly agreed: Won; readonly paid: Won; readonly spent: Won; readonly returned: Won };
};

/** The ministry's view: a projection of states and counts, nothing of its own. */
export function ministryView(projects: readonly ProjectSeen[], asOf: IsoDate): Portfolio {
  const rows = projects.map((one) => rowOf(one, asOf));
  const regions = rows.flatMap((row) => row.regions);
  const agreed = sumWon(rows.map(({ grant }) => grant.agreed));
  return {
    asOf,
    rows,
    byKind: grouped(rows, ({ kind }) => kind),
    byStage: grouped(rows, ({ kind, stage }) => `${kind}/${stage.step}`).flatMap((group) => {
      const row = rows.find(({ kind, stage }) => `${kind}/${stage.step}` === group.key);
      return row === undefined ? [] : [{ ...group, name: row.stage.name, kind: row.kind }];
    }),
    byRisk: grouped(rows, ({ risk }) => risk.level),
    byRegion: [...new Set(regions.map(({ region }) => region))].map((key) => {
      const here = regions.filter(({ region }) => region === key);
      return {
        key,
        projects: here.length,
        agreed: sumWon(here.map((one) => one.agreed)),
        spent: sumWon(here.map((one) => one.spent)),
      };
    }),
    outsideCapitalShare: shareOf(
      sumWon(regions.filter(({ region }) => !capital.has(region)).map((one) => one.agreed)),
      agreed,
    ),
    totals: {
      agreed,
      paid: sumWon(rows.map(({ grant }) => grant.paid)),
      spent: sumWon(rows.map(({ grant }) => grant.spent)),
      returned: sumWon(rows.map(({ grant }) => grant.returned)),
    },
  };
}

export function rowOf({ state, observations }: ProjectSeen, asOf: IsoDate): PortfolioRow {
  const { agreement, balances, milestones } = state;
  const { members } = agreement.consortium;
  const ofGrant = ({ funding }: { readonly funding: string }): boolean => funding === 'grant';
  const agreed = won(0 - totalOf(balances, 'agreed', ofGrant));
  const spent = totalOf(balances, 'cost', ofGrant);
  const count = (is: string): number => milestones.filter(({ standing }) => standing.is === is).length;
  return {
    projectId: state.projectId,
    title: agreement.title,
    kind: agreement.kind,
    stage: stageOf(state),
    lead: members.find(({ role }) => role === 'lead')?.name ?? agreement.consortium.name,
    hospitals: members.filter(({ kind }) => kind === 'hospital').length,
    grant: {
      agreed,
      paid: sumWon(state.payments.map(({ amount }) => amount)),
      spent,
      returned: totalOf(balances, 'returned', ({ what }) => what === 'grant'),
    },
    ownShare: {
      agreed: won(0 - totalOf(balances, 'agreed', (one) => !ofGrant(one))),
      given: totalOf(balances, 'cost', (one) => !ofGrant(one)),
    },
    spentShare: shareOf(spent, agreed),
    milestones: { met: count('met'), failed: count('failed'), open: count('open') },
    readings: agreement.indicators.map((one) => readIndicator(one, observations, state.declared, asOf)),
    regions: regionsOf(state),
    risk: riskOf(state, observations, asOf),
    demonstration: agreement.demonstration,
  };
}

const ended = {
  stopped: { step: 'stopped', name: { ko: '중단', en: 'stopped' } },
  completed: { step: 'completed', name: { ko: '완료', en: 'completed' } },
} as const satisfies Readonly<Record<string, Stage>>;

/** The step whose milestone comes next, in the order of the steps of its kind of programme. */
export function stageOf({ agreement, milestones, stoppedOn, completedOn }: ProjectState): Stage {
  if (stoppedOn !== null) return ended.stopped;
  if (completedOn !== null) return ended.completed;
  const { steps } = kindRules[agreement.kind];
  const waiting = new Set(milestones.filter(({ standing }) => standing.is !== 'met').map(({ milestone }) => milestone.step)); // prettier-ignore
  return steps.find(({ step }) => waiting.has(step)) ?? steps.at(-1) ?? ended.completed;
}

function regionsOf({ agreement, balances }: ProjectState): PortfolioRow['regions'] {
  const { members } = agreement.consortium;
  return [...new Set(members.map(({ region }) => region))].flatMap((region) => {
    const here = new Set(members.filter((one) => one.region === region).map(({ partyId }) => partyId));
    const agreed = sumWon(agreement.lines.filter(({ party }) => here.has(party)).map(({ grant }) => grant));
    const spent = totalOf(balances, 'cost', ({ party, funding }) => here.has(party) && funding === 'grant');
    return agreed + spent > noWon ? [{ region, agreed, spent }] : [];
  });
}

const grouped = <Key>(
  rows: readonly PortfolioRow[],
  keyOf: (row: PortfolioRow) => Key,
): readonly Group<Key>[] =>
  [...new Set(rows.map(keyOf))].map((key) => {
    const here = rows.filter((row) => keyOf(row) === key);
    return {
      key,
      projects: here.length,
      agreed: sumWon(here.map(({ grant }) => grant.agreed)),
      spent: sumWon(here.map(({ grant }) => grant.spent)),
    };
  });
