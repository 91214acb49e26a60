const deepest = 64;

/**
 * JSON that PostgreSQL keeps as it is: no NUL, no half of a surrogate pair, no number without a value, and not nested
 * without end. It stands before the schemas, which recurse, and is faster than a recursive schema of JSON.
 */
export function storable(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case 'string':
      return !unkept.test(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth > deepest) return false;
      if (Array.isArray(value)) return value.every((item) => storable(item, depth + 1));
      return Object.entries(value).every(([key, item]) => !unkept.test(key) && storable(item, depth + 1));
    default:
      return false;
  }
}

const unkept = /\0|\p{Surrogate}/u;
