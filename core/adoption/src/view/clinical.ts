import type { Text } from '@daero/domain/text';
import { estimateFact, missingFact, textFact, type Fact, type Missing, type Section } from './fact.ts';
import type { ChainEstimate, LayerInput } from './layer-view.ts';

const accuracy: Text = { ko: '우리 병원에서의 정확도', en: 'accuracy at this hospital' };
const subgroups: Text = { ko: '우리 병원의 하위집단', en: 'subgroups at this hospital' };

/** Accuracy and subgroups at this hospital, then what is known from others, then what is claimed. */
export const clinicalSections = (input: LayerInput): readonly Section[] => [
  ...localSections(input),
  {
    id: 'elsewhere',
    name: { ko: '다른 병원을 합한 결과', en: 'all hospitals together' },
    facts: pooled(input),
  },
  { id: 'claims', name: { ko: '제품에 대한 주장', en: 'claims of the product' }, facts: claimed(input) },
];

/** What rests on this hospital's own patients. */
export const localSections = (input: LayerInput): readonly Section[] => [
  { id: 'local-accuracy', name: accuracy, facts: local(input, 'accuracy', accuracy) },
  { id: 'local-subgroups', name: subgroups, facts: local(input, 'subgroup', subgroups) },
];

function local(input: LayerInput, about: ChainEstimate['about'], name: Text): readonly Fact[] {
  const { hospital, productVersion } = input.adoption.key;
  const here = input.estimates.filter((one) => one.about === about && one.site === hospital);
  const found = here.filter((one) => one.productVersion === productVersion);
  if (found.length > 0) return found.map(shown);
  const because: Missing = here.length > 0 ? 'other-version' : 'no-estimate-here';
  return [missingFact({ id: `local-${about}`, name }, because)];
}

function pooled({ estimates, adoption }: LayerInput): readonly Fact[] {
  const { productVersion } = adoption.key;
  const all = estimates.filter(({ site }) => site === null);
  const found = all.filter((one) => one.productVersion === productVersion);
  if (found.length > 0) return found.map(shown);
  const name = { ko: '정확도', en: 'accuracy' };
  return [missingFact({ id: 'pooled', name }, all.length > 0 ? 'other-version' : 'no-estimate')];
}

const shown = ({ key, name, site, estimate, node }: ChainEstimate): Fact =>
  estimateFact({ id: `${site ?? 'all'}/${key}`, name }, estimate, node);

const claimed = ({ claims, adoption }: LayerInput): readonly Fact[] =>
  claims.map(({ claimId, sentence, productVersion, node }) => {
    const named = { id: claimId, name: { ko: `주장 ${claimId}`, en: `claim ${claimId}` } };
    return productVersion === adoption.key.productVersion
      ? textFact(named, sentence, { state: 'estimate', source: { is: 'chain', node } })
      : missingFact(named, 'other-version');
  });
