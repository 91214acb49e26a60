import { fill, type Text } from '@daero/domain/text';
import type { CaseChange } from '../case/event.ts';
import type { Rules } from '../jurisdiction/rules.ts';
import type { Possible } from '../record/possible.ts';
import { placeName } from './name-words.ts';
import { stateWords } from './route-words.ts';
import { transitionWords } from './terms.ts';

/** What a change is called, what it means, and what becomes impossible by it. */
type Told = { readonly label: Text; readonly consequence: Text; readonly afterwards: Text };

const undone: Text = {
  ko: '지울 수 없습니다. 되돌리려면 무효로 하는 사건을 새로 기록해야 합니다.',
  en: 'It cannot be deleted; undoing it takes a further event that annuls it.',
};

const told: Readonly<Record<CaseChange['type'], Told>> = {
  opened: {
    label: { ko: '건을 엶', en: 'Case opened' },
    consequence: { ko: '이 제품의 이 경로가 시작됩니다.', en: 'This route of this product begins.' },
    afterwards: undone,
  },
  entered: {
    label: { ko: '{stage}: 시작', en: '{stage}: begun' },
    consequence: {
      ko: '이 단계가 진행 중이 되고 그 기한의 시계가 갑니다: {stage}.',
      en: 'The stage is under way and the clock of its limit runs: {stage}.',
    },
    afterwards: undone,
  },
  paused: {
    label: { ko: '{stage}: {because}', en: '{stage}: {because}' },
    consequence: {
      ko: '답을 낼 때까지 신청인을 기다리는 것으로 적힙니다. 규칙이 정한 곳에서는 시계가 멈춥니다.',
      en: 'The applicant is waited for until the answer is in; where the rules say so, the clock stops.',
    },
    afterwards: undone,
  },
  resumed: {
    label: { ko: '{stage}: 답을 냄', en: '{stage}: answered' },
    consequence: { ko: '기다림이 끝나고 시계가 다시 갑니다.', en: 'The wait ends and the clock runs again.' },
    afterwards: undone,
  },
  extended: {
    label: { ko: '{stage}: 기한 연장', en: '{stage}: limit extended' },
    consequence: {
      ko: '이 단계의 기한이 적은 일수만큼 길어집니다.',
      en: 'The limit of this stage grows by the days given.',
    },
    afterwards: undone,
  },
  decided: {
    label: { ko: '{stage}: {outcome}', en: '{stage}: {outcome}' },
    consequence: {
      ko: '이 단계가 끝나고 고른 길이 열립니다. 다음 단계는 신청해야 시작됩니다.',
      en: 'The stage ends and the ways chosen open; the next stage begins only when it is filed.',
    },
    afterwards: {
      ko: '결정은 이의신청이나 무효로 하는 새 사건으로만 바뀝니다.',
      en: 'A decision is changed only by an appeal, or by a further event that annuls it.',
    },
  },
  appealed: {
    label: { ko: '{stage}: 이의신청', en: '{stage}: appeal' },
    consequence: {
      ko: '앞의 결정이 이끈 길과 끝이 무너지고, 규칙이 정한 곳에서 다시 다툽니다.',
      en: 'What the decision led to falls, and the matter goes where the rules send it.',
    },
    afterwards: undone,
  },
  'window-opened': {
    label: { ko: '{stage}: 사용기간 시작', en: '{stage}: use window opens' },
    consequence: {
      ko: '사용기간의 시계가 갑니다. 끝나기 전에 재평가 자료를 내야 합니다.',
      en: 'The clock of the use window runs; the file for reassessment must be in before it ends.',
    },
    afterwards: undone,
  },
  'window-extended': {
    label: { ko: '{stage}: 사용기간 연장', en: '{stage}: use window extended' },
    consequence: { ko: '사용기간의 끝이 뒤로 갑니다.', en: 'The use window ends later.' },
    afterwards: {
      ko: '연장 횟수는 규칙이 정한 만큼만 남습니다.',
      en: 'Only as many extensions remain as the rules allow.',
    },
  },
  reached: {
    label: { ko: '{state}', en: '{state}' },
    consequence: {
      ko: '다섯 상태 가운데 이것에 이르렀다고 적힙니다. 다른 상태를 대신하지 않습니다.',
      en: 'This one of the five states is reached; it stands for none of the others.',
    },
    afterwards: undone,
  },
  moved: {
    label: { ko: '규정을 {version}판으로 옮김', en: 'Moved to the rules of {version}' },
    consequence: {
      ko: '이제부터 이 판의 기한과 길이 적용됩니다.',
      en: 'From now on the limits and ways of this version hold.',
    },
    afterwards: {
      ko: '예전 판으로는 돌아가지 않습니다.',
      en: 'There is no way back to the earlier version.',
    },
  },
  annulled: {
    label: { ko: '기록을 무효로 함', en: 'An event annulled' },
    consequence: {
      ko: '그 기록은 이력에 남지만 더는 세지 않습니다.',
      en: 'That event stays in the trail but counts no longer.',
    },
    afterwards: {
      ko: '무효로 한 것은 다시 살릴 수 없습니다. 다시 기록해야 합니다.',
      en: 'What is annulled cannot be revived; it must be recorded anew.',
    },
  },
};

const becauseWords: Readonly<Record<'supplement-requested' | 'halted', Text>> = {
  'supplement-requested': { ko: '보완 요청을 받음', en: 'supplement requested' },
  halted: { ko: '심사가 멈춤', en: 'review halted' },
};

const filled = (text: Text, slots: Readonly<Record<string, Text>>): Text => ({
  ko: fill(text.ko, inLanguage(slots, 'ko')),
  en: fill(text.en, inLanguage(slots, 'en')),
});
const inLanguage = (
  slots: Readonly<Record<string, Text>>,
  language: 'ko' | 'en',
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(slots).map(([name, text]) => [name, text[language]]));

type Named = Partial<Pick<CaseChange & { type: 'decided' }, 'outcome' | 'stage'>> & {
  readonly type: CaseChange['type'];
  readonly because?: keyof typeof becauseWords;
  readonly state?: keyof typeof stateWords;
  readonly version?: string;
};

/** The words of a change, whether it has happened or may. A stage that this version of the rules lacks is named by its id. */
export function tellChange(rules: Rules, change: CaseChange | Possible): Told {
  const named: Named = change;
  const plain = (text: string): Text => ({ ko: text, en: text });
  const slots = {
    stage: named.stage === undefined ? plain('') : stageName(rules, named.stage),
    because: named.because === undefined ? plain('') : becauseWords[named.because],
    outcome: named.outcome === undefined ? plain('') : transitionWords[named.outcome],
    state: named.state === undefined ? plain('') : stateWords[named.state],
    version: plain(named.version ?? ''),
  };
  const { label, consequence, afterwards } = told[change.type];
  return { label: filled(label, slots), consequence: filled(consequence, slots), afterwards };
}

const stageName = (rules: Rules, stage: string): Text =>
  rules.stages.has(stage) || stage in rules.file.terminals
    ? placeName(rules, stage)
    : { ko: stage, en: stage };

export const assumedWord: Text = { ko: '가정을 바꿈', en: 'Assumptions changed' };
export const askedWord: Text = { ko: '요구를 더함', en: 'Asked beyond the rules' };
export const boundWord: Text = { ko: '주장을 묶음', en: 'A claim bound' };
export const unboundWord: Text = { ko: '주장을 떼어 냄', en: 'A claim taken off' };
