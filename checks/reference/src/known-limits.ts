import type { Rule } from './compare.ts';

type KnownLimit = Rule & { readonly why: string };

const paule =
  'the package solves for tau2 to about 1e-4 only (README of the set: known limits of the expected values)';

/**
 * Where the README of the reference set says that expected values are coarse, and how to compare them then, for the cases
 * that do not carry the rule themselves. By method, never by case; what was compared so is said in the case's line.
 */
export const knownLimits: Readonly<Record<string, readonly KnownLimit[]>> = {
  'meta-analysis': [
    { path: '**.PM', rel: 2e-3, abs: 2e-4, why: paule },
    { path: '**.tau2_ci_qprofile', rel: 2e-3, abs: 2e-4, why: paule },
    { path: '**.tau2_Qprofile_ci', rel: 2e-3, abs: 2e-4, why: paule },
  ],
};
