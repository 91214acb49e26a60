import type { ProductView, UseView } from '@daero/api/schemas/pathway-product';
import { evidenceWords } from '@daero/pathway/words/terms';
import { caseRow } from './case-row.ts';
import { today } from './cases.ts';
import type { Looked } from './looked.ts';
import { nameOf } from './naming.ts';

/** `demo-chest` of `demo-chest@2.1`. */
export const productOf = ({ opened }: Pick<Looked, 'opened'>): string =>
  splitOf(opened.record.state.key.productVersion)[0];
const splitOf = (productVersion: string): readonly [product: string, version: string] => {
  const [product = productVersion, version = ''] = productVersion.split('@');
  return [product, version];
};

const shownGaps = 6;

/** All cases of one product; what closing a gap would save comes from the forecast of its case. */
export function productView(
  product: string,
  looked: readonly Looked[],
  adoption: ReadonlyMap<string, readonly UseView[]>,
): ProductView {
  const versions = [
    ...new Set([...looked.map(({ opened }) => opened.record.state.key.productVersion), ...adoption.keys()]),
  ];
  const abouts = looked.map(({ opened }) => opened.record.about);
  return {
    product,
    names: [...new Map(abouts.map(({ product: name }) => [name.en, name])).values()],
    demonstration: abouts.some(({ demonstration }) => demonstration),
    asOf: today(),
    versions: versions
      .toSorted((a, b) => b.localeCompare(a))
      .map((productVersion) => {
        const own = looked.filter(({ opened }) => opened.record.state.key.productVersion === productVersion);
        return {
          version: splitOf(productVersion)[1],
          cases: own.length,
          indications: [...new Set(own.map(({ opened }) => opened.record.state.key.indication))],
          adoption: adoption.get(productVersion) ?? [],
        };
      }),
    cases: looked.map(({ opened, forecast }) =>
      caseRow(opened, forecast.ok ? forecast.value.forecast : null),
    ),
    projects: [...new Set(abouts.flatMap(({ project }) => (project === null ? [] : [project])))],
    gaps: looked
      .flatMap(gapsOfCase)
      .toSorted(
        (a, b) =>
          (b.days ?? -1) - (a.days ?? -1) ||
          Number(b.must) - Number(a.must) ||
          Number(b.missing) - Number(a.missing),
      )
      .slice(0, shownGaps),
  };
}

function gapsOfCase({ opened, gaps, forecast }: Looked): ProductView['gaps'] {
  const { record } = opened;
  const effects = forecast.ok ? forecast.value.forecast.evidence : [];
  const lacking = new Map((gaps?.gaps ?? []).map((gap) => [gap.requirement.id, gap]));
  return [...lacking.values()].map(({ requirement, kind }) => {
    const effect = effects.find((one) => one.requirement === requirement.id);
    return {
      case: record.caseId,
      title: record.about.title,
      requirement: requirement.id,
      gate: nameOf(record.state.rules, requirement.stage),
      evidence: evidenceWords[requirement.evidence],
      must: requirement.must,
      missing: kind === 'missing',
      days: (effect?.listing ?? effect?.firstUse)?.median ?? null,
    };
  });
}
