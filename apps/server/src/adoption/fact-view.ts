import type { LayerInput } from '@daero/adoption/view/layer-view';
import type { Fact, Section } from '@daero/adoption/view/fact';
import { factStateWords, factUnitWords, missingWords } from '@daero/adoption/words/view-words';
import type { FactView, SectionView } from '@daero/api/schemas/adoption-parts';
import type { Text } from '@daero/domain/text';
import { unreachable } from '@daero/domain/unreachable';
import { caseFile, type FromChain } from './chain.ts';
import { groundsOf } from './naming.ts';

type Known = NonNullable<FactView['known']>;

export const sectionView = (
  { id, name, facts }: Section,
  chain: FromChain,
  project: string | null,
): SectionView => ({
  id,
  name: id === 'business-case' ? withPriceYear(name, chain) : name,
  facts: facts.map((fact) => factView(fact, chain, project)),
});

const withPriceYear = ({ ko, en }: Text, { businessCase }: FromChain): Text => {
  const year = businessCase?.form.priceYear;
  return year === undefined ? { ko, en } : { ko: `${ko} (${year}년 가격)`, en: `${en} (${year} prices)` };
};

function factView(fact: Fact, chain: FromChain, project: string | null): FactView {
  const { id, name } = fact;
  if (!fact.known) {
    const missing = { because: fact.because, name: missingWords[fact.because] };
    return { id, name, known: null, missing };
  }
  const { source } = fact;
  // What is computed from assumptions is no surer than they are.
  const state = source.is === 'chain' && source.node === caseFile ? 'assumption' : fact.state;
  const known: Known = {
    value: valueView(fact.value, source, chain),
    ...{ state, stateName: factStateWords[state] },
    source: sourceView(source, project),
    claim: chain.sentences.get(id) ?? null,
  };
  return { id, name, known, missing: null };
}

type KnownFact = Extract<Fact, { known: true }>;

function valueView(
  value: KnownFact['value'],
  source: KnownFact['source'],
  { estimates }: FromChain,
): Known['value'] {
  if (value.form !== 'quantity') return value;
  const estimate =
    source.is === 'chain' ? estimates.find(({ node }) => node === source.node)?.estimate : undefined;
  const level = value.range === 'interval' ? (estimate?.level ?? null) : null;
  return { ...value, level, unitName: factUnitWords[value.unit] };
}

function sourceView(source: KnownFact['source'], project: string | null): Known['source'] {
  switch (source.is) {
    case 'chain':
      return source.node === caseFile ? { is: 'file', project: project ?? '', file: caseFile } : source;
    case 'rule': {
      const confidence =
        confidences.find((one) => one === source.confidence) ?? 'general-knowledge-unverified';
      return { is: 'rule', grounds: groundsOf({ source: source.source, confidence }) };
    }
    case 'event':
    case 'measured':
    case 'paper':
      return source;
    default:
      return unreachable(source);
  }
}

const confidences = [
  'stated-in-source',
  'inferred-from-sources',
  'from-seeds',
  'general-knowledge-unverified',
] as const;

/** All that the layers of one adoption may be shown. */
export type Seen = { readonly input: LayerInput; readonly chain: FromChain };
