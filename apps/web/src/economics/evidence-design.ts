import type { ParameterRow } from '@daero/economics/decision-tree/parameter-rows';
import type { DesignQuestion } from '@daero/economics/analyses/research';
import { readSearch, type DesignSearch } from '../study-designer/search.ts';

/** How a study is named where it goes to the study designer. */
export type DesignNames = { readonly title: string; readonly product: string };

const round = (x: number): number => Number(x.toPrecision(2));

/** A share that a study would measure, and in how many people. */
export type MeasuredShare = { readonly share: number; readonly n: number };

/**
 * The question that a file names for a study, with the values that the model has now; unknown ones are left out by the designer.
 * Where the designer is asked for a precision, it is the one that the best size of the study would reach.
 */
export function designOf(
  { question, values }: DesignQuestion,
  names: DesignNames,
  best: MeasuredShare | null,
): DesignSearch {
  const halfWidth =
    best === null || values['aim'] !== 'precision'
      ? {}
      : { halfWidth: round(1.96 * Math.sqrt((best.share * (1 - best.share)) / best.n)) };
  return readSearch({ question, values: { ...values, ...halfWidth }, ...names });
}

/**
 * A question for a parameter that no study of the file measures: an estimate of accuracy at a precision that would halve
 * the present interval. Null where no question of the designer fits.
 */
export function designOfParameter(
  { name, kind, value, low, high, estimateId }: ParameterRow,
  names: DesignNames,
): DesignSearch | null {
  if (kind !== 'probability' || low === null || high === null) return null;
  const field = fieldOf(`${name} ${estimateId ?? ''}`);
  if (field === null) return null;
  const halfWidth = round((high - low) / 4);
  if (!(halfWidth > 0)) return null;
  const values = { aim: 'precision', halfWidth, [field]: Number(value.toPrecision(3)) };
  return readSearch({ question: 'accuracy', values, ...names });
}

/** Which field of the question a parameter answers, by the name that the file or its estimate gives it. */
function fieldOf(names: string): 'sensitivity' | 'specificity' | 'prevalence' | null {
  if (/gain|difference|effect/i.test(names)) return null;
  if (/sens/i.test(names)) return 'sensitivity';
  if (/spec/i.test(names)) return 'specificity';
  return /prev/i.test(names) ? 'prevalence' : null;
}
