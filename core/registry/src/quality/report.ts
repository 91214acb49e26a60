import type { Text } from '@daero/domain/text';
import { fail, succeed, type Fault, type Result } from '@daero/domain/result';
import { classOf, type QualityCheck, type QualityClass, type QualityPlan, type Waiver } from './checks.ts';

export type QualityStatus = 'pass' | 'pass with failures' | 'fail' | 'error' | 'n/a';

/** What a check counted in one group; `group` is null where the check has none. */
export type QualityCount = {
  readonly group: string | null;
  readonly denominator: number;
  readonly failing: number;
  /** Artefact codes: neither failing nor in the denominator. */
  readonly setAside: number;
};

export type QualityResult = {
  readonly id: string;
  readonly check: QualityCheck['check'];
  readonly class: QualityClass;
  readonly source: string;
  readonly status: QualityStatus;
  /** Share that fails of what was looked at, over all groups; `null` where nothing was. */
  readonly rate: number | null;
  readonly failing: number;
  readonly denominator: number;
  readonly setAside: number;
  readonly threshold: number;
  readonly groups: readonly QualityCount[];
  /** The first rows that fail, as numbered in the source (rows of data from 1): at most 20, and never what they say. */
  readonly rows: readonly number[];
  readonly why: Text;
  readonly owner: string | null;
  readonly waiver: Waiver | null;
  /** Why it could not be done, when the status is `error`. */
  readonly trouble: Fault | null;
};

export type QualityReport = { readonly results: readonly QualityResult[] };

export type QualityFault = {
  readonly kind: 'quality-failed';
  readonly checks: readonly string[];
  /** Of the first check that fails. */
  readonly first: string;
  readonly source: string;
  readonly failing: number;
  readonly denominator: number;
  readonly rows: readonly number[];
};

export type Evaluation = {
  readonly counts: readonly QualityCount[];
  readonly rows: readonly number[];
  readonly trouble: Fault | null;
};

/** What was counted, judged by the check's own threshold. */
export function judge(
  check: QualityCheck,
  evaluation: Evaluation,
  waivers: QualityPlan['waivers'],
): QualityResult {
  const { counts, rows, trouble } = evaluation;
  const sum = (of: (count: QualityCount) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const failing = sum((count) => count.failing);
  const denominator = sum((count) => count.denominator);
  return {
    id: check.id,
    check: check.check,
    class: classOf[check.check],
    source: check.source,
    status: trouble === null ? statusOf(counts, check.failAbove) : 'error',
    rate: denominator === 0 ? null : failing / denominator,
    failing,
    denominator,
    setAside: sum((count) => count.setAside),
    threshold: check.failAbove,
    groups: counts.filter(({ group }) => group !== null),
    rows: rows.slice(0, 20),
    why: check.why,
    owner: check.owner ?? null,
    waiver: waivers.find((waiver) => waiver.check === check.id) ?? null,
    trouble,
  };
}

/** One group above the threshold fails the check: a good average must not hide a bad hospital. */
function statusOf(counts: readonly QualityCount[], threshold: number): QualityStatus {
  if (counts.every(({ denominator }) => denominator === 0)) return 'n/a';
  if (counts.some(({ failing, denominator }) => failing > threshold * denominator)) return 'fail';
  return counts.some(({ failing }) => failing > 0) ? 'pass with failures' : 'pass';
}

const stops = ({ status, waiver }: QualityResult): boolean =>
  (status === 'fail' || status === 'error') && waiver === null;

/** Lets a build go on, or stops it: no analysis stands on data that failed and that nobody answers for. */
export function qualityGate(report: QualityReport): Result<QualityReport, QualityFault> {
  const stopping = report.results.filter(stops);
  const [first] = stopping;
  if (first === undefined) return succeed(report);
  const { source, failing, denominator, rows } = first;
  const checks = stopping.map(({ id }) => id);
  return fail({ kind: 'quality-failed', checks, first: first.id, source, failing, denominator, rows });
}
