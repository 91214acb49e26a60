import type { BusinessCase, ChainClaim, ChainEstimate } from '@daero/adoption/view/layer-view';
import type { ClaimView } from '@daero/api/schemas/chain';
import type { BesideView } from '@daero/api/schemas/model';
import type { Text } from '@daero/domain/text';
import { isoDate } from '@daero/domain/time';
import { hospitalCase, readHospitalCase } from '@daero/economics/hospital-case/hospital-case';
import type { Projects } from '../projects.ts';
import { claimsView, estimatesView } from '../views/chain-view.ts';
import { modelView } from '../views/model-view.ts';
import type { OpenedAdoption } from './records.ts';

/** What the evidence repository gives to the layers of one adoption. */
export type FromChain = {
  readonly estimates: readonly ChainEstimate[];
  readonly claims: readonly ChainClaim[];
  readonly sentences: ReadonlyMap<string, ClaimView>;
  readonly businessCase: BusinessCase | null;
};
export const nothingFromChain: FromChain = {
  ...{ estimates: [], claims: [], businessCase: null },
  sentences: new Map(),
};
/** The hospital's own case is a file beside the plan and no node of the chain: it is named as such. */
export const caseFile = 'hospital.yaml';

/** Only what the adoption names is shown, as the chain stands now. */
export async function chainOf(projects: Projects, { about, state }: OpenedAdoption): Promise<FromChain> {
  const named = about.evidence;
  if (named === null) return nothingFromChain;
  const found = await projects.find(named.project);
  if (!found.ok || !found.value.reading.ok) return nothingFromChain;
  const { reader } = found.value;
  const reading = found.value.reading.value;
  const { product } = reading.project.checked.plan;
  const productVersion = `${product.device}@${product.version}`;
  const builtOn = isoDate((reading.builtAt ?? new Date().toISOString()).slice(0, 10));
  const [estimates, claims, model] = await Promise.all([
    estimatesView(reader, reading),
    claimsView(reader, reading),
    modelView(reader, reading),
  ]);
  const labels = new Map(reading.nodes.map(({ hash, label }) => [hash, label]));
  const take = (
    names: readonly string[],
    about: ChainEstimate['about'],
    site: string | null,
  ): readonly ChainEstimate[] =>
    names.flatMap((name) => {
      const one = estimates.find(({ id }) => id === name);
      if (one === undefined || one.estimate === null) return [];
      const { node, estimate } = one;
      return [
        {
          key: name,
          name: labels.get(node) ?? { ko: name, en: name },
          about,
          site,
          productVersion,
          estimate,
          builtOn,
          node,
        },
      ];
    });
  const { hospital } = state.key;
  const shown = named.claims.flatMap(({ claim, proves }) => {
    const one = claims.find(({ id }) => id === claim);
    return one === undefined ? [] : [{ one, proves }];
  });
  return {
    estimates: [
      ...take(named.pooled, 'accuracy', null),
      ...take(named.local, 'accuracy', hospital),
      ...take(named.subgroups, 'subgroup', hospital),
    ],
    claims: shown.map(({ one, proves }) => ({
      ...{ claimId: one.id, sentence: sentenceOf(one), productVersion, proves, builtOn, node: one.node },
    })),
    sentences: new Map(shown.map(({ one }) => [one.id, one])),
    businessCase: caseOf(model?.hospital ?? null),
  };
}

const sentenceOf = ({ ko, en }: ClaimView): Text => ({ ko: plain(ko), en: plain(en) });
const plain = (parts: ClaimView['ko']): string =>
  parts.map((part) => ('words' in part ? part.words : (part.shown ?? '—'))).join('');

function caseOf(beside: BesideView | null): BusinessCase | null {
  if (beside === null || !('content' in beside)) return null;
  const form = readHospitalCase(beside.content);
  return form.ok ? { form: form.value, result: hospitalCase(form.value), node: caseFile } : null;
}
