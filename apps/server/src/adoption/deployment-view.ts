import { efficiencyOf } from '@daero/adoption/portfolio/efficiency';
import { milestonesOf } from '@daero/adoption/portfolio/milestones';
import { efficiencyWords } from '@daero/adoption/words/portfolio-words';
import type { DeploymentView } from '@daero/api/schemas/adoption';
import { succeed, type Result } from '@daero/domain/result';
import type { IsoDate } from '@daero/domain/time';
import type { Care } from './care.ts';
import type { OpenedAdoption } from './records.ts';

/** Deployment beside innovation: a product is developed once, and brought into use hospital by hospital. */
export function deploymentView(
  adoptions: readonly { readonly opened: OpenedAdoption; readonly care: Care }[],
  asOf: IsoDate,
): Result<DeploymentView> {
  const rows = adoptions.map(({ opened, care }) => {
    const { about, state } = opened;
    const { begunOn, authorisedOn } = about;
    const { opportunities, history } = care;
    return {
      opened,
      days: milestonesOf({ adoption: state, opportunities, history, begunOn, authorisedOn }),
    };
  });
  const products = rows.filter(
    ({ opened }, at) => rows.findIndex((one) => product(one.opened) === product(opened)) === at,
  );
  const [deployed, innovated] = [
    efficiencyOf(
      rows.map(({ days }) => days),
      asOf,
    ),
    efficiencyOf(
      products.map(({ days }) => days),
      asOf,
    ),
  ];
  if (!deployed.ok) return deployed;
  if (!innovated.ok) return innovated;
  const { toFirstUse, toSustainedUse, toPayment, notAuthorised } = deployed.value;
  return succeed({
    ...{ asOf, notAuthorised, demonstration: adoptions.some(({ opened }) => opened.about.demonstration) },
    measures: [
      { name: efficiencyWords.innovation, ...innovated.value.innovation },
      { name: efficiencyWords.toFirstUse, ...toFirstUse },
      { name: efficiencyWords.toSustainedUse, ...toSustainedUse },
      { name: efficiencyWords.toPayment, ...toPayment },
    ],
    rows: rows.map(({ opened, days: { id: _id, ...days } }) => ({
      ...{ id: opened.id, hospital: opened.about.hospital, product: opened.about.product },
      ...days,
    })),
  });
}

const product = ({ state }: OpenedAdoption): string => state.key.productVersion;
