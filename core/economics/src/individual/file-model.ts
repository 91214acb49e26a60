import { type Expression } from '@daero/domain/expression/tree';
import { type Text } from '@daero/domain/text';
import { type SampledModel } from '../evaluation/prepared-model.ts';
import { type Counts } from '../evaluation/read-worth.ts';
import { type Path } from '../model/place.ts';
import { type TimeToEvent } from '../survival/time-of-file.ts';
import { type Transition } from './model.ts';
import { type IndividualModelForm } from './model-form.ts';

export type Written = { readonly expression: Expression; readonly path: Path };

export type IndividualConventions = {
  readonly horizonYears: number;
  readonly rates: { readonly costs: Written; readonly effects: Written };
  readonly form: 'annual' | 'continuous';
  readonly patients: { readonly base: number; readonly perDraw: number };
};

export type IndividualReward = {
  readonly name: string;
  readonly counts: Counts;
  /** By state, a year; null counts as 0. */
  readonly states: readonly (Written | null)[];
  /** By transition, once; null counts as 0. */
  readonly transitions: readonly (Written | null)[];
  /** Once for everybody. */
  readonly start: Written | null;
};

/** An individual continuous-time model, read and checked: every name in it is known, every unit fits, every convention is stated. */
export type IndividualFile = SampledModel & {
  readonly title: Text;
  readonly currency: 'KRW';
  readonly priceYear: number;
  readonly perspective: Text;
  readonly conventions: IndividualConventions;
  readonly states: readonly { readonly name: string; readonly label: Text }[];
  readonly start: string;
  readonly transitions: readonly (Transition & {
    /** In the order of the strategies. */
    readonly times: readonly TimeToEvent[];
    readonly byStrategy: boolean;
    readonly path: Path;
  })[];
  readonly rewards: readonly IndividualReward[];
  /** The file itself, defaults filled in: written out it reads back to the same model. */
  readonly file: IndividualModelForm;
};
