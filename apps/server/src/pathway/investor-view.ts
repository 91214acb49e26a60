import type { InvestorView, UseView } from '@daero/api/schemas/pathway-product';
import { investorView, type HospitalUse, type Renewal } from '@daero/programme/portfolio/investor';
import { caseRow } from './case-row.ts';
import { today } from './cases.ts';
import type { Looked } from './looked.ts';
import { productOf } from './product-view.ts';
import { useName } from './hospital-use.ts';

/** Where a product stands with hospitals, by the product's id. */
export type ProductUse = {
  readonly hospitals: readonly HospitalUse[];
  readonly renewals: readonly Renewal[];
};

/** Products as an investor may see them: what has happened with its proof, what is forecast with its range, and how it is used. */
export function investorsView(
  looked: readonly Looked[],
  uses: ReadonlyMap<string, ProductUse>,
): InvestorView {
  const asOf = today();
  const products = [...new Set(looked.map(productOf))];
  return {
    asOf,
    products: products.map((product) => {
      const own = looked.filter((one) => productOf(one) === product);
      const name = own[0]?.opened.record.about.product ?? { ko: product, en: product };
      const seen = investorView({
        ...{ product: name, asOf, projects: [], claims: [] },
        demonstration: own.some(({ opened }) => opened.record.about.demonstration),
        cases: own.map(({ opened, forecast }) => ({
          name: opened.record.caseId,
          state: opened.record.state,
          milestones: forecast.ok ? forecast.value.forecast.milestones : null,
        })),
        hospitals: uses.get(product)?.hospitals ?? [],
        renewals: uses.get(product)?.renewals ?? [],
      });
      return {
        ...{ product, name, demonstration: seen.demonstration, renewal: seen.renewal, proofs: seen.proofs },
        cases: own.map(releasedCase),
        adoption: seen.adoption
          .filter(({ hospitals }) => hospitals > 0)
          .map(({ use, hospitals }): UseView => ({ use, name: useName(use), hospitals })),
      };
    }),
  };
}

type ReleasedCase = InvestorView['products'][number]['cases'][number];

/** The road without gaps, reasons, or who is waited for. */
function releasedCase({ opened, forecast }: Looked): ReleasedCase {
  const row = caseRow(opened, forecast.ok ? forecast.value.forecast : null);
  const { id, title, productVersion, route, jurisdiction, standings, listing, firstPaidUse, window } = row;
  return {
    ...{ id, title, productVersion, route, jurisdiction, standings, listing, firstPaidUse, window },
    ended: row.ended?.ends ?? null,
    stages: row.now.map(({ stage }) => stage.name),
  };
}
