import type { Text } from '../text.ts';

/** Faults of adoption in a hospital: layers and keys, readiness, procurement, security answers. */
export const adoptionFaults = {
  'adoption-event-twice': {
    ko: '사건 번호가 되풀이됩니다: {eventId}. 사건마다 다른 번호를 쓰십시오.',
    en: 'Event id {eventId} stands twice. Give each event an id of its own.',
  },
  'adoption-annul-unknown': {
    ko: '사건 {eventId}에서 무효로 하려는 사건 {annuls}의 기록이 그 앞에 없습니다. 사건 번호를 확인하십시오.',
    en: 'Event {eventId} annuls {annuls}, which does not stand before it. Check the event id.',
  },
  'adoption-event-form': {
    ko: '사건 {eventId}의 {path} 자리가 형식에 맞지 않습니다: {expected}. 그 자리를 고치십시오.',
    en: 'Event {eventId} is not well formed at {path}: {expected}. Correct that place.',
  },
  'adoption-not-opened': {
    ko: '사건 {eventId} 앞에 이 기록을 여는 사건이 없습니다. 여는 사건을 먼저 적으십시오.',
    en: 'Event {eventId} comes before the record was opened. Record its opening first.',
  },
  'adoption-opened-twice': {
    ko: '사건 {eventId}: 이미 열린 기록입니다. 다른 병원, 제품 판이나 적응증은 새 기록으로 여십시오.',
    en: 'Event {eventId}: the record is open already. For another hospital, product version or indication, open another.',
  },
  'adoption-withdrawn': {
    ko: '사건 {eventId}: 이 병원은 {since}에 사용을 그만두었습니다. 다시 도입하려면 새 검토를 여십시오.',
    en: 'Event {eventId}: the hospital withdrew on {since}. To adopt again, open a new record.',
  },
  'adoption-name-twice': {
    ko: '같은 이름이 두 번 있습니다: {name}. 하나의 이름을 바꾸십시오.',
    en: 'The name {name} stands twice. Rename one of them.',
  },
  'adoption-layer-dangling': {
    ko: '병원 규칙의 {layer} 항목에서 가리키는 이름이 없습니다: {name}. 이름을 고치거나 그 항목을 더하십시오.',
    en: 'In the rules of the hospital, {layer} names {name}, which does not exist. Correct the name or add it.',
  },
  'adoption-layer-circle': {
    ko: '병원 규칙에서 {layer} 단계의 앞 단계를 따라가면 다시 그 단계에 이릅니다. 순서를 고치십시오.',
    en: 'In the rules of the hospital, layer {layer} waits for itself. Correct the order.',
  },
  'adoption-layer-unknown': {
    ko: '사건 {eventId}: 병원 규칙에 {layer} 단계가 없습니다. 있는 단계: {known}.',
    en: 'Event {eventId}: the rules of the hospital have no layer {layer}. Layers: {known}.',
  },
  'adoption-key-missing': {
    ko: '사건 {eventId}: {person} 님은 ‘{layer}’ 단계의 결정 권한이 없습니다. 권한은 {office}에 있으며 지금 맡은 사람은 {holders}입니다. 그 사람이 결정하거나 권한을 먼저 넘기십시오.',
    en: 'Event {eventId}: {person} does not hold the key of "{layer}". It lies with the {office}, now {holders}. Let them decide, or pass the key first.',
  },
  'adoption-withdrawal-key': {
    ko: '사건 {eventId}: {person} 님은 이 병원의 어느 단계에도 결정 권한이 없어 사용 중단을 정할 수 없습니다. 권한이 있는 사람: {holders}.',
    en: 'Event {eventId}: {person} holds no key of this hospital and cannot withdraw the product. Key holders: {holders}.',
  },
  'adoption-date-before': {
    ko: '사건 {eventId}: {on} 날짜는 앞서야 할 일(‘{before}’, {beforeOn})보다 이릅니다. 날짜를 고치십시오.',
    en: 'Event {eventId}: the day {on} lies before what must precede it ("{before}", {beforeOn}). Correct the day.',
  },
  'adoption-out-of-order': {
    ko: '사건 {eventId}: ‘{layer}’ 단계는 아직 결정할 차례가 아닙니다. 병원 규칙상 먼저 승인해야 할 단계: {needs}.',
    en: 'Event {eventId}: it is not yet the turn of "{layer}". By the rules of the hospital these must approve first: {needs}.',
  },
  'adoption-returned': {
    ko: '사건 {eventId}: 앞 단계 ‘{returned}’의 승인이 {since}에 되돌아와 ‘{layer}’ 단계를 결정할 수 없습니다. 앞 단계를 먼저 다시 결정하십시오.',
    en: 'Event {eventId}: "{layer}" cannot decide, for the approval of "{returned}" came back on {since}. Decide that one again first.',
  },
  'adoption-decided-already': {
    ko: '사건 {eventId}: ‘{layer}’ 단계의 승인이 {since}부터 유효합니다. 다시 결정하려면 먼저 재검토를 여십시오.',
    en: 'Event {eventId}: "{layer}" has been approved since {since}. Reopen it before deciding again.',
  },
  'adoption-nothing-to-reopen': {
    ko: '사건 {eventId}: ‘{layer}’ 단계에는 그날 유효한 승인이 없어 재검토를 열 것이 없습니다. 바로 결정하십시오.',
    en: 'Event {eventId}: "{layer}" has no approval in force on that day, so there is nothing to reopen. Decide it directly.',
  },
  'adoption-papers-missing': {
    ko: '사건 {eventId}: ‘{layer}’ 단계는 필수 서류 없이 승인할 수 없습니다. 그날까지 없는 서류: {papers}.',
    en: 'Event {eventId}: "{layer}" cannot approve without its papers. Not filed by that day: {papers}.',
  },
  'adoption-paper-unknown': {
    ko: '사건 {eventId}: ‘{layer}’ 단계에 서류 {paper} 항목이 없습니다. 있는 서류: {known}.',
    en: 'Event {eventId}: "{layer}" has no paper {paper}. Papers: {known}.',
  },
  'adoption-condition-unknown': {
    ko: '사건 {eventId}: ‘{layer}’ 단계에 남은 조건 {condition} 항목이 없습니다. 남은 조건: {known}.',
    en: 'Event {eventId}: "{layer}" has no open condition {condition}. Open: {known}.',
  },
  'adoption-must-open': {
    ko: '사건 {eventId}: 필수 준비가 남아 있어 ‘{layer}’ 승인을 할 수 없습니다. 남은 필수 항목: {open}.',
    en: 'Event {eventId}: "{layer}" is refused while a must is open. Open: {open}.',
  },
  'adoption-requirement-unknown': {
    ko: '사건 {eventId}: 준비 항목 {name} 기록이 병원 규칙에 없습니다. 있는 항목: {known}.',
    en: 'Event {eventId}: the rules of the hospital have no readiness item {name}. Items: {known}.',
  },
  'adoption-procedure-missing': {
    ko: '사건 {eventId}: ‘{procedure}’ 절차가 아직 채택되지 않아 훈련할 수 없습니다. 절차를 먼저 채택하십시오.',
    en: 'Event {eventId}: the procedure "{procedure}" has not been adopted, so there is nothing to drill. Adopt it first.',
  },
  'portfolio-days-fall': {
    ko: '{id}: {second} 날짜가 앞서야 할 날짜 {first}보다 이릅니다. 날짜를 고치십시오.',
    en: '{id}: the day {second} lies before {first}, which must precede it. Correct the days.',
  },
} as const satisfies Readonly<Record<string, Text>>;
