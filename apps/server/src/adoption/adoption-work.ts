import { boardRow, type BoardCell } from '@daero/adoption/layers/board';
import type { Session } from '@daero/api/access';
import type { WorkItem, WorkKind } from '@daero/api/schemas/project';
import { succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { DecisionLog } from '../decisions/decided.ts';
import { openAdoptions, type OpenedAdoption } from './records.ts';

/** The last moment of a day in Korea. */
const endOf = (on: IsoDate): string => `${on}T14:59:59.000Z`;

/** The layers that wait for whoever is signed in: only those whose key they hold. */
export async function adoptionWork(
  decisions: DecisionLog,
  session: Session,
): Promise<Result<readonly WorkItem[]>> {
  const listed = await openAdoptions(decisions).list(session);
  return listed.ok ? succeed(listed.value.opened.flatMap((one) => workOf(one, session))) : listed;
}

function workOf({ id, about, state, asOf }: OpenedAdoption, { person }: Session): readonly WorkItem[] {
  if (state.withdrawn !== null) return [];
  return boardRow(state, asOf).cells.flatMap((cell): readonly WorkItem[] => {
    const record = state.layers.get(cell.layer);
    const waiting = waitingOf(cell);
    if (record === undefined || waiting === null || !record.holders.includes(person)) return [];
    const path = `/hospitals/${encodeURIComponent(id)}/adoption/${encodeURIComponent(cell.layer)}`;
    const { kind, what, due } = waiting;
    return [
      {
        ...{ kind, path, object: about.hospital, waits: record.layer.office },
        title: { ko: `${cell.name.ko}: ${what.ko}`, en: `${cell.name.en}: ${what.en}` },
        due: due === null ? null : endOf(due),
      },
    ];
  });
}

type Waiting = { readonly kind: WorkKind; readonly what: Text; readonly due: IsoDate | null };

function waitingOf({ standing, days }: BoardCell): Waiting | null {
  switch (standing.is) {
    case 'open':
      return {
        kind: 'layer-turn',
        what: { ko: `결정할 차례입니다(${days}일, 달력일)`, en: `yours to decide (${days} calendar days)` },
        due: null,
      };
    case 'returned':
      return {
        kind: 'layer-returned',
        what: { ko: '되돌아와 다시 결정해야 합니다', en: 'it has come back and is to be decided again' },
        due: standing.due[0]?.dueOn ?? standing.since,
      };
    case 'conditional':
      return {
        kind: 'layer-condition',
        what: { ko: '기한까지 조건이 충족되어야 합니다', en: 'a condition is to be met by its day' },
        due: standing.nextDueOn,
      };
    default:
      return null;
  }
}
