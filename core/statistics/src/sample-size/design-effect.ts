export type Clusters = {
  /** Units (lesions, images, eyes) of a cluster (a patient), on average. */
  readonly size: number;
  /** Of two units of one cluster. */
  readonly correlation: number;
  /** Standard deviation of the cluster sizes over their mean. */
  readonly variation: number;
};

/**
 * By how much clusters multiply the number of units that independent ones would need.
 *
 * Takes    mean cluster size (1 or more), correlation within a cluster, coefficient of variation of the sizes
 * Gives    1 + ((1 + cv^2) m - 1) rho
 * Fails    never
 * Cost     O(1)
 * Source   Eldridge, Ashby and Kerry (2006), International Journal of Epidemiology 35, 1292-1300
 * Checked  against the variance of simulated clusters of unequal sizes
 */
export function designEffect({ size, correlation, variation }: Clusters): number {
  return Math.max(1, 1 + ((1 + variation * variation) * size - 1) * correlation);
}
