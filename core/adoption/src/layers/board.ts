import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { daysBetween } from '@daero/pathway/calendar/day-number';
import { openMusts } from '../readiness/open-musts.ts';
import type { AdoptionKey } from './event.ts';
import { passes, standingOn, type LayerStanding } from './standing.ts';
import type { AdoptionState, Decision, LayerRecord, Withdrawal } from './state.ts';

/** One layer on the board. */
export type BoardCell = {
  readonly layer: string;
  readonly kind: LayerRecord['layer']['kind'];
  readonly name: Text;
  readonly standing: LayerStanding;
  /** Calendar days for which it has stood so. */
  readonly days: number;
  readonly decision: Decision | null;
};

/** Whose turn it is, and for how long it has been. */
export type Next = {
  readonly layer: string;
  readonly name: Text;
  readonly office: Text;
  readonly holders: readonly string[];
  readonly since: IsoDate;
  readonly days: number;
};

export type BlockReason =
  | 'nobody-holds-the-key'
  | 'papers-missing'
  | 'musts-open'
  | 'condition-overdue'
  | 'term-over'
  | 'deferred'
  | 'refused';

/** What keeps a layer from saying yes. */
export type Block = {
  readonly layer: string;
  readonly name: Text;
  readonly because: BlockReason;
  readonly what: readonly Text[];
  readonly since: IsoDate;
  readonly days: number;
};

export type BoardRow = {
  readonly key: AdoptionKey;
  readonly openedOn: IsoDate;
  readonly days: number;
  readonly cells: readonly BoardCell[];
  readonly passed: number;
  readonly next: readonly Next[];
  readonly blocks: readonly Block[];
  readonly withdrawn: Withdrawal | null;
};

/** Where every hospital stands on a day, who is next, what blocks, and for how long. For an earlier day, fold the events up to it. */
export const boardOn = (states: readonly AdoptionState[], on: IsoDate): readonly BoardRow[] =>
  states.map((state) => boardRow(state, on));

export function boardRow(state: AdoptionState, on: IsoDate): BoardRow {
  const { key, openedOn, withdrawn } = state;
  const until = withdrawn !== null && withdrawn.on < on ? withdrawn.on : on;
  const days = (since: IsoDate): number => Math.max(0, daysBetween(since, until));
  const rows = [...state.layers.values()].map((record) => ({
    record,
    standing: standingOn(state, record, until),
  }));
  const turn = withdrawn === null ? rows.filter(({ standing }) => isTurn(standing)) : [];
  const stuck = withdrawn === null ? rows : [];
  return {
    ...{ key, openedOn, withdrawn, days: days(openedOn) },
    cells: rows.map(({ record, standing }) => ({
      ...{ layer: record.layer.id, kind: record.layer.kind, name: record.layer.name },
      ...{ standing, days: days(standing.since) },
      decision: record.decisions.findLast((one) => one.on <= until) ?? null,
    })),
    passed: rows.filter(({ standing }) => passes(standing)).length,
    next: turn.map(({ record: { layer, holders }, standing: { since } }) => ({
      ...{ layer: layer.id, name: layer.name, office: layer.office, holders, since, days: days(since) },
    })),
    blocks: stuck.flatMap(({ record, standing }) =>
      blocksOf(state, record, standing, on).map(({ because, what }) => {
        const { id: layer, name } = record.layer;
        return { layer, name, because, what, since: standing.since, days: days(standing.since) };
      }),
    ),
  };
}

const isTurn = ({ is }: LayerStanding): boolean => is === 'open' || is === 'returned';

function blocksOf(
  state: AdoptionState,
  { layer, holders, papers }: LayerRecord,
  standing: LayerStanding,
  on: IsoDate,
): readonly Pick<Block, 'because' | 'what'>[] {
  if (standing.is === 'refused') return [{ because: 'refused', what: [] }];
  if (standing.is === 'deferred') return [{ because: 'deferred', what: [] }];
  if (!isTurn(standing)) return [];
  const blocks: Pick<Block, 'because' | 'what'>[] = [];
  if (standing.is === 'returned')
    blocks.push({
      because: standing.due.length > 0 ? 'condition-overdue' : 'term-over',
      what: standing.due.map(({ text }) => text),
    });
  if (holders.length === 0) blocks.push({ because: 'nobody-holds-the-key', what: [layer.office] });
  const missing = layer.papers.filter(({ id, must }) => must && !papers.has(id));
  if (missing.length > 0) blocks.push({ because: 'papers-missing', what: missing.map(({ name }) => name) });
  const open = layer.kind === 'go-live' ? openMusts(state.rules.readiness, state.readiness, on) : [];
  if (open.length > 0) blocks.push({ because: 'musts-open', what: open });
  return blocks;
}
