import type { Text } from '@daero/domain/text';
import type { StudyDesign } from '../design.ts';

/** One item of a reporting standard, in words of our own; the standard itself is named and must be read there. */
export type ChecklistItem = {
  /** The number in the standard, or our own letter where the standard's number is not given here. */
  readonly item: string;
  readonly about: Text;
  /** The section of the protocol that answers it. */
  readonly section: string;
  /** What the plan knows of it. `open` is for the authors to write, `later` is known only after the study. */
  readonly answer: (design: StudyDesign) => ItemAnswer;
};

export type ItemAnswer =
  | { readonly is: 'filled'; readonly text: Text }
  | { readonly is: 'open'; readonly text: Text }
  | { readonly is: 'later' };

export type Checklist = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly note: Text;
  readonly items: readonly ChecklistItem[];
};

export type AnsweredItem = {
  readonly item: string;
  readonly about: Text;
  readonly section: string;
  readonly answer: ItemAnswer;
};
export type AnsweredChecklist = Omit<Checklist, 'items'> & {
  readonly items: readonly AnsweredItem[];
  readonly counts: { readonly filled: number; readonly open: number; readonly later: number };
};

export const filled = (ko: string, en: string): ItemAnswer => ({ is: 'filled', text: { ko, en } });
export const open = (ko: string, en: string): ItemAnswer => ({ is: 'open', text: { ko, en } });
export const later: ItemAnswer = { is: 'later' };

export function answerChecklist({ items, ...list }: Checklist, design: StudyDesign): AnsweredChecklist {
  const answered = items.map(({ item, about, section, answer }) => ({
    item,
    about,
    section,
    answer: answer(design),
  }));
  const count = (is: ItemAnswer['is']): number => answered.filter(({ answer }) => answer.is === is).length;
  return {
    ...list,
    items: answered,
    counts: { filled: count('filled'), open: count('open'), later: count('later') },
  };
}
