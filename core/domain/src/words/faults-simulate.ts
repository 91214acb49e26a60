import type { Text } from '../text.ts';

/** The simulations that the statistics are held to. */
export const simulateFaults = {
  'simulation-family-unknown': {
    ko: '모의실험에 없는 방법군입니다: {family}. 있는 것: {known}.',
    en: 'There is no family {family} in the simulations. There are: {known}.',
  },
  'simulation-scenario-wrong': {
    ko: '시나리오 목록에서 {family}의 {number}번 시나리오가 맞지 않습니다: {problem}. grid.json을 고치십시오.',
    en: 'Scenario {number} of {family} in the grid is wrong: {problem}. Correct grid.json.',
  },
  'simulation-option-wrong': {
    ko: '선택 {option}의 값이 맞지 않습니다: {value}. 1 이상의 정수를 쓰십시오.',
    en: 'The option {option} cannot be {value}. Give a whole number from 1.',
  },
} as const satisfies Readonly<Record<string, Text>>;
