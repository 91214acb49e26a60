/** Where two outputs differ: a path, what the bundle says, and what came out when it was derived again. */
export type Difference = { readonly path: string; readonly said: string; readonly derived: string };

const tolerance = 1e-9;

/** Numbers equal to 1e-9, everything else exactly. Gives the first few differences, for a person to read. */
export function differences(said: unknown, derived: unknown, path = '', most = 5): readonly Difference[] {
  if (typeof said === 'number' && typeof derived === 'number') {
    const apart = Math.abs(said - derived);
    return apart <= tolerance * Math.max(1, Math.abs(said))
      ? []
      : [{ path, said: String(said), derived: String(derived) }];
  }
  if (isRecord(said) && isRecord(derived) && Array.isArray(said) === Array.isArray(derived)) {
    const names = [...new Set([...Object.keys(said), ...Object.keys(derived)])].sort();
    const found: Difference[] = [];
    for (const name of names) {
      if (found.length >= most) break;
      found.push(
        ...differences(
          said[name],
          derived[name],
          path === '' ? name : `${path}.${name}`,
          most - found.length,
        ),
      );
    }
    return found;
  }
  if (said === derived) return [];
  if (typeof said === 'string' && typeof derived === 'string') return [around(path, said, derived)];
  return [{ path, said: show(said), derived: show(derived) }];
}

/** Of two long texts the place where they part, with a few characters before it. */
function around(path: string, said: string, derived: string): Difference {
  let at = 0;
  while (at < said.length && said[at] === derived[at]) at++;
  const from = Math.max(0, at - 20);
  return { path, said: show(said.slice(from)), derived: show(derived.slice(from)) };
}

/** How many numbers a value holds: what "re-derived" counts. */
export function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  return isRecord(value)
    ? Object.values(value).reduce<number>((sum, inner) => sum + countNumbers(inner), 0)
    : 0;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = (text ?? 'nothing').replace(/\s+/g, ' ');
  return plain.length > 80 ? `${plain.slice(0, 77)}...` : plain;
}
