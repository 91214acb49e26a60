import type { Text } from '../text.ts';

/** Expressions of models and rules, and the economic models made of them. */
export const economicsFaults = {
  'expression-character': {
    ko: '식 "{source}"의 {column}번째 글자 "{found}"은(는) 식에 쓸 수 없습니다. 지우거나 고치십시오.',
    en: 'In "{source}", character {column} "{found}" has no meaning in an expression. Remove or correct it.',
  },
  'expression-unclosed': {
    ko: '식 "{source}"의 {column}번째 글자에서 열린 괄호 "{found}"이(가) 닫히지 않았습니다. 닫는 괄호를 넣으십시오.',
    en: 'In "{source}", the bracket "{found}" opened at character {column} is never closed. Close it.',
  },
  'expression-operand': {
    ko: '식 "{source}"의 {column}번째 글자에 수, 이름 또는 여는 괄호가 와야 합니다. 있는 것: "{found}". 식을 완성하십시오.',
    en: 'In "{source}", a number, a name or an opening bracket must stand at character {column}; found "{found}". Complete the expression.',
  },
  'expression-operator': {
    ko: '식 "{source}"의 {column}번째 글자에 연산 기호가 와야 합니다. 있는 것: "{found}". 기호를 넣거나 괄호를 맞추십시오.',
    en: 'In "{source}", an operator must stand at character {column}; found "{found}". Add one or match the brackets.',
  },
  'expression-comparison-chain': {
    ko: '식 "{source}"의 {column}번째 글자에서 비교가 이어집니다. "a < b and b < c"처럼 and로 나누어 쓰십시오.',
    en: 'In "{source}", comparisons are chained at character {column}. Write them apart: "a < b and b < c".',
  },
  'expression-too-deep': {
    ko: '식의 {column}번째 글자에서 {limit}단계보다 깊어집니다. 매개변수를 두어 식을 나누십시오.',
    en: 'The expression is nested more than {limit} levels deep at character {column}. Split it with a parameter.',
  },
  'expression-unknown-name': {
    ko: '식 "{source}"의 {column}번째 글자: "{name}"이라는 이름이 없습니다. 비슷한 이름: {nearest}. 이름을 고치거나 먼저 정의하십시오.',
    en: 'In "{source}", character {column}: nothing is named "{name}". Similar names: {nearest}. Correct it, or define it first.',
  },
  'expression-unknown-function': {
    ko: '식 "{source}"의 {column}번째 글자: "{name}"이라는 함수가 없습니다. 비슷한 함수: {nearest}. 함수 이름을 고치십시오.',
    en: 'In "{source}", character {column}: there is no function "{name}". Similar functions: {nearest}. Correct the name.',
  },
  'expression-unknown-table': {
    ko: '식 "{source}"의 {column}번째 글자: lookup의 첫 값은 표의 이름이어야 합니다. 표 "{name}" 없음. 비슷한 표: {nearest}.',
    en: 'In "{source}", character {column}: lookup starts with the name of a table. There is no table "{name}". Similar tables: {nearest}.',
  },
  'expression-arguments': {
    ko: '식 "{source}"의 {column}번째 글자: 함수 {name}에는 값 {takes}개가 필요합니다. 있는 것: {got}개.',
    en: 'In "{source}", character {column}: {name} takes {takes} values, got {got}.',
  },
} as const satisfies Readonly<Record<string, Text>>;
