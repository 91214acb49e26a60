import type { SizeCurveShape } from '@daero/domain/shape';
import type { Text } from '@daero/domain/text';
import type { AskedSize, Recruitment } from '@daero/statistics/sample-size/study-size';
import type { StudyQuestion } from './study-question.ts';

/** One number that a study needs, with the formula behind it. */
export type NeededNumber = {
  readonly id: string;
  readonly label: Text;
  readonly value: number;
  readonly unit: Text;
};

/** One hypothesis (or one precision), the size it asks for, and why. */
export type SizeStep = {
  readonly id: string;
  readonly label: Text;
  readonly asked: AskedSize;
  readonly recruits: Recruitment;
  readonly n: number;
  readonly needed: number;
  readonly recruited: number;
  readonly unit: Text;
  readonly effect: number;
  readonly reads: 'power' | 'half-width';
  readonly target: number;
  readonly reached: number;
  readonly formula: Text;
  readonly source: string;
  readonly assumptions: readonly Text[];
};

/** An entry of a plan's `analyses`, as a plan writes it. */
export type PlannedAnalysis = {
  readonly id: string;
  readonly title: Text;
  readonly method: string;
  readonly table?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly of?: { readonly analysis: string; readonly estimate: string };
  readonly by?: string;
  readonly settings?: unknown;
  readonly names: Readonly<Record<string, string>>;
  readonly role: 'primary' | 'secondary' | 'size';
};

export type PlannedClaim = {
  readonly id: string;
  readonly ko: string;
  readonly en: string;
  readonly serves: readonly string[];
};
export type PlannedRequirement = { readonly id: string; readonly text: Text; readonly source: string };

/** What the data of the study look like: the columns of its sources. */
export type PlannedColumn = {
  readonly name: string;
  readonly kind: 'text' | 'number';
  readonly meaning: Text;
};
export type PlannedSource = {
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly PlannedColumn[];
};

export type StudyData = {
  readonly unit: Text;
  readonly cases: PlannedSource;
  /** Rows of which a case has several. */
  readonly readings: PlannedSource | null;
  /** Further columns of the population, made from those of the source. */
  readonly made: Readonly<Record<string, { readonly expression: string }>>;
};

export type StudyDesign = {
  readonly question: StudyQuestion;
  readonly title: Text;
  readonly hypotheses: readonly Text[];
  /** The first is the one to ask for: how many to recruit. */
  readonly numbers: readonly NeededNumber[];
  readonly steps: readonly SizeStep[];
  readonly curves: readonly SizeCurveShape[];
  readonly analyses: readonly PlannedAnalysis[];
  readonly requirements: readonly PlannedRequirement[];
  readonly claims: readonly PlannedClaim[];
  readonly data: StudyData;
  readonly notes: readonly Text[];
};

/** What each kind of question adds; the rest is the same for all. */
export type DesignParts = Omit<StudyDesign, 'question' | 'title'>;
