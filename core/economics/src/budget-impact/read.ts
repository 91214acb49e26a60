import { nearest } from '@daero/domain/expression/nearest';
import { fail, type Result } from '@daero/domain/result';
import { readFile, type FileFault } from '../model/file.ts';
import { below, type Path } from '../model/place.ts';
import { budgetImpactForm, type BudgetImpactForm } from './form.ts';

export type BudgetImpactFault =
  | FileFault
  | {
      readonly kind: 'budget-years-differ';
      readonly path: Path;
      readonly years: number;
      readonly got: number;
    }
  | {
      readonly kind: 'budget-name-unknown';
      readonly path: Path;
      readonly name: string;
      readonly nearest: readonly string[];
    }
  | { readonly kind: 'budget-shares'; readonly path: Path; readonly year: number; readonly sum: number }
  | { readonly kind: 'budget-coverage'; readonly path: Path; readonly sum: number };

const rounding = 1e-9;

/**
 * A budget-impact file, with every scenario written out.
 *
 * Takes    json: as it was read
 * Gives    the form; `scenariosOf` gives each scenario as one of its own
 * Fails    model-field, -missing, -unknown; budget-years-differ; budget-name-unknown; budget-shares; budget-coverage
 * Cost     O(size of the file)
 * Source   Sullivan, Mauskopf, Augustovski et al. (2014), Value in Health 17, 5-14 (ISPOR budget impact II)
 * Checked  budget-impact/budget-impact.test.ts
 */
export function readBudgetImpact(json: unknown): Result<BudgetImpactForm, BudgetImpactFault> {
  const read = readFile(budgetImpactForm, json);
  if (!read.ok) return read;
  for (const { file, path } of [
    { file: read.value, path: '' },
    ...read.value.scenarios.map((_, i) => ({
      file: scenarioOf(read.value, i),
      path: below('/scenarios', i),
    })),
  ]) {
    const fault =
      namesFault(file, path) ?? listsFault(file, path) ?? sharesFault(file, path) ?? coverageFault(file);
    if (fault !== null) return fail(fault);
  }
  return read;
}

type Replaced = BudgetImpactForm['scenarios'][number]['set'];

/** The file with one of its scenarios put in. */
export function scenarioOf(file: BudgetImpactForm, index: number): BudgetImpactForm {
  const set: Replaced = file.scenarios[index]?.set ?? {};
  const { population } = file;
  return {
    ...file,
    population: {
      ...population,
      firstYear: set.firstYear ?? population.firstYear,
      growth: set.growth ?? population.growth,
    },
    technologies: file.technologies.map((each) => ({
      ...each,
      price: set.price?.[each.name] ?? each.price,
      share: { ...each.share, with: set.shareWith?.[each.name] ?? each.share.with },
    })),
    offsets: file.offsets.map((each) => ({ ...each, perUse: set.perUse?.[each.name] ?? each.perUse })),
  };
}

function namesFault(
  { technologies, offsets, oneOff, scenarios }: BudgetImpactForm,
  at: Path,
): BudgetImpactFault | null {
  const [known, ofOffsets] = [technologies.map(({ name }) => name), offsets.map(({ name }) => name)];
  const twice = known.find((name, i) => known.indexOf(name) !== i);
  const named = [
    ...offsets.map(({ technology }, i) => ({
      name: technology,
      path: `/offsets/${i}/technology`,
      from: known,
    })),
    ...oneOff.map(({ technology }, i) => ({
      name: technology,
      path: `/oneOff/${i}/technology`,
      from: known,
    })),
    ...scenarios.flatMap(({ set }, i) => [
      ...Object.keys(set.shareWith ?? {}).map((name) => ({
        name,
        path: `/scenarios/${i}/set/shareWith`,
        from: known,
      })),
      ...Object.keys(set.price ?? {}).map((name) => ({
        name,
        path: `/scenarios/${i}/set/price`,
        from: known,
      })),
      ...Object.keys(set.perUse ?? {}).map((name) => ({
        name,
        path: `/scenarios/${i}/set/perUse`,
        from: ofOffsets,
      })),
    ]),
  ];
  const wrong = named.find(({ name, from }) => !from.includes(name));
  if (wrong !== undefined)
    return {
      kind: 'budget-name-unknown',
      path: wrong.path,
      name: wrong.name,
      nearest: nearest(wrong.name, wrong.from),
    };
  if (twice !== undefined)
    return { kind: 'budget-name-unknown', path: below(at, 'technologies'), name: twice, nearest: [] };
  return null;
}

function listsFault({ technologies, years }: BudgetImpactForm, at: Path): BudgetImpactFault | null {
  for (const [i, { share, priceChange }] of technologies.entries()) {
    const lists = { 'share/without': share.without, 'share/with': share.with, priceChange };
    for (const [place, list] of Object.entries(lists))
      if (list.length !== years.count)
        return {
          kind: 'budget-years-differ',
          path: `${at}/technologies/${i}/${place}`,
          years: years.count,
          got: list.length,
        };
  }
  return null;
}

/** Shares of a mix add up to 1 in each year; each share lies within 0 and 1. */
function sharesFault(
  { technologies, years, market, uptake }: BudgetImpactForm,
  at: Path,
): BudgetImpactFault | null {
  for (const world of ['without', 'with'] as const) {
    for (let year = 0; year < years.count; year += 1) {
      const shares = technologies.map(({ share }) => reached(share[world], year, uptake));
      const outside = shares.find((share) => !(share >= 0 && share <= 1 + rounding));
      const sum = shares.reduce((total, share) => total + share, 0);
      const path = `${at}/technologies/*/share/${world}/${year}`;
      if (outside !== undefined)
        return { kind: 'budget-shares', path, year: years.first + year, sum: outside };
      if (market === 'mix' && Math.abs(sum - 1) > rounding)
        return { kind: 'budget-shares', path, year: years.first + year, sum };
    }
  }
  return null;
}

/** The share of people in a year: as stated, or those won so far. */
export const reached = (list: readonly number[], year: number, uptake: BudgetImpactForm['uptake']): number =>
  uptake === 'stock' ? (list[year] ?? NaN) : list.slice(0, year + 1).reduce((sum, won) => sum + won, 0);

function coverageFault({ technologies, offsets }: BudgetImpactForm): BudgetImpactFault | null {
  const stated = [
    ...technologies.map(({ coverage }, i) => ({ coverage, path: `/technologies/${i}/coverage` })),
    ...offsets.map(({ coverage }, i) => ({ coverage, path: `/offsets/${i}/coverage` })),
  ];
  for (const { coverage, path } of stated) {
    const sum = coverage.payer + coverage.patient + coverage.nonCovered;
    if (Math.abs(sum - 1) > rounding) return { kind: 'budget-coverage', path, sum };
  }
  return null;
}
