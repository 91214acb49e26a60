import type { ClaimPart } from '../api-types.ts';

/** A claim as one run of text. */
export const sentence = (parts: readonly ClaimPart[]): string =>
  parts.map((part) => ('text' in part ? part.text : part.shown)).join('');
