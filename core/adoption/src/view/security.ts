import { answerOn, gapOf, type AnswerGap } from '../security/answer-book.ts';
import { questions, type Topic } from '../security/question.ts';
import { topicWords } from '../words/purchase-words.ts';
import { missingFact, textFact, type Fact, type Missing, type Section } from './fact.ts';
import type { LayerInput } from './layer-view.ts';

const missing: Readonly<Record<AnswerGap['because'], Missing>> = {
  'not-answered': 'not-answered',
  'other-version': 'other-version',
  expired: 'expired',
};

/** Data flows, access list, SBOM and the rest, from the answers given once, as far as they are true of this version. */
export const securitySections = (input: LayerInput, topics: readonly Topic[]): readonly Section[] =>
  topics.map((topic) => ({
    id: topic,
    name: topicWords[topic],
    facts: questions
      .filter((question) => question.topic === topic)
      .map(({ id, text }): Fact => {
        const { answers, on, adoption } = input;
        const version = adoption.key.productVersion.split('@')[1] ?? adoption.key.productVersion;
        if (answers === null) return missingFact({ id, name: text }, 'not-answered');
        const gap = gapOf(answers, id, { version, on });
        const answer = answerOn(answers, id, on);
        if (gap !== null) return missingFact({ id, name: text }, missing[gap.because]);
        if (answer === null) return missingFact({ id, name: text }, 'not-answered');
        const reference = answer.proof ?? `${answer.by} ${answer.on}`;
        const source = { is: 'paper', reference } as const;
        return textFact({ id, name: text }, answer.answer, { state: 'stated', source });
      }),
  }));
