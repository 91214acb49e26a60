/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns of `vectors` (row by row). */
export type Eigen = { readonly values: readonly number[]; readonly vectors: readonly (readonly number[])[] };

const sweeps = 60;

/** Rotations that empty one place of the matrix after the other (Jacobi 1846; Golub and Van Loan, Matrix computations, 8.5). */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const a = Float64Array.from(matrix.flat());
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const get = (m: Float64Array, i: number, j: number): number => m[i * n + j] ?? 0;

  for (let sweep = 0; sweep < sweeps; sweep++) {
    let [off, on] = [0, 0];
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const square = get(a, i, j) * get(a, i, j);
        if (i === j) on += square;
        else off += square;
      }
    if (off <= 1e-28 * on) break;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const pq = get(a, p, q);
        if (pq === 0) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * pq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [kp, kq] = [get(a, k, p), get(a, k, q)];
          a[k * n + p] = c * kp - s * kq;
          a[k * n + q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; k++) {
          const [pk, qk] = [get(a, p, k), get(a, q, k)];
          a[p * n + k] = c * pk - s * qk;
          a[q * n + k] = s * pk + c * qk;
        }
        for (let k = 0; k < n; k++) {
          const [kp, kq] = [get(v, k, p), get(v, k, q)];
          v[k * n + p] = c * kp - s * kq;
          v[k * n + q] = s * kp + c * kq;
        }
      }
    }
  }
  const places = Array.from({ length: n }, (_, index) => index);
  return {
    values: places.map((i) => get(a, i, i)),
    vectors: places.map((i) => places.map((j) => get(v, i, j))),
  };
}
