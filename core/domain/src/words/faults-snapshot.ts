import type { Text } from '../text.ts';

export const snapshotFaults = {
  'device-item-not-mapped': {
    ko: '기기 {device}의 항목 {item}에 대응하는 원자료 항목이 없습니다. 계획서 items에 {item}의 규칙을 적으십시오.',
    en: 'Item {item} of device {device} has no source. State its rule under items in the plan.',
  },
  'device-item-unknown': {
    ko: '기기 {device}에 없는 항목입니다: {item}. 있는 항목: {known}. 계획서의 항목 이름을 고치십시오.',
    en: 'Device {device} has no item {item}. Its items: {known}. Correct the name in the plan.',
  },
  'device-item-rule': {
    ko: '기기 {device}의 항목 {item}에는 {needs} 규칙이 필요합니다. 계획서의 규칙을 {needs}(으)로 바꾸십시오.',
    en: 'Item {item} of device {device} takes a rule of the form {needs}. Change the rule in the plan to {needs}.',
  },
} as const satisfies Readonly<Record<string, Text>>;
