import type { Text } from '../text.ts';

/** Plan, lock, graph, bundle. */
export const chainFaults = {
  'plan-missing': {
    ko: '계획서가 없습니다: {file}. plan.yaml이 있는 폴더를 지정하십시오.',
    en: 'There is no plan at {file}. Name a folder that holds a plan.yaml.',
  },
  'plan-not-yaml': {
    ko: '{file} {line}행: YAML로 읽을 수 없습니다({problem}). 그 자리의 따옴표, 괄호, 들여쓰기를 고치십시오.',
    en: '{file}, line {line}: this is not readable YAML ({problem}). Correct the quotes, brackets or indents there.',
  },
  'plan-field-wrong': {
    ko: '{file} {line}행, {path}: {problemKo}',
    en: '{file}, line {line}, {path}: {problemEn}',
  },
  'plan-name-unknown': {
    ko: '{file} {line}행, {path}: 알 수 없는 이름: {name}. 다음에서 골라 고치십시오: {known}.',
    en: '{file}, line {line}, {path}: unknown name {name}. Use one of: {known}.',
  },
  'plan-name-twice': {
    ko: '{file} {line}행, {path}: 같은 이름이 두 번 쓰였습니다: {name}. 하나를 바꾸십시오.',
    en: '{file}, line {line}, {path}: the name {name} is used twice. Rename one of them.',
  },
  'plan-cycle': {
    ko: '{file}: 서로 물고 도는 고리가 있습니다: {nodes}. 고리를 끊으십시오.',
    en: '{file}: these rest on each other in a circle: {nodes}. Break the circle.',
  },
  'claim-number-typed': {
    ko: '{file} {line}행, {path}: 주장에 직접 쓴 수가 있습니다: {number}. 추정값의 자리로 바꾸십시오.',
    en: '{file}, line {line}, {path}: the claim has a typed number, {number}. Put a slot bound to an estimate there.',
  },
  'estimate-not-given': {
    ko: '{analysis}: 이 분석이 주지 않은 추정값입니다: {estimate}. 나온 값: {given}. 계획서의 names를 고치십시오.',
    en: '{analysis} gave no estimate {estimate}. It gave: {given}. Correct its names in the plan.',
  },
  'groups-empty': {
    ko: '{analysis}: 무리에 행이 없습니다: {group}. 계획서의 무리와 제외 조건을 확인하십시오.',
    en: '{analysis}: the group {group} has no rows. Check the groups and exclusions of the plan.',
  },
  'value-not-listed': {
    ko: '{column}: 계획서에 없는 값이거나 빈 값입니다({rows}명). 계획서의 목록: {known}. 값을 고치거나 목록에 더하십시오.',
    en: '{column}: {rows} subjects have no value, or one that the plan does not list. Listed: {known}. Correct the values, or add to the list.',
  },
  'subject-twice': {
    ko: '{source}: 같은 대상이 두 번 나옵니다({rows}행, 처음 {first}행). 열쇠가 되는 열을 확인하십시오.',
    en: '{source}: a subject appears twice ({rows} rows, first at row {first}). Check the key column.',
  },
  'input-failed': {
    ko: '앞 단계가 실패하여 계산하지 않았습니다: {node}.',
    en: 'Not computed, because what it rests on failed: {node}.',
  },
  'source-not-found': {
    ko: '자료를 찾을 수 없습니다: {source} ({looked}). --source {source}=<파일>로 지정하십시오.',
    en: 'The source {source} was not found ({looked}). Name it by --source {source}=<file>.',
  },
  'source-unknown': {
    ko: '계획서에 그런 자료가 없습니다: {name}. 있는 자료: {known}. --source의 이름을 고치십시오.',
    en: 'The plan has no source {name}. It has: {known}. Correct the name after --source.',
  },
  'claim-unknown': {
    ko: '그런 주장, 추정값, 노드가 없습니다: {name}. 다음에서 고르십시오: {known}.',
    en: 'There is no claim, estimate or node {name}. Choose from: {known}.',
  },
  'not-built': {
    ko: '아직 만들지 않았습니다: {name}. 먼저 daero build를 실행하십시오.',
    en: '{name} has not been built. Run daero build first.',
  },
  'lock-unreadable': {
    ko: '잠금 파일을 읽을 수 없습니다: {file}. 되살리거나 다시 잠그십시오.',
    en: 'The lock {file} cannot be read. Restore it, or lock again.',
  },
  'lock-unchanged': {
    ko: '이미 잠겼고 달라진 것이 없습니다: {file}.',
    en: 'Already locked, and nothing differs: {file}.',
  },
  'lock-needs-reason': {
    ko: '잠근 뒤에 계획이 달라졌습니다({changes}곳). --reason으로 까닭을 적어 이탈로 남기십시오.',
    en: 'The plan differs from its lock in {changes} places. Record them as deviations with --reason.',
  },
  'bundle-unreadable': {
    ko: '꾸러미를 읽을 수 없습니다: {file}. 온전한 zip 파일인지 확인하십시오.',
    en: 'The bundle {file} cannot be read. Check that it is a whole zip file.',
  },
  'build-cancelled': {
    ko: '멈췄습니다. 끝난 단계는 남아 있으며, 다시 시작하면 이어서 합니다.',
    en: 'Stopped. Finished steps are kept, and the next build goes on from there.',
  },
  'build-running': {
    ko: '같은 폴더에서 이미 만들고 있습니다: {folder} (프로세스 {pid}). 끝난 뒤에 다시 하십시오.',
    en: 'Another build is running in {folder} (process {pid}). Try again when it has ended.',
  },
} as const satisfies Readonly<Record<string, Text>>;
