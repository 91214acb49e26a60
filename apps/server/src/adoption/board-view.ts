import { boardRow, type BoardCell, type BoardRow } from '@daero/adoption/layers/board';
import { conditionsOf, wentLiveOn, type Decision, type LayerRecord } from '@daero/adoption/layers/state';
import type { UsePeriod } from '@daero/adoption/use/rules';
import { blockWords, layerStandingWords, withdrawalWords } from '@daero/adoption/words/layer-words';
import { useStandingWords, withdrawnByWords } from '@daero/adoption/words/use-words';
import type { AdoptionRowView } from '@daero/api/schemas/adoption';
import type { DecisionView, LayerCellView, UsePeriodView } from '@daero/api/schemas/adoption-parts';
import type { Care } from './care.ts';
import { named } from './naming.ts';
import type { OpenedAdoption } from './records.ts';

/** One line of the board. Who sees stages only gets no names of papers, of people and of reasons. */
export function adoptionRow(
  { id, about, state, events, asOf }: OpenedAdoption,
  { history }: Pick<Care, 'history'>,
  inside: boolean,
): AdoptionRowView {
  const row = boardRow(state, asOf);
  const { key, withdrawn, paidOn } = state;
  const last = history.at(-1) ?? null;
  return {
    ...{ id, asOf, paidOn, hospital: named(key.hospital, about.hospital), product: about.product },
    ...{ productVersion: key.productVersion, indication: about.indication },
    ...{ demonstration: about.demonstration, project: about.evidence?.project ?? null },
    ...{ openedOn: row.openedOn, days: row.days, passed: row.passed, version: events.length },
    liveOn: wentLiveOn(state),
    cells: row.cells.map((cell) => cellView(state.layers.get(cell.layer) ?? null, cell, row, inside)),
    next: row.next.map(({ layer, name, office, holders, since, days }) => ({
      ...{ layer: named(layer, name), office, since, days },
      holders: inside ? holders : [],
    })),
    blocks: row.blocks.map(({ layer, name, because, what, since, days }) => ({
      ...{ layer: named(layer, name), because, name: blockWords[because], since, days },
      what: inside ? what : [],
    })),
    use: last === null ? null : periodView(last),
    withdrawn:
      withdrawn === null
        ? null
        : {
            on: withdrawn.on,
            by: inside ? withdrawn.by : '—',
            because: withdrawn.because.map((one) => withdrawalWords[one]),
            reason: inside ? withdrawn.reason : '',
          },
  };
}

function cellView(
  record: LayerRecord | null,
  { layer, name, standing, days, decision }: BoardCell,
  { blocks }: BoardRow,
  inside: boolean,
): LayerCellView {
  const conditions = decision === null ? [] : conditionsOf(decision);
  return {
    layer: named(layer, name),
    office: record?.layer.office ?? name,
    holders: inside ? (record?.holders ?? []) : [],
    ...{ is: standing.is, name: layerStandingWords[standing.is], since: standing.since, days },
    dueOn:
      standing.is === 'conditional'
        ? standing.nextDueOn
        : standing.is === 'deferred'
          ? standing.untilOn
          : null,
    conditions: conditions.length === 0 ? null : { met: decision?.met.length ?? 0, all: conditions.length },
    blocked: blocks.some((block) => block.layer === layer),
  };
}

export const periodView = ({ standing, since }: UsePeriod): UsePeriodView => ({
  ...{ is: standing.is, name: useStandingWords[standing.is], since },
  by: standing.is === 'withdrawn' ? withdrawnByWords[standing.by] : null,
});

export const decisionView = (decision: Decision): DecisionView => {
  const { eventId, on, by, reason, source, outcome, met, reopenedOn } = decision;
  return {
    ...{
      eventId,
      on,
      by,
      reason,
      source,
      reopenedOn,
      outcome: outcome.is,
      name: layerStandingWords[outcome.is],
    },
    untilOn: outcome.is === 'deferred' ? outcome.untilOn : null,
    conditions: conditionsOf(decision).map(({ id, text, dueOn }) => {
      const done = met.find(({ condition }) => condition === id);
      return { id, text, dueOn, metOn: done?.on ?? null, reference: done?.reference ?? null };
    }),
  };
};
