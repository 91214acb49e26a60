import { generatedForms } from '@daero/adoption/generated/answers';
import {
  answerOn,
  fillForm,
  foldAnswers,
  gapOf,
  type Answer,
  type AnswerGap,
} from '@daero/adoption/security/answer-book';
import { questions, type AnswerEvent } from '@daero/adoption/security/question';
import { answerChangeWords, answerGapWords, topicWords } from '@daero/adoption/words/purchase-words';
import type { AnswersView } from '@daero/api/schemas/adoption-purchase';
import type { LoggedEvent } from '@daero/domain/event';
import { all, succeed, type Result } from '@daero/domain/result';
import { named } from './naming.ts';
import type { OpenedAdoption } from './records.ts';
import { trailOf, withName } from './trail-view.ts';

/** The answer book of one product as it can be handed in for a version, and the hospitals' own forms that it fills. */
export function answersView(
  product: string,
  adopting: readonly [OpenedAdoption, ...OpenedAdoption[]],
  { history, events }: { readonly history: readonly AnswerEvent[]; readonly events: readonly LoggedEvent[] },
  { version, mayAnswer }: { readonly version: string | undefined; readonly mayAnswer: boolean },
): Result<AnswersView> {
  const [first] = adopting;
  const versions = [...new Set(adopting.map(({ state }) => state.key.productVersion.split('@')[1] ?? ''))];
  const shown = version ?? versions.at(-1) ?? '';
  const on = first.asOf;
  const book =
    history.length === 0
      ? succeed({ productId: product, answers: new Map<string, readonly Answer[]>() })
      : foldAnswers(history);
  if (!book.ok) return book;
  const about = { version: shown, on };
  const rows = questions.map(({ id, topic, text }) => {
    const answer = answerOn(book.value, id, on);
    return {
      ...{ id, text, topic: named(topic, topicWords[topic]) },
      answer: answer === null ? null : answerView(answer),
      editions: book.value.answers.get(id)?.length ?? 0,
      gap: gapView(gapOf(book.value, id, about)),
    };
  });
  // Forms of hospitals that adopt this product; only the demonstration's are known here.
  const forms = all(
    generatedForms.flatMap((form) => {
      const hospital = adopting.find(({ state }) => state.key.hospital === form.hospital);
      return hospital === undefined ? [] : [filledForm(form, hospital, fillForm(form, book.value, about))];
    }),
  );
  if (!forms.ok) return forms;
  return succeed({
    ...{ product: named(product, first.about.product), asOf: on, demonstration: first.about.demonstration },
    ...{ productVersion: shown, versions, eventCount: events.length, mayAnswer },
    ready: rows.filter(({ gap }) => gap === null).length,
    questions: rows,
    forms: forms.value,
    trail: trailOf(history, events, (change) =>
      withName(
        answerChangeWords[change.type],
        change.type === 'answered'
          ? (questions.find(({ id }) => id === change.question)?.text ?? null)
          : null,
      ),
    ),
  });
}

const answerView = ({
  edition,
  answer,
  proof,
  by,
  on,
  versions,
  validUntilOn,
}: Answer): NonNullable<AnswersView['questions'][number]['answer']> => ({
  ...{ edition, answer, proof, by, on, validUntilOn },
  versions: versions.map(({ version }) => version),
});

const gapView = (gap: AnswerGap | null): AnswersView['questions'][number]['gap'] =>
  gap === null ? null : { because: gap.because, name: answerGapWords[gap.because] };

function filledForm(
  form: (typeof generatedForms)[number],
  { about, state }: OpenedAdoption,
  filled: ReturnType<typeof fillForm>,
): Result<AnswersView['forms'][number]> {
  if (!filled.ok) return filled;
  const { ready, questions: asked } = filled.value;
  return succeed({
    ...{ hospital: named(state.key.hospital, about.hospital), edition: form.edition, ready },
    questions: asked.map(({ id, text, answers, gaps }, at) => ({
      ...{ id, text },
      from: (form.questions[at]?.from ?? []).map((question) => ({
        question,
        answer: answers.find((one) => one.question === question)?.answer ?? null,
        gap: gapView(gaps.find((one) => one.question === question) ?? null),
      })),
    })),
  });
}
