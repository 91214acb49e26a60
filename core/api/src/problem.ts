import type { Fault } from '@daero/domain/result';
import type { FaultKind } from '@daero/domain/words/faults';
import { speakFault } from '@daero/domain/words/speak';
import type { Problem } from './schemas/problem.ts';

// What is not named here is trouble with the content that was asked for or sent: 422.
const statuses: Partial<Readonly<Record<FaultKind, number>>> = {
  'input-wrong': 400,
  'session-missing': 401,
  'role-refused': 403,
  'scope-refused': 403,
  'origin-refused': 403,
  'demonstration-only-on-loopback': 403,
  'route-unknown': 404,
  'not-served-here': 404,
  'project-unknown': 404,
  'draws-unknown': 404,
  'model-not-in-plan': 404,
  'model-estimates-missing': 409,
  'run-unknown': 404,
  'job-unknown': 404,
  'dossier-not-built': 404,
  'bundle-not-built': 404,
  'case-unknown': 404,
  'adoption-unknown': 404,
  'product-unknown': 404,
  'adoption-product-unknown': 404,
  'programme-call-unknown': 404,
  'programme-project-unknown': 404,
  'build-running': 409,
  'stream-moved': 409,
  'request-key-reused': 409,
  'case-exists': 409,
  'adoption-exists': 409,
  'programme-name-taken': 409,
  'job-not-resumable': 409,
  'run-not-active': 409,
  'body-too-large': 413,
  'media-type-wrong': 415,
  'server-fault': 500,
  'log-unavailable': 503,
  'jobs-unavailable': 503,
  'database-unreachable': 503,
};

export const statusOf = (kind: FaultKind): number => statuses[kind] ?? 422;

/** What every route may answer, so that no record repeats it. */
export const commonFaults = [
  'input-wrong',
  'server-fault',
  'log-unavailable',
] as const satisfies readonly FaultKind[];
export const guardedFaults = [
  'session-missing',
  'role-refused',
  'scope-refused',
] as const satisfies readonly FaultKind[];
export const writingFaults = [
  'origin-refused',
  'body-too-large',
  'media-type-wrong',
] as const satisfies readonly FaultKind[];

/** A fault as it goes over the wire. */
export const problemOf = (fault: Fault): Problem => ({
  ...fault,
  kind: fault.kind,
  ko: speakFault(fault, 'ko'),
  en: speakFault(fault, 'en'),
  status: statusOf(fault.kind),
});
