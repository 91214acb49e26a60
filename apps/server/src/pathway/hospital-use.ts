import type { Session } from '@daero/api/access';
import { foldProcurement } from '@daero/adoption/procurement/fold';
import type { Contract } from '@daero/adoption/procurement/state';
import { useStandingWords } from '@daero/adoption/words/use-words';
import type { UseView } from '@daero/api/schemas/pathway-product';
import type { EventLog } from '@daero/domain/event-log';
import { all, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { HospitalUse, Renewal } from '@daero/programme/portfolio/investor';
import { careReader } from '../adoption/care.ts';
import { openAdoptions, purchaseStream, readPurchase, type OpenedAdoption } from '../adoption/records.ts';
import type { DecisionLog } from '../decisions/decided.ts';

/** A hospital's use of a product version, and the ends of its contract. */
type OneUse = HospitalUse & { readonly productVersion: string; readonly renewals: readonly Renewal[] };

export type HospitalUses = { readonly of: (session: Session) => Promise<Result<readonly OneUse[]>> };

const deciding: Text = { ko: '도입을 정하는 중', en: 'deciding' };
export const useName = (use: HospitalUse['use']): Text =>
  use === 'deciding' ? deciding : useStandingWords[use];

/** Where hospitals stand with products: measured from the events of care, never declared. */
export function hospitalUses(decisions: DecisionLog, events: EventLog): HospitalUses {
  const adoptions = openAdoptions(decisions);
  const care = careReader(events);
  const one = async (opened: OpenedAdoption): Promise<Result<OneUse>> => {
    const [found, logged] = await Promise.all([care.of(opened), decisions.of(purchaseStream(opened.id))]);
    if (!found.ok) return found;
    if (!logged.ok) return logged;
    const { hospital, productVersion } = opened.state.key;
    const last = found.value.history.at(-1) ?? null;
    const is = last?.standing.is ?? 'not-used';
    const history = readPurchase(logged.value);
    const bought = history.ok && history.value.length > 0 ? foldProcurement(history.value) : null;
    const contract = bought?.ok === true ? bought.value.contract : null;
    return succeed({
      ...{ hospital, productVersion, name: opened.about.hospital },
      use: is === 'not-used' ? 'deciding' : is,
      since: last?.since ?? opened.history[0]?.on ?? opened.asOf,
      renewals: contract === null ? [] : renewalsOf(hospital, contract, opened.asOf),
    });
  };
  return {
    of: async (session) => {
      const listed = await adoptions.list(session);
      return listed.ok ? all(await Promise.all(listed.value.opened.map(one))) : listed;
    },
  };
}

/** Each end of a contract, as far as it was renewed or has passed. */
const renewalsOf = (
  hospital: string,
  { renewals, toOn }: Pick<Contract, 'renewals' | 'toOn'>,
  asOf: IsoDate,
): readonly Renewal[] => [
  ...renewals.map(({ endedOn }) => ({ hospital, endedOn, renewed: true })),
  ...(toOn > asOf ? [] : [{ hospital, endedOn: toOn, renewed: false }]),
];

const order = ['deciding', 'trial', 'in-use', 'sustained', 'fading', 'withdrawn'] as const;

/** Hospitals counted by how they use each product version. */
export function countedUses(uses: readonly OneUse[]): ReadonlyMap<string, readonly UseView[]> {
  const versions = [...new Set(uses.map(({ productVersion }) => productVersion))];
  return new Map(
    versions.map((version) => {
      const own = uses.filter(({ productVersion }) => productVersion === version);
      const rows = order.map((use) => ({
        use,
        name: useName(use),
        hospitals: own.filter((one) => one.use === use).length,
      }));
      return [version, rows.filter(({ hospitals }) => hospitals > 0)];
    }),
  );
}
