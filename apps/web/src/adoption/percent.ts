/** A setting as it was set, without decimals that nobody meant. */
export const wholePercent = (share: number): string => `${Math.round(1000 * share) / 10}%`;
