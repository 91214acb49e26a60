import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What the first thing wrong is and where. It names what was expected, never what was found: that may be a patient. */
export function firstIssue(error: z.ZodError): { readonly path: string; readonly expected: string } {
  const [issue] = error.issues;
  if (issue === undefined) throw new Error('a refusal without a reason');
  return { path: written(issue.path), expected: expectation(issue) };
}

const written = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  ) || '(whole)';

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `>= ${issue.minimum} (${issue.origin})`;
    case 'too_big':
      return `<= ${issue.maximum} (${issue.origin})`;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'unrecognized_keys':
      return 'no further field'; // the names of the fields that are too many are the sender's text
    case 'invalid_union':
      return 'JSON';
    case 'custom':
      return issue.message;
    default:
      return issue.code;
  }
}
