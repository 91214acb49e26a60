import type { Text } from '../text.ts';

/** Of the study designer and of sizes of studies. */
export const designFaults = {
  'size-beyond-search': {
    ko: '표본을 {most}까지 늘려도 목표에 이르지 못합니다. 예상값, 한계값 또는 원하는 정밀도를 고치십시오.',
    en: 'Even a sample of {most} does not reach the target. Change the expected values, the margin or the precision wanted.',
  },
  'discordance-impossible': {
    ko: '두 검사가 엇갈리는 비율로 있을 수 없는 값입니다: {discordant}. {least}보다 작지 않고 {most}보다 크지 않은, 0보다 큰 값을 적으십시오.',
    en: 'The two tests cannot differ on a share of {discordant} of people. State a share above 0, from {least} to {most}.',
  },
  'centres-too-few': {
    ko: '기관 {centres}곳으로는 기관마다 사람을 아무리 늘려도 검정력이 {power}에 그칩니다. 기관을 늘리거나 기관 사이의 차이를 다시 예상하십시오.',
    en: 'With {centres} centres the power stays at {power} however many people each brings. Add centres, or reconsider how much they differ.',
  },
  'expected-outside': {
    ko: '예상값이 있을 수 있는 범위를 벗어났습니다: {field} = {value}. {least}보다 크고 {most}보다 작은 값을 적으십시오.',
    en: 'An expected value is out of range: {field} = {value}. State a value above {least} and below {most}.',
  },
  'expected-not-beyond-goal': {
    ko: '예상값이 목표값보다 좋지 않습니다: {field} {expected}, 목표 {goal}. 목표를 넘는 값을 예상할 때에만 연구가 보일 수 있습니다.',
    en: 'The expected value is not better than the goal: {field} {expected}, goal {goal}. A study can only show what is expected to lie beyond its goal.',
  },
  'power-below-alpha': {
    ko: '검정력({power})이 유의수준({alpha})보다 커야 합니다. 보통 0.8 이상을 적습니다.',
    en: 'The power ({power}) must lie above alpha ({alpha}). It is usually 0.8 or more.',
  },
  'margin-wrong-sign': {
    ko: '한계값은 0보다 큰 거리로 적습니다: {margin}. "0.05만큼 나빠도 된다"는 -0.05가 아니라 0.05입니다.',
    en: 'A margin is a distance above 0, not {margin}. "Worse by 0.05 at most" is written 0.05, not -0.05.',
  },
  'losses-impossible': {
    ko: '탈락({dropOut})과 불확정({indeterminate})을 더하면 아무도 남지 않습니다. 더해서 1보다 작아야 합니다.',
    en: 'Drop-out ({dropOut}) and indeterminate results ({indeterminate}) leave nobody. Together they must stay below 1.',
  },
  'method-unknown': {
    ko: '없는 방법입니다: {method}. 있는 방법: {known}.',
    en: 'There is no method {method}. Known methods: {known}.',
  },
  'role-unknown': {
    ko: '방법 {method}에 없는 역할입니다: {role}. 있는 역할: {known}.',
    en: 'The method {method} has no part {role}. Known parts: {known}.',
  },
  'role-missing': {
    ko: '방법 {method}에 필요한 역할이 빠졌습니다: {role}. --columns {role}=열 이름으로 적으십시오.',
    en: 'The method {method} also needs a column that plays {role}. Write --columns {role}=name.',
  },
  'settings-wrong': {
    ko: '방법 {method}의 설정이 맞지 않습니다. {path}: {problemKo}',
    en: 'The settings of {method} are wrong. {path}: {problemEn}',
  },
  'file-not-csv': {
    ko: '{file}: {line}번째 줄을 CSV로 읽을 수 없습니다. 따옴표와 열의 수를 확인하십시오.',
    en: '{file}: line {line} cannot be read as CSV. Check its quotes and the number of columns.',
  },
  'file-not-found': {
    ko: '파일이 없거나 읽을 수 없습니다: {file}.',
    en: 'The file is missing or cannot be read: {file}.',
  },
  'folder-has-plan': {
    ko: '이미 계획서가 있습니다: {file}. 다른 폴더를 --out으로 지정하십시오.',
    en: 'There is a plan already: {file}. Name another folder with --out.',
  },
  'protocol-changed': {
    ko: '{file}: 계획서에 적힌 해시와 다릅니다. 프로토콜을 되돌리거나, daero design으로 다시 만들어 계획서의 해시를 고치십시오(잠근 뒤라면 이탈로 남습니다).',
    en: '{file} does not have the hash that the plan states. Restore the protocol, or write it anew with daero design and correct the hash in the plan (after locking, this is a deviation).',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the sizes of a study are called. */
export const designEstimates: Readonly<Record<string, Text>> = {
  n: { ko: '필요한 수', en: 'number needed' },
  recruited: { ko: '모집할 수', en: 'number to recruit' },
};
