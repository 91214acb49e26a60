import { succeed, type Fault, type Result } from '@daero/domain/result';
import { unreachable } from '@daero/domain/unreachable';
import { accuracyDesign } from './accuracy-design.ts';
import { agreementDesign } from './agreement-design.ts';
import { centreDesign } from './centre-design.ts';
import { checkQuestion } from './check-question.ts';
import type { DesignParts, StudyDesign } from './design.ts';
import { questionTitles } from './question-fields.ts';
import { aidedReadersDesign, againstReadersDesign } from './reader-design.ts';
import { riskDesign } from './risk-design.ts';
import type { StudyQuestion } from './study-question.ts';

/** From a question to a study: how many, by which formula, and the very analyses that will run. */
export function designStudy(question: StudyQuestion): Result<StudyDesign, Fault> {
  const checked = checkQuestion(question);
  if (!checked.ok) return checked;
  const parts = partsOf(question);
  if (!parts.ok) return parts;
  return succeed({ question, title: questionTitles[question.question], ...parts.value });
}

function partsOf(question: StudyQuestion): Result<DesignParts, Fault> {
  switch (question.question) {
    case 'accuracy':
      return accuracyDesign(question);
    case 'ai-against-readers':
      return againstReadersDesign(question);
    case 'readers-aided':
      return aidedReadersDesign(question);
    case 'multi-centre':
      return centreDesign(question);
    case 'calibration':
      return riskDesign(question);
    case 'agreement':
      return agreementDesign(question);
    default:
      return unreachable(question);
  }
}
