import type { ClaimPart } from '../api-types.ts';

/** A claim as one run of text. */
export const sentence = (parts: readonly ClaimPart[]): string =>
  parts.map((part) => ('words' in part ? part.words : (part.shown ?? '—'))).join('');
