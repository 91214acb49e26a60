import type { CaseEventRow } from '@daero/api/schemas/pathway';
import type { Recorded } from '@daero/adoption/record/event';
import { textField } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { Text } from '@daero/domain/text';

/** Every event of a record, the newest first: nothing is deleted, an annulment says what it takes back. */
export function trailOf<Change extends { readonly type: string; readonly eventId?: unknown }>(
  history: readonly Recorded<Change>[],
  logged: readonly LoggedEvent[],
  tell: (change: Change) => Text,
): readonly CaseEventRow[] {
  const annulled = new Set(
    history.flatMap(({ change }) => (change.type === 'annulled' ? [String(change.eventId)] : [])),
  );
  return history
    .flatMap(({ eventId, on, by, reason, source, change }, at): readonly CaseEventRow[] => {
      const event = logged[at];
      if (event === undefined) return [];
      return [
        {
          ...{ eventId, on, reason, source, by: by.personId, role: by.role },
          signedBy: textField(event.payload, 'signedBy') ?? by.personId,
          ...{ recordedAt: event.recordedAt, type: event.type, what: tell(change) },
          annulled: annulled.has(eventId),
          ...{ position: event.position, hash: event.hash },
        },
      ];
    })
    .reverse();
}

export const withName = ({ ko, en }: Text, name: Text | null): Text =>
  name === null ? { ko, en } : { ko: `${ko}: ${name.ko}`, en: `${en}: ${name.en}` };
