import type { MinistryView } from '@daero/api/schemas/programme-project';
import type { ProgrammeView } from '@daero/api/schemas/programme';
import type { AmountsShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { speakFault } from '@daero/domain/words/speak';
import { kindRules } from '@daero/programme/call/kinds';
import { ministryView, type Group } from '@daero/programme/portfolio/ministry';
import { office } from '@daero/programme/project/keys';
import { mayFollow } from '@daero/programme/project/visible';
import type { By } from '@daero/programme/record/event';
import { riskWords } from '@daero/programme/words/indicators';
import { regionWords } from '@daero/programme/words/regions';
import { begun, joined } from './naming.ts';
import { sent } from './acts.ts';
import { callRow } from './call-row.ts';
import { openingActs } from './opening-act.ts';
import { projectRow } from './project-view.ts';
import { standsOn, type OpenedCall, type OpenedProject, type Unreadable } from './records.ts';
import { figureWords } from './words.ts';

/** All calls, the projects that the person may follow, and for an officer those projects together. */
export function programmeView(
  calls: readonly OpenedCall[],
  projects: readonly OpenedProject[],
  unreadable: readonly Unreadable[],
  by: By,
): ProgrammeView {
  const own = projects.filter(({ state }) => mayFollow(state, by));
  const answered = projects.filter(({ state }) => office(state.agreement, by));
  const asOf = standsOn(calls, own);
  return {
    asOf,
    calls: calls
      .toSorted((a, b) => b.state.terms.opensOn.localeCompare(a.state.terms.opensOn))
      .map((one) => callRow(one, by, projects, asOf)),
    opening: openingActs(
      by,
      calls.map(({ state }) => state.callId),
      asOf,
    ).map(sent),
    projects: own.map((one) => projectRow(one, asOf)),
    ministry: answered.length === 0 ? null : ministry(answered, asOf),
    unreadable:
      by.role === 'programme-office'
        ? unreadable.map(({ id, fault }) => ({
            id,
            why: { ko: speakFault(fault, 'ko'), en: speakFault(fault, 'en') },
          }))
        : [],
  };
}

/** A projection of states and counts: groups by stage, risk and region add up to the same totals. */
function ministry(projects: readonly OpenedProject[], asOf: IsoDate): MinistryView {
  const view = ministryView(projects, asOf);
  const groups = {
    kind: view.byKind.map((group) => groupView(group, kindRules[group.key].name)),
    stage: view.byStage.map((group) => groupView(group, joined(kindRules[group.kind].name, group.name))),
    risk: view.byRisk.map((group) => groupView(group, riskWords[group.key])),
    region: view.byRegion
      .map((group) => groupView(group, regionWords[group.key]))
      .toSorted((a, b) => b.agreed - a.agreed),
  };
  const shape = (rows: readonly MinistryView['byKind'][number][], by: Text, label: Text): AmountsShape => ({
    shape: 'amounts',
    ...{ label, by, asOf },
    money: figureWords.grant,
    projects: projects.length,
    rows: rows.map(({ key, projects: n, agreed, spent }) => ({
      label: key.name,
      projects: n,
      ...{ agreed, spent, planned: null },
    })),
  });
  return {
    totals: view.totals,
    outsideCapitalShare: view.outsideCapitalShare,
    byKind: groups.kind,
    byStage: groups.stage,
    byRisk: groups.risk,
    byRegion: groups.region,
    shapes: [
      shape(groups.stage, figureWords.stage, figureWords.byStage),
      shape(groups.risk, figureWords.risk, figureWords.byRisk),
      shape(groups.region, figureWords.region, figureWords.byRegion),
      shape(groups.kind, figureWords.kind, figureWords.byKind),
    ],
  };
}

const groupView = (
  { key, projects, agreed, spent }: Group<string>,
  name: Text,
): MinistryView['byKind'][number] => ({ key: { id: key, name: begun(name) }, projects, agreed, spent });
