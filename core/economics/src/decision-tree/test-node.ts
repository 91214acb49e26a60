import { z } from 'zod';
import { type Text } from '@daero/domain/text';
import { textForm } from '../model/parameter.ts';
import { below, type Path } from '../model/place.ts';
import { type BranchForm, type NodeForm, type NodeText } from './tree.ts';

const amountForm = z.union([z.number(), z.string()]);

/** What becomes of somebody after one of the four answers of a test. */
export type AnswerForm = {
  label?: Text | undefined;
  payoffs: Record<string, string | number>;
  node: NodeForm;
};
export type TestForm = {
  type: 'test';
  name: string;
  prevalence: string | number;
  sensitivity: string | number;
  specificity: string | number;
} & Record<Answer, AnswerForm>;

/** The same as a person writes it. */
export type TestText = Omit<TestForm, Answer> &
  Record<
    Answer,
    { label?: Text | undefined; payoffs?: Record<string, string | number> | undefined; node: NodeText }
  >;

export const answers = ['truePositive', 'falseNegative', 'falsePositive', 'trueNegative'] as const;
export type Answer = (typeof answers)[number];
/** What a test node is made of; each is a probability. */
export const accuracies = ['prevalence', 'sensitivity', 'specificity'] as const;

/** The fields of a test node; `node` is the form of what follows. */
export const testFields = (node: z.ZodType<NodeForm, NodeText>) => {
  const answer = z.strictObject({
    label: textForm.optional(),
    payoffs: z.record(z.string(), amountForm).default({}),
    node,
  });
  return {
    type: z.literal('test'),
    name: z.string().min(1),
    prevalence: amountForm,
    sensitivity: amountForm,
    specificity: amountForm,
    truePositive: answer,
    falseNegative: answer,
    falsePositive: answer,
    trueNegative: answer,
  };
};

const labels: Readonly<Record<Answer, Text>> = {
  truePositive: { ko: '참양성', en: 'True positive' },
  falseNegative: { ko: '거짓음성', en: 'False negative' },
  falsePositive: { ko: '거짓양성', en: 'False positive' },
  trueNegative: { ko: '참음성', en: 'True negative' },
};

/**
 * The four branches of a test node, with their probabilities written out. Sensitivity and specificity that were seen in the same cases
 * are drawn together where the file says so: nothing here takes them for independent.
 */
export function branchesOfTest(
  form: TestForm,
  path: Path,
): readonly { readonly form: BranchForm & { probability: string }; readonly path: Path }[] {
  const [ill, found, cleared] = accuracies.map((name) => inBrackets(form[name]));
  const probabilities: Readonly<Record<Answer, string>> = {
    truePositive: `${ill ?? ''}*${found ?? ''}`,
    falseNegative: `${ill ?? ''}*(1 - ${found ?? ''})`,
    falsePositive: `(1 - ${ill ?? ''})*(1 - ${cleared ?? ''})`,
    trueNegative: 'complement',
  };
  return answers.map((answer) => ({
    form: {
      name: labels[answer].en.toLowerCase(),
      label: form[answer].label ?? labels[answer],
      payoffs: form[answer].payoffs,
      node: form[answer].node,
      probability: probabilities[answer],
    },
    path: below(path, answer),
  }));
}

const inBrackets = (amount: string | number): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(String(amount)) ? String(amount) : `(${amount})`;
