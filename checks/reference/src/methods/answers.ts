/** The answers to the checks of a `model.json`, each where its JSON pointer leads. */
export function answersOf<Check extends { readonly at: string }>(
  checks: readonly Check[],
  answer: (check: Check) => unknown,
): unknown {
  const answers = {};
  for (const check of checks) {
    const steps = check.at
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    place(answers, steps, answer(check));
  }
  return answers;
}

/** Puts a value where a JSON pointer leads, making the way. */
export function place(into: object, [step, ...rest]: readonly string[], value: unknown): void {
  if (step === undefined) throw new Error('a check needs a place below the root');
  if (rest.length === 0) {
    Reflect.set(into, step, value);
    return;
  }
  const there: unknown = Object.hasOwn(into, step) ? Reflect.get(into, step) : {};
  if (typeof there !== 'object' || there === null) throw new Error(`two checks meet at ${step}`);
  Reflect.set(into, step, there);
  place(there, rest, value);
}
