import { fail, succeed, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { unreachable } from '@daero/domain/unreachable';
import { decideBy, foldOf } from '../record/standing.ts';
import { questions, type AnswerEvent, type HospitalForm } from './question.ts';

export type Answer = {
  readonly question: string;
  readonly edition: number;
  readonly answer: Text;
  readonly proof: string | null;
  readonly by: string;
  readonly on: IsoDate;
  /** The product versions of which it is true, each with the day it was said. */
  readonly versions: readonly { readonly version: string; readonly on: IsoDate }[];
  readonly validUntilOn: IsoDate | null;
};

/** All answers of one product: every edition is kept, the last one counts. */
export type AnswerBook = {
  readonly productId: string;
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
};

export const foldAnswers = (events: readonly AnswerEvent[]): Result<AnswerBook> =>
  foldOf(events, open, apply);

export const decideAnswers = (
  history: readonly AnswerEvent[],
  command: AnswerEvent,
): Result<readonly AnswerEvent[]> => decideBy(history, command, foldAnswers);

const open = (first: AnswerEvent | undefined): Result<AnswerBook> =>
  first?.change.type === 'opened'
    ? succeed({ productId: first.change.key.productId, answers: new Map() })
    : fail({ kind: 'adoption-not-opened', eventId: first?.eventId ?? '—' });

function apply(book: AnswerBook, { eventId, on, by, change }: AnswerEvent): Result<AnswerBook> {
  switch (change.type) {
    case 'opened':
      return fail({ kind: 'adoption-opened-twice', eventId });
    case 'answered': {
      const { question, answer, proof, version, validUntilOn } = change;
      const known = questions.map(({ id }) => id);
      if (!known.includes(question))
        return fail({ kind: 'security-question-unknown', name: question, known });
      if (validUntilOn !== null && validUntilOn < on)
        return fail({
          kind: 'adoption-date-before',
          eventId,
          on: validUntilOn,
          before: textOf(question),
          beforeOn: on,
        });
      const before = book.answers.get(question) ?? [];
      const beforeOn = before.at(-1)?.on ?? on;
      if (on < beforeOn)
        return fail({ kind: 'adoption-date-before', eventId, on, before: textOf(question), beforeOn });
      const next: Answer = {
        ...{ question, answer, proof, validUntilOn, on, by: by.personId },
        edition: before.length + 1,
        versions: [{ version, on }],
      };
      return succeed({ ...book, answers: new Map(book.answers).set(question, [...before, next]) });
    }
    case 'reaffirmed': {
      const answers = new Map(book.answers);
      for (const question of change.questions) {
        const before = answers.get(question) ?? [];
        const last = before.at(-1);
        if (last === undefined)
          return fail({ kind: 'security-not-answered', eventId, question: textOf(question) });
        if (on < last.on)
          return fail({
            kind: 'adoption-date-before',
            eventId,
            on,
            before: textOf(question),
            beforeOn: last.on,
          });
        const said = last.versions.some(({ version }) => version === change.version);
        const versions = said ? last.versions : [...last.versions, { version: change.version, on }];
        answers.set(question, [...before.slice(0, -1), { ...last, versions }]);
      }
      return succeed({ ...book, answers });
    }
    case 'annulled':
      return fail({ kind: 'adoption-annul-unknown', eventId, annuls: change.eventId });
    default:
      return unreachable(change);
  }
}

const textOf = (question: string): Text =>
  questions.find(({ id }) => id === question)?.text ?? { ko: question, en: question };

/** Why an answer cannot be given as it stands. */
export type AnswerGap =
  | { readonly question: string; readonly text: Text; readonly because: 'not-answered' }
  | {
      readonly question: string;
      readonly text: Text;
      readonly because: 'other-version';
      readonly versions: readonly string[];
    }
  | { readonly question: string; readonly text: Text; readonly because: 'expired'; readonly since: IsoDate };

export type FilledQuestion = {
  readonly id: string;
  readonly text: Text;
  readonly answers: readonly Answer[];
  readonly gaps: readonly AnswerGap[];
};
export type FilledForm = {
  readonly hospital: string;
  readonly edition: string;
  readonly version: string;
  readonly on: IsoDate;
  readonly questions: readonly FilledQuestion[];
  /** Questions that can be handed in as they stand. */
  readonly ready: number;
};

/** A hospital's form filled from the answers given once; what is missing, expired or true of another version only is flagged, and shown. */
export function fillForm(
  form: HospitalForm,
  book: AnswerBook,
  { version, on }: { readonly version: string; readonly on: IsoDate },
): Result<FilledForm> {
  const known = questions.map(({ id }) => id);
  for (const { from } of form.questions) {
    const dangling = from.find((name) => !known.includes(name));
    if (dangling !== undefined) return fail({ kind: 'security-question-unknown', name: dangling, known });
  }
  const filled = form.questions.map(({ id, text, from }) => ({
    ...{ id, text },
    answers: from.flatMap((question) => answerOn(book, question, on) ?? []),
    gaps: from.flatMap((question) => gapOf(book, question, { version, on }) ?? []),
  }));
  const { hospital, edition } = form;
  const ready = filled.filter(({ gaps }) => gaps.length === 0).length;
  return succeed({ hospital, edition, version, on, questions: filled, ready });
}

/** The last answer that had been given by a day. */
export const answerOn = (book: AnswerBook, question: string, on: IsoDate): Answer | null =>
  (book.answers.get(question) ?? []).findLast((one) => one.on <= on) ?? null;

export function gapOf(
  book: AnswerBook,
  question: string,
  { version, on }: { readonly version: string; readonly on: IsoDate },
): AnswerGap | null {
  const about = { question, text: textOf(question) };
  const answer = answerOn(book, question, on);
  if (answer === null) return { ...about, because: 'not-answered' };
  const said = answer.versions.find((one) => one.version === version)?.on;
  if (said === undefined || said > on)
    return { ...about, because: 'other-version', versions: answer.versions.map((one) => one.version) };
  const { validUntilOn } = answer;
  return validUntilOn !== null && validUntilOn < on
    ? { ...about, because: 'expired', since: validUntilOn }
    : null;
}
