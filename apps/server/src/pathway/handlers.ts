import { reaches, type Session } from '@daero/api/access';
import { caseRecorders } from '@daero/api/routes-pathway';
import { canonicalJson, type Json } from '@daero/domain/canonical';
import { all, fail, succeed, type Result } from '@daero/domain/result';
import type { Role } from '@daero/domain/product';
import { speakFault } from '@daero/domain/words/speak';
import { typeOfEntry, type Entry } from '@daero/pathway/record/entry';
import { admitEntry, foldRecord, type CaseRecord } from '@daero/pathway/record/record';
import type { DecisionLog, Recorded } from '../decisions/decided.ts';
import type { Handlers } from '../http/handler.ts';
import type { Projects } from '../projects.ts';
import { caseRow } from './case-row.ts';
import { caseView } from './case-view.ts';
import { forecastOf, streamOf, today, type Cases } from './cases.ts';
import { countedUses, type HospitalUses } from './hospital-use.ts';
import { investorsView, type ProductUse } from './investor-view.ts';
import type { Look } from './looked.ts';
import { checkRoute } from './opening.ts';
import { productOf, productView } from './product-view.ts';
import { checkBinding, claimsOf } from './claims.ts';
import { forecastView } from './forecast-view.ts';
import { countryRoutes } from './routes-view.ts';

export type PathwayHandlers = Pick<
  Handlers,
  | 'portfolio'
  | 'openCase'
  | 'case'
  | 'recordCaseEvent'
  | 'assumeForCase'
  | 'bindClaim'
  | 'unbindClaim'
  | 'askOfCase'
  | 'product'
  | 'investor'
  | 'previewForecast'
  | 'compareRoutes'
>;

const recorders: readonly Role[] = caseRecorders;
type Act = { readonly expected: number | null; readonly request: string };

/** Cases on the road: what is read is folded from the log, and what is recorded has passed the rules. */
export function pathwayHandlers(
  decisions: DecisionLog,
  projects: Projects,
  { cases, look, uses }: { readonly cases: Cases; readonly look: Look; readonly uses: HospitalUses },
): PathwayHandlers {
  const record = async (
    session: Session,
    caseId: string,
    entry: Entry,
    act: Act & { readonly project: string | null },
    allows: (record: CaseRecord | null) => Result<unknown>,
  ): Promise<Result<Recorded>> => {
    const { is: _is, ...payload } = entry;
    return decisions.decide(
      {
        stream: streamOf(caseId),
        by: { personId: session.person, role: session.role },
        type: typeOfEntry(entry),
        payload: { ...plain(payload), reason: entry.reason },
        expected: act.expected,
        key: act.request,
        project: act.project,
      },
      (events) => {
        const folded = events.length === 0 ? succeed(null) : foldRecord(caseId, events);
        return folded.ok ? allows(folded.value) : folded;
      },
    );
  };
  /** Records in a case that the session reaches. */
  const recordIn = async (
    session: Session,
    caseId: string,
    entry: Entry,
    act: Act,
    more: (record: CaseRecord) => Promise<Result<unknown>> = async () => succeed(null),
  ): Promise<Result<Recorded>> => {
    const found = await cases.find(session, caseId);
    if (!found.ok) return found;
    const checked = await more(found.value.record);
    if (!checked.ok) return checked;
    const { project } = found.value.record.about;
    return record(session, caseId, entry, { ...act, project }, (now) =>
      admitEntry(now, entry, { today: today() }),
    );
  };

  return {
    portfolio: async ({ session }) => {
      const [listed, looked] = await Promise.all([cases.list(session), look.all(session)]);
      if (!listed.ok) return listed;
      if (!looked.ok) return looked;
      const rows = looked.value.map(({ opened, forecast }) =>
        caseRow(opened, forecast.ok ? forecast.value.forecast : null),
      );
      return succeed({
        asOf: today(),
        cases: rows,
        unreadable: listed.value.unreadable.map(({ id, fault }) => ({
          id,
          why: { ko: speakFault(fault, 'ko'), en: speakFault(fault, 'en') },
        })),
      });
    },

    openCase: async ({ body, session }) => {
      const { case: caseId, expected: _none, request, ...entry } = body;
      const { project } = entry.about;
      if (project !== null) {
        if (!reaches(session, project)) return fail({ kind: 'project-unknown', project });
        const found = await projects.find(project);
        if (!found.ok) return found;
      }
      const { key, jurisdiction, version } = entry.change;
      const open = checkRoute({
        ...{ jurisdiction, version, route: key.route, on: entry.on },
        facts: entry.about.facts ?? {},
      });
      if (!open.ok) return open;
      const opening: Entry = { is: 'happened', ...entry };
      return record(session, caseId, opening, { expected: null, request, project }, (now) =>
        now === null
          ? admitEntry(null, opening, { today: today() })
          : fail({ kind: 'case-exists', case: caseId }),
      );
    },

    case: async ({ params, session }) => {
      const found = await cases.find(session, params.case);
      if (!found.ok) return found;
      const { claims, forecast } = await look.at(found.value);
      const mayRecord = recorders.includes(session.role);
      return caseView(found.value, forecast, { claims, mayRecord });
    },

    recordCaseEvent: async ({ params, body, session }) => {
      const { expected, request, ...entry } = body;
      return recordIn(session, params.case, { is: 'happened', ...entry }, { expected, request });
    },

    assumeForCase: async ({ params, body, session }) => {
      const { expected, request, ...entry } = body;
      const found = await cases.find(session, params.case);
      if (!found.ok) return found;
      const { assumptions } = entry;
      const tried = forecastOf(found.value, { assumptions, scenarios: [], met: [], draws: 100 });
      return tried.ok
        ? recordIn(session, params.case, { is: 'assumed', ...entry }, { expected, request })
        : tried;
    },

    bindClaim: async ({ params, body, session }) => {
      const { expected, request, ...entry } = body;
      return recordIn(session, params.case, { is: 'bound', ...entry }, { expected, request }, async (now) =>
        checkBinding(now, entry.binding, await claimsOf(projects, now.about.project), today()),
      );
    },

    unbindClaim: async ({ params, body, session }) => {
      const { expected, request, ...entry } = body;
      return recordIn(session, params.case, { is: 'unbound', ...entry }, { expected, request });
    },

    askOfCase: async ({ params, body, session }) => {
      const { expected, request, ...entry } = body;
      return recordIn(session, params.case, { is: 'asked', ...entry }, { expected, request });
    },

    product: async ({ params, session }) => {
      const [looked, used] = await Promise.all([look.all(session), uses.of(session)]);
      if (!looked.ok) return looked;
      if (!used.ok) return used;
      const own = looked.value.filter((one) => productOf(one) === params.product);
      if (own.length === 0) return fail({ kind: 'product-unknown', product: params.product });
      const of = used.value.filter(({ productVersion }) => productVersion.split('@')[0] === params.product);
      return succeed(productView(params.product, own, countedUses(of)));
    },

    investor: async ({ session }) => {
      const [looked, used] = await Promise.all([look.all(session), uses.of(session)]);
      if (!looked.ok) return looked;
      if (!used.ok) return used;
      const products = new Map<string, ProductUse>();
      for (const { productVersion, renewals: ended, ...hospital } of used.value) {
        const [product = productVersion] = productVersion.split('@');
        const { hospitals, renewals } = products.get(product) ?? { hospitals: [], renewals: [] };
        products.set(product, {
          hospitals: [...hospitals, hospital],
          renewals: [...renewals, ...ended],
        });
      }
      return succeed(investorsView(looked.value, products));
    },

    previewForecast: async ({ params, body, session }) => {
      const found = await cases.find(session, params.case);
      if (!found.ok) return found;
      const { met } = await look.at(found.value);
      const forecast = forecastOf(found.value, { ...body, met });
      if (!forecast.ok) return forecast;
      const { record: one, clocks } = found.value;
      const seen = { state: one.state, clocks, title: one.about.title };
      return succeed(forecastView(seen, forecast.value.forecast, forecast.value.milliseconds));
    },

    compareRoutes: async ({ query }) =>
      all(query.countries.split(',').map((code) => countryRoutes(code, query.on ?? today(), query.facts))),
  };
}

/** As JSON has it: fields that are not given are not there. */
const plain = (value: object): Readonly<Record<string, Json>> =>
  JSON.parse(canonicalJson(value)) as Readonly<Record<string, Json>>;
