import type { TrailRow } from '@daero/api/schemas/programme-parts';
import { textField } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { Text } from '@daero/domain/text';
import type { CallChange, CallEvent } from '@daero/programme/call/event';
import { categoryWords, fundingWords } from '@daero/programme/money/category';
import type { ProjectChange, ProjectEvent } from '@daero/programme/project/event';
import { actWords } from '@daero/programme/words/acts';
import { inWon, joined, plain } from './naming.ts';

type Event = CallEvent | ProjectEvent;
/** What applications, milestones and indicators are called, as far as the reader may know. */
export type Names = ReadonlyMap<string, Text>;

/** The events as the log keeps them, the newest first: what, when, who signed, why. */
export function trailOf(
  history: readonly Event[],
  events: readonly LoggedEvent[],
  { shown, names }: { readonly shown: (event: Event) => boolean; readonly names: Names },
): readonly TrailRow[] {
  const annulled = new Set(
    history.flatMap(({ change }) => (change.type === 'annulled' ? [change.eventId] : [])),
  );
  return history
    .flatMap((event, at): readonly TrailRow[] => {
      const logged = events[at];
      if (logged === undefined || !shown(event)) return [];
      return [
        {
          eventId: event.eventId,
          on: event.on,
          recordedAt: logged.recordedAt,
          by: event.by.personId,
          role: event.by.role,
          signedBy: textField(logged.payload, 'signedBy') ?? event.by.personId,
          type: logged.type,
          what: tell(event.change, names),
          reason: event.reason,
          source: event.source,
          annulled: annulled.has(event.eventId),
          position: logged.position,
          hash: logged.hash,
        },
      ];
    })
    .reverse();
}

/** An act in a few words, with its amount or what it is about. */
export function tell(change: CallChange | ProjectChange, names: Names = new Map()): Text {
  const act = actWords[change.type];
  const about = aboutOf(change, names);
  return about === null ? act : joined(act, about, ': ');
}

function aboutOf(change: CallChange | ProjectChange, names: Names): Text | null {
  const named = (id: string): Text => names.get(id) ?? plain(id);
  switch (change.type) {
    case 'spent':
      return joined(
        joined(categoryWords[change.category], fundingWords[change.funding], ', '),
        inWon(change.amount),
        ' ',
      );
    case 'own-kind-given':
      return joined(categoryWords[change.category], inWon(change.amount), ' ');
    case 'transfer-asked':
      return joined(
        joined(categoryWords[change.from.category], categoryWords[change.to.category], ' → '),
        inWon(change.amount),
        ' ',
      );
    case 'grant-paid':
    case 'own-cash-paid':
    case 'spending-disallowed':
    case 'recovered':
    case 'interest-credited':
    case 'carried-over':
    case 'returned':
      return inWon(change.amount);
    case 'year-settled':
      return plain(String(change.year));
    case 'transfer-decided':
      return change.approved ? { ko: '승인', en: 'approved' } : { ko: '불승인', en: 'not approved' };
    case 'submitted':
    case 'withdrawn':
    case 'interest-declared':
    case 'scored':
      return named(change.application);
    case 'reviewer-appointed':
      return change.name;
    case 'milestone-met':
    case 'milestone-failed':
    case 'milestone-moved':
      return named(change.milestone);
    case 'indicator-declared':
      return joined(named(change.indicator), plain(String(change.value)), ' ');
    default:
      return null;
  }
}
