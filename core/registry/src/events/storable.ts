const deepest = 64;

/** No NUL, no half of a surrogate pair (PostgreSQL keeps neither), and not nested without end. */
export function storable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => storable(item, depth + 1));
  return Object.entries(value).every(([key, item]) => storable(key) && storable(item, depth + 1));
}
