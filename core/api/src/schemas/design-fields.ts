/** The fields of a study question, for pages: the same rows that the question's schema is made from. */
export {
  baseOf,
  fieldsShown,
  questionFields,
  questionKinds,
  questionTitles,
  type Field,
  type QuestionKind,
} from '@daero/evidence/design/question-fields';
