import type { Session } from '@daero/api/access';
import { demonstrationOn } from '@daero/adoption/generated/hospitals';
import { adoptionChangeForm, adoptionEventForm, type AdoptionEvent } from '@daero/adoption/layers/event';
import { foldAdoption } from '@daero/adoption/layers/fold';
import type { AdoptionState } from '@daero/adoption/layers/state';
import {
  procurementChangeForm,
  procurementEventForm,
  type ProcurementEvent,
} from '@daero/adoption/procurement/event';
import { adoptionAboutForm, type AdoptionAbout } from '@daero/adoption/record/about';
import { logType, readLogged, type Stream } from '@daero/adoption/record/log';
import { answerChangeForm, answerEventForm, type AnswerEvent } from '@daero/adoption/security/question';
import { jsonField } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import { all, fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import type { z } from 'zod';
import type { DecisionLog } from '../decisions/decided.ts';
import { today } from '../pathway/cases.ts';

/** The adoption of one product version at one hospital, as the log tells it. */
export type OpenedAdoption = {
  readonly id: string;
  readonly about: AdoptionAbout;
  readonly state: AdoptionState;
  readonly history: readonly AdoptionEvent[];
  readonly events: readonly LoggedEvent[];
  /** The day on which it is looked at. */
  readonly asOf: IsoDate;
};

export type Adoptions = {
  /** Those that the session reaches, and those whose events cannot be read. */
  readonly list: (session: Session) => Promise<
    Result<{
      readonly opened: readonly OpenedAdoption[];
      readonly unreadable: readonly { readonly id: string; readonly fault: Fault }[];
    }>
  >;
  readonly find: (session: Session, id: string) => Promise<Result<OpenedAdoption>>;
};

export const adoptionStream = (id: string): string => `adoption:${id}`;
export const purchaseStream = (id: string): string => `procurement:${id}`;
export const answerStream = (product: string): string => `security:${product}`;

/** All that the log calls changes of adoption. */
export const adoptionEventTypes: readonly string[] = (
  [
    ['adoption', adoptionChangeForm],
    ['procurement', procurementChangeForm],
    ['security', answerChangeForm],
  ] as const
).flatMap(([kind, form]) => form.options.map(({ shape }) => typeOf(kind, shape.type.value)));

export function typeOf(kind: Stream['kind'], change: string): string {
  return logType({ kind, streamId: '', site: '' }, change);
}

/** Events of one form; the first that cannot be read is the fault. */
export const readAll = <Event>(
  events: readonly LoggedEvent[],
  form: z.ZodType<Event>,
): Result<readonly Event[]> => all(events.map((event) => readLogged(event, form)));

export const readPurchase = (events: readonly LoggedEvent[]): Result<readonly ProcurementEvent[]> =>
  readAll(events, procurementEventForm);
export const readAnswers = (events: readonly LoggedEvent[]): Result<readonly AnswerEvent[]> =>
  readAll(events, answerEventForm);
export const readAdoption = (events: readonly LoggedEvent[]): Result<readonly AdoptionEvent[]> =>
  readAll(events, adoptionEventForm);

/** A demonstration is looked at on its own day, or on that of what was recorded in it since; everything else today. */
export const dayOf = (demonstration: boolean, lastOn: IsoDate): IsoDate =>
  demonstration && lastOn < today()
    ? lastOn > demonstrationOn
      ? lastOn
      : isoDate(demonstrationOn)
    : today();

/** Whoever is of one hospital sees that hospital; whoever is of one repository, the hospitals that adopt its product. */
const mayReach = (
  { projects }: Session,
  { about, state }: Pick<OpenedAdoption, 'about' | 'state'>,
): boolean =>
  projects === 'all' ||
  projects.includes(state.key.hospital) ||
  (about.evidence !== null && projects.includes(about.evidence.project));

function opened(id: string, events: readonly LoggedEvent[]): Result<Omit<OpenedAdoption, 'asOf'>> {
  const history = readAdoption(events);
  if (!history.ok) return history;
  const state = foldAdoption(history.value);
  if (!state.ok) return state;
  const about = adoptionAboutForm.safeParse(jsonField(events[0]?.payload ?? null, 'about'));
  if (!about.success)
    return fail({
      ...{ kind: 'adoption-event-form', eventId: events[0]?.eventId ?? '—' },
      path: `/about/${(about.error.issues[0]?.path ?? []).join('/')}`,
      expected: about.error.issues[0]?.message ?? '',
    });
  return succeed({ id, about: about.data, state: state.value, history: history.value, events });
}

export function openAdoptions(decisions: DecisionLog): Adoptions {
  const read = async () => {
    const streams = await decisions.all();
    if (!streams.ok) return streams;
    const found = [...streams.value]
      .filter(([stream]) => stream.startsWith(adoptionStream('')))
      .map(([stream, events]) => {
        const id = stream.slice(adoptionStream('').length);
        return { id, found: opened(id, events) };
      });
    const shown = found.flatMap((one) => (one.found.ok ? [one.found.value] : []));
    const lastOn = shown
      .filter(({ about }) => about.demonstration)
      .flatMap(({ history }) => history.map(({ on }) => on))
      .reduce<IsoDate>((last, on) => (on > last ? on : last), isoDate(demonstrationOn));
    return succeed({
      opened: shown.map((one): OpenedAdoption => ({ ...one, asOf: dayOf(one.about.demonstration, lastOn) })),
      unreadable: found.flatMap((one) => (one.found.ok ? [] : [{ id: one.id, fault: one.found.fault }])),
    });
  };
  return {
    list: async (session) => {
      const found = await read();
      if (!found.ok) return found;
      return succeed({
        opened: found.value.opened.filter((one) => mayReach(session, one)),
        unreadable: session.projects === 'all' ? found.value.unreadable : [],
      });
    },
    find: async (session, id) => {
      const found = await read();
      if (!found.ok) return found;
      const one = found.value.opened.find((each) => each.id === id);
      const broken = found.value.unreadable.find((each) => each.id === id);
      if (broken !== undefined && session.projects === 'all') return fail(broken.fault);
      return one === undefined || !mayReach(session, one)
        ? fail({ kind: 'adoption-unknown', adoption: id })
        : succeed(one);
    },
  };
}
