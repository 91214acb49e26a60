import { decideAdoption } from '@daero/adoption/layers/fold';
import { defaultRules } from '@daero/adoption/layers/default-rules';
import { layerKinds } from '@daero/adoption/layers/layer';
import { decideProcurement, foldProcurement } from '@daero/adoption/procurement/fold';
import type { Recorded as Happened } from '@daero/adoption/record/event';
import { decideAnswers, foldAnswers } from '@daero/adoption/security/answer-book';
import { reaches, type Session } from '@daero/api/access';
import { answerers, insiders } from '@daero/api/routes-adoption';
import { canonicalJson, type Json } from '@daero/domain/canonical';
import type { LoggedEvent } from '@daero/domain/event';
import type { EventLog } from '@daero/domain/event-log';
import type { Role } from '@daero/domain/product';
import { all, fail, succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import type { DecisionLog, Recorded } from '../decisions/decided.ts';
import type { Handlers } from '../http/handler.ts';
import { today } from '../pathway/cases.ts';
import type { Projects } from '../projects.ts';
import { answersView } from './answers-view.ts';
import { adoptionRow } from './board-view.ts';
import { careReader, type Care } from './care.ts';
import { chainOf } from './chain.ts';
import { deploymentView } from './deployment-view.ts';
import type { Seen } from './fact-view.ts';
import { hospitalView, roomView } from './hospital-view.ts';
import { said } from './naming.ts';
import { purchaseView, type OpenedPurchase } from './purchase-view.ts';
import { readinessView } from './readiness-view.ts';
import {
  adoptionStream,
  answerStream,
  openAdoptions,
  purchaseStream,
  readAdoption,
  readAnswers,
  readPurchase,
  typeOf,
  type OpenedAdoption,
} from './records.ts';
import { useView } from './use-view.ts';

export type AdoptionHandlers = Pick<
  Handlers,
  | 'adoptions'
  | 'openAdoption'
  | 'adoption'
  | 'decisionRoom'
  | 'adoptionReadiness'
  | 'adoptionUse'
  | 'recordAdoption'
  | 'purchase'
  | 'recordPurchase'
  | 'securityAnswers'
  | 'recordAnswer'
  | 'deployment'
>;

const inside: readonly Role[] = insiders;
const answering: readonly Role[] = answerers;

/** A signed change as it comes in. */
type Sent<Change> = {
  readonly change: Change;
  readonly on: IsoDate;
  readonly source: string | null;
  readonly reason: string;
  readonly signedBy: string;
  readonly expected: number;
  readonly request: string;
};

/** Adoption over the API: what is read is folded from the log, and what is recorded has passed the hospital's rules. */
export function adoptionHandlers(
  decisions: DecisionLog,
  events: EventLog,
  projects: Projects,
): AdoptionHandlers {
  const adoptions = openAdoptions(decisions);
  const care = careReader(events);

  /** Appends a change if the rules allow it after what the stream holds; the event's place is its name until it has an id. */
  const record = async <Change extends { readonly type: string }>(
    session: Session,
    {
      stream,
      kind,
      project,
    }: {
      readonly stream: string;
      readonly kind: 'adoption' | 'procurement' | 'security';
      readonly project: string | null;
    },
    { change, on, source, reason, signedBy, expected, request }: Sent<Change>,
    rules: {
      readonly read: (events: readonly LoggedEvent[]) => Result<readonly Happened<Change>[]>;
      readonly decide: (history: readonly Happened<Change>[], command: Happened<Change>) => Result<unknown>;
      readonly more?: Readonly<Record<string, unknown>>;
    },
  ): Promise<Result<Recorded>> => {
    if (on > today()) return fail({ kind: 'adoption-day-ahead', on, today: today() });
    const by = { personId: session.person, role: session.role };
    return decisions.decide(
      {
        ...{ stream, by, type: typeOf(kind, change.type), expected, key: request, project },
        payload: { ...plain({ on, source, change, signedBy, ...rules.more }), reason },
      },
      (logged) => {
        const history = rules.read(logged);
        if (!history.ok) return history;
        const eventId = String(logged.length + 1);
        return rules.decide(history.value, { eventId, on, by, reason, source, change });
      },
    );
  };
  const purchaseOf = async (id: string): Promise<Result<OpenedPurchase | null>> => {
    const logged = await decisions.of(purchaseStream(id));
    if (!logged.ok) return logged;
    if (logged.value.length === 0) return succeed(null);
    const history = readPurchase(logged.value);
    return history.ok ? succeed({ history: history.value, events: logged.value }) : history;
  };
  const answersOf = async (product: string) => {
    const logged = await decisions.of(answerStream(product));
    if (!logged.ok) return logged;
    const history = readAnswers(logged.value);
    return history.ok ? succeed({ history: history.value, events: logged.value }) : history;
  };
  const seenBy = async (opened: OpenedAdoption, { measured }: Care): Promise<Result<Seen>> => {
    const { state, about, asOf: on } = opened;
    const [chain, purchase, answers] = await Promise.all([
      chainOf(projects, opened),
      purchaseOf(opened.id),
      answersOf(productOf(opened)),
    ]);
    if (!purchase.ok) return purchase;
    if (!answers.ok) return answers;
    const bought = purchase.value === null ? succeed(null) : foldProcurement(purchase.value.history);
    const book = answers.value.history.length === 0 ? succeed(null) : foldAnswers(answers.value.history);
    if (!bought.ok) return bought;
    if (!book.ok) return book;
    const { estimates, claims, businessCase } = chain;
    const input = {
      ...{ adoption: state, on, estimates, claims, measured, businessCase, fee: about.fee },
      ...{ answers: book.value, purchase: bought.value },
    };
    return succeed({ input, chain });
  };
  /** An adoption with its care, for a session that reaches it. */
  const entered = async (session: Session, id: string) => {
    const opened = await adoptions.find(session, id);
    if (!opened.ok) return opened;
    const found = await care.of(opened.value);
    return found.ok ? succeed({ opened: opened.value, care: found.value }) : found;
  };
  const looked = async (session: Session, id: string) => {
    const found = await entered(session, id);
    if (!found.ok) return found;
    const seen = await seenBy(found.value.opened, found.value.care);
    return seen.ok ? succeed({ ...found.value, seen: seen.value }) : seen;
  };
  const withCare = async (list: readonly OpenedAdoption[]) =>
    all(
      await Promise.all(
        list.map(async (opened) => {
          const found = await care.of(opened);
          return found.ok ? succeed({ opened, care: found.value }) : found;
        }),
      ),
    );
  /** The adoptions of one product that the session reaches. */
  const adopting = async (
    session: Session,
    product: string,
  ): Promise<Result<readonly [OpenedAdoption, ...OpenedAdoption[]]>> => {
    const listed = await adoptions.list(session);
    if (!listed.ok) return listed;
    const [first, ...rest] = listed.value.opened.filter((one) => productOf(one) === product);
    return first === undefined
      ? fail({ kind: 'adoption-product-unknown', product })
      : succeed([first, ...rest]);
  };

  return {
    adoptions: async ({ session }) => {
      const listed = await adoptions.list(session);
      if (!listed.ok) return listed;
      const rows = await withCare(listed.value.opened);
      if (!rows.ok) return rows;
      const opens = inside.includes(session.role);
      return succeed({
        ...{ asOf: latest(listed.value.opened), opens },
        rows: rows.value.map((one) => adoptionRow(one.opened, one.care, opens)),
        unreadable: listed.value.unreadable.map(({ id, fault }) => ({ id, why: said(fault) })),
      });
    },

    openAdoption: async ({ body, session }) => {
      const { adoption, about, key, rules, holders, ...sent } = body;
      const project = about.evidence?.project ?? null;
      if (project !== null) {
        if (!reaches(session, project)) return fail({ kind: 'project-unknown', project });
        const found = await projects.find(project);
        if (!found.ok) return found;
      }
      const keys = Object.fromEntries(layerKinds.map((kind) => [kind, holders[kind] ?? []]));
      const change = { type: 'opened' as const, key, rules: rules ?? defaultRules(keys) };
      return record(
        session,
        { stream: adoptionStream(adoption), kind: 'adoption', project },
        { ...sent, change },
        {
          read: readAdoption,
          decide: (history, command) =>
            history.length > 0
              ? fail({ kind: 'adoption-exists', adoption })
              : decideAdoption(history, command),
          more: { about },
        },
      );
    },

    adoption: async ({ params, session }) => {
      const found = await entered(session, params.adoption);
      return found.ok ? succeed(hospitalView(found.value.opened, found.value.care, session)) : found;
    },
    decisionRoom: async ({ params, session }) => {
      const found = await looked(session, params.adoption);
      if (!found.ok) return found;
      const { opened, seen, care: known } = found.value;
      return roomView(opened, seen, known, { layer: params.layer, session });
    },
    adoptionReadiness: async ({ params, session }) => {
      const found = await looked(session, params.adoption);
      return found.ok
        ? succeed(readinessView(found.value.opened, found.value.care, found.value.seen))
        : found;
    },
    adoptionUse: async ({ params, session }) => {
      const found = await looked(session, params.adoption);
      return found.ok ? succeed(useView(found.value.opened, found.value.care, found.value.seen)) : found;
    },
    recordAdoption: async ({ params, body, session }) => {
      const found = await adoptions.find(session, params.adoption);
      if (!found.ok) return found;
      const { id, about } = found.value;
      return record(
        session,
        { stream: adoptionStream(id), kind: 'adoption', project: about.evidence?.project ?? null },
        body,
        { read: readAdoption, decide: decideAdoption },
      );
    },

    purchase: async ({ params, session }) => {
      const found = await entered(session, params.adoption);
      if (!found.ok) return found;
      const purchase = await purchaseOf(params.adoption);
      return purchase.ok ? purchaseView(found.value.opened, found.value.care, purchase.value) : purchase;
    },
    recordPurchase: async ({ params, body, session }) => {
      const found = await adoptions.find(session, params.adoption);
      if (!found.ok) return found;
      const { id, about } = found.value;
      return record(
        session,
        { stream: purchaseStream(id), kind: 'procurement', project: about.evidence?.project ?? null },
        body,
        { read: readPurchase, decide: decideProcurement },
      );
    },

    securityAnswers: async ({ params, query, session }) => {
      const found = await adopting(session, params.product);
      if (!found.ok) return found;
      const answers = await answersOf(params.product);
      if (!answers.ok) return answers;
      const mayAnswer = answering.includes(session.role);
      return answersView(params.product, found.value, answers.value, { version: query.version, mayAnswer });
    },
    recordAnswer: async ({ params, body, session }) => {
      const found = await adopting(session, params.product);
      if (!found.ok) return found;
      const project = found.value[0].about.evidence?.project ?? null;
      return record(session, { stream: answerStream(params.product), kind: 'security', project }, body, {
        read: readAnswers,
        decide: decideAnswers,
      });
    },

    deployment: async ({ session }) => {
      const listed = await adoptions.list(session);
      if (!listed.ok) return listed;
      const rows = await withCare(listed.value.opened);
      return rows.ok ? deploymentView(rows.value, latest(listed.value.opened)) : rows;
    },
  };
}

const productOf = ({ state }: OpenedAdoption): string => state.key.productVersion.split('@')[0] ?? '';

const latest = (opened: readonly OpenedAdoption[]): IsoDate =>
  opened.reduce<IsoDate | null>((last, { asOf }) => (last === null || asOf > last ? asOf : last), null) ??
  today();

/** As JSON has it: fields that are not given are not there. */
const plain = (value: object): Readonly<Record<string, Json>> =>
  JSON.parse(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)) as Readonly<Record<string, Json>>;
