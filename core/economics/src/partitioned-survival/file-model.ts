import { type Expression } from '@daero/domain/expression/tree';
import { type Text } from '@daero/domain/text';
import { type Conventions } from '../cohort/model.ts';
import { type Counts } from '../evaluation/read-worth.ts';
import { type SampledModel } from '../evaluation/prepared-model.ts';
import { type Path } from '../model/place.ts';
import { type Background } from '../survival/background-mortality.ts';
import { type TimeToEvent } from '../survival/time-of-file.ts';
import { type PartitionedModelForm } from './model-form.ts';

type Written = { readonly expression: Expression; readonly path: Path };

export type FileReward = {
  readonly name: string;
  readonly counts: Counts;
  /** 1, or the length of a cycle in years where values are per year. */
  readonly scale: number;
  /** By living state; null counts as 0. */
  readonly states: readonly (Written | null)[];
  readonly start: Written | null;
  readonly death: Written | null;
};

/** A partitioned survival model, read and checked: every name in it is known, every unit fits, every convention is stated. */
export type PartitionedFile = SampledModel & {
  readonly title: Text;
  readonly currency: 'KRW';
  readonly priceYear: number;
  readonly perspective: Text;
  readonly conventions: Conventions;
  readonly startingAge: number | null;
  readonly background: Background | null;
  readonly curves: readonly {
    readonly name: string;
    readonly label: Text;
    /** In the order of the strategies. */
    readonly times: readonly TimeToEvent[];
    readonly byStrategy: boolean;
    readonly path: Path;
  }[];
  readonly states: readonly { readonly name: string; readonly label: Text }[];
  readonly rewards: readonly FileReward[];
  /** The file itself, defaults filled in: written out it reads back to the same model. */
  readonly file: PartitionedModelForm;
};
