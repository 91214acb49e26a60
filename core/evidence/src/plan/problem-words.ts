import type { z } from 'zod';
import type { Text } from '@daero/domain/text';

type Issue = z.core.$ZodIssue;

const listed = (values: readonly unknown[]): string => values.map(String).join(', ');

/** What is wrong with a field and what to write there, in both languages. */
export function problemWords(issue: Issue): Text {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        ko: `모르는 항목: ${listed(issue.keys)}. 지우거나 철자를 고치십시오.`,
        en: `unknown field ${listed(issue.keys)}. Remove it or correct its spelling.`,
      };
    case 'invalid_type':
      return issue.input === undefined
        ? {
            ko: `항목이 빠졌습니다. 있어야 할 것: ${issue.expected}.`,
            en: `this field is missing. It must hold: ${issue.expected}.`,
          }
        : {
            ko: `형식이 다릅니다. 있어야 할 것: ${issue.expected}.`,
            en: `the wrong kind of value. It must hold: ${issue.expected}.`,
          };
    case 'invalid_value':
      return { ko: `쓸 수 있는 값: ${listed(issue.values)}.`, en: `use one of: ${listed(issue.values)}.` };
    case 'invalid_format':
      return { ko: `모양이 다릅니다. ${issue.message}`, en: `the wrong form. ${issue.message}` };
    case 'too_small':
      return {
        ko: `너무 작거나 적습니다. 최소: ${issue.minimum}.`,
        en: `too small or too few. At least: ${issue.minimum}.`,
      };
    case 'too_big':
      return {
        ko: `너무 크거나 많습니다. 최대: ${issue.maximum}.`,
        en: `too large or too many. At most: ${issue.maximum}.`,
      };
    case 'invalid_union':
      return unionWords(issue);
    default:
      return { ko: `값이 맞지 않습니다. ${issue.message}`, en: `the value does not fit. ${issue.message}` };
  }
}

/** Of several forms, speak of the one that came closest: the reader meant that one. */
function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): Text {
  const closest = [...issue.errors].sort((left, right) => left.length - right.length)[0]?.[0];
  if (closest === undefined) return { ko: '맞는 모양이 없습니다.', en: 'it fits none of the forms.' };
  const inner = problemWords(closest);
  const where = closest.path.length === 0 ? '' : `${closest.path.join('.')}: `;
  return { ko: `${where}${inner.ko}`, en: `${where}${inner.en}` };
}
