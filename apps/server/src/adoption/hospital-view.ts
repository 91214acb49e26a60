import type { AdoptionChange, AdoptionEvent } from '@daero/adoption/layers/event';
import { withdrawalReasons } from '@daero/adoption/layers/event';
import { decideAdoption } from '@daero/adoption/layers/fold';
import type { AdoptionState } from '@daero/adoption/layers/state';
import { layerView } from '@daero/adoption/view/layer-view';
import { adoptionChangeWords, layerStandingWords, withdrawalWords } from '@daero/adoption/words/layer-words';
import type { Session } from '@daero/api/access';
import type { HospitalView, RoomView } from '@daero/api/schemas/adoption';
import type { LayerCellView } from '@daero/api/schemas/adoption-parts';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { adoptionRow, decisionView } from './board-view.ts';
import type { Care } from './care.ts';
import { sectionView, type Seen } from './fact-view.ts';
import { groundsOf, named, said } from './naming.ts';
import type { OpenedAdoption } from './records.ts';
import { trailOf, withName } from './trail-view.ts';

/** A hospital whole: each layer as it stands with what it decided last, and everything that was recorded. */
export function hospitalView(opened: OpenedAdoption, care: Care, session: Session): HospitalView {
  const { state, history, events } = opened;
  const row = adoptionRow(opened, care, true);
  const { version, grounds } = state.rules;
  return {
    ...row,
    rules: { version, grounds: groundsOf(grounds) },
    layers: row.cells.map((cell) => {
      const record = state.layers.get(cell.layer.id);
      const last = record?.decisions.at(-1);
      return {
        cell,
        decision: last === undefined ? null : decisionView(last),
        after: (record?.layer.after ?? []).map((id) => named(id, layerName(state, id))),
        commonStop: stopOf(record?.layer.commonStop ?? null),
      };
    }),
    withdrawal: {
      refused: refusal(opened, session, { type: 'withdrawn', because: ['other'] }),
      reasons: withdrawalReasons.map((reason) => named(reason, withdrawalWords[reason])),
    },
    trail: trailOf(history, events, (change) => tellChange(state, change)),
  };
}

/** The room of one layer: what it sees before it decides, and what the caller may do there. */
export function roomView(
  opened: OpenedAdoption,
  { input, chain }: Seen,
  care: Care,
  { layer, session }: { readonly layer: string; readonly session: Session },
): Result<RoomView> {
  const { state, about, asOf } = opened;
  const record = state.layers.get(layer);
  const row = adoptionRow(opened, care, true);
  const cell = row.cells.find((one) => one.layer.id === layer);
  if (record === undefined || cell === undefined)
    return fail({ kind: 'adoption-layer-unknown', eventId: '—', layer, known: [...state.layers.keys()] });
  const view = layerView(record, input);
  const project = about.evidence?.project ?? null;
  const decisions = [...record.decisions].reverse();
  const open = (decisions[0] === undefined ? [] : decisionView(decisions[0]).conditions).find(
    ({ metOn }) => metOn === null,
  );
  const may = (change: AdoptionChange): Text | null => refusal(opened, session, change);
  return succeed({
    ...row,
    cell,
    after: record.layer.after.flatMap((id) => {
      const before = row.cells.find((one): one is LayerCellView => one.layer.id === id);
      const last = state.layers.get(id)?.decisions.at(-1);
      return before === undefined
        ? []
        : [{ cell: before, decision: last === undefined ? null : decisionView(last) }];
    }),
    sections: view.sections
      .filter(({ id }) => id !== 'papers' && id !== 'conditions')
      .map((section) => sectionView(section, chain, project)),
    ...{ known: view.known, missing: view.missing },
    papers: record.layer.papers.map(({ id, name, must }) => {
      const filed = record.papers.get(id);
      return {
        paper: named(id, name),
        must,
        filedOn: filed === undefined || filed.on > asOf ? null : filed.on,
      };
    }),
    decisions: decisions.map(decisionView),
    commonStop: stopOf(record.layer.commonStop),
    grounds: groundsOf(record.layer.grounds),
    renewAfterMonths: record.layer.renewAfterMonths,
    blocks: row.blocks.filter((block) => block.layer.id === layer),
    may: {
      approve: may({ type: 'decided', layer, outcome: { is: 'approved' } }),
      refuse: may({ type: 'decided', layer, outcome: { is: 'refused' } }),
      meet: may({ type: 'condition-met', layer, condition: open?.id ?? '—', reference: '—' }),
      reopen: may({ type: 'reopened', layer }),
      passKey: may({ type: 'key-passed', layer, holders: [...record.holders] }),
    },
  });
}

/** Why the rules would refuse it from this person on the day of the page; null where they would not. */
function refusal({ history, asOf }: OpenedAdoption, session: Session, change: AdoptionChange): Text | null {
  const command: AdoptionEvent = {
    ...{ eventId: String(history.length + 1), on: asOf, reason: '—', source: null, change },
    by: { personId: session.person, role: session.role },
  };
  const tried = decideAdoption(history, command);
  if (tried.ok) return null;
  const { ko, en } = said(tried.fault);
  // Nothing was recorded yet: the words that name the event say nothing here.
  return { ko: ko.replace(/^사건 \d+(?:: |에서 )/, ''), en: en.replace(/^Event \d+: /, '') };
}

const stopOf = (
  stop: NonNullable<ReturnType<AdoptionState['layers']['get']>>['layer']['commonStop'],
): RoomView['commonStop'] => (stop === null ? null : { text: stop.text, grounds: groundsOf(stop.grounds) });

const layerName = ({ layers }: AdoptionState, id: string): Text =>
  layers.get(id)?.layer.name ?? { ko: id, en: id };

/** What an event was, with the name of what it was about. */
function tellChange(state: AdoptionState, change: AdoptionChange): Text {
  const word = adoptionChangeWords[change.type];
  const required = (id: string): Text =>
    state.rules.readiness.find((one) => one.id === id)?.name ?? { ko: id, en: id };
  switch (change.type) {
    case 'decided':
      return withName(layerName(state, change.layer), layerStandingWords[change.outcome.is]);
    case 'paper-filed': {
      const papers = state.layers.get(change.layer)?.layer.papers ?? [];
      return withName(word, papers.find(({ id }) => id === change.paper)?.name ?? null);
    }
    case 'key-passed':
    case 'condition-met':
    case 'reopened':
      return withName(word, layerName(state, change.layer));
    case 'role-filled':
      return withName(word, required(change.role));
    case 'course-taken':
      return withName(word, required(change.course));
    case 'procedure-adopted':
    case 'procedure-drilled':
      return withName(word, required(change.procedure));
    default:
      return word;
  }
}
