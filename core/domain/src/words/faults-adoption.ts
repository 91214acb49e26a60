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
  'adoption-rules-form': {
    ko: '병원 규칙의 {path} 자리가 형식에 맞지 않습니다: {expected}. 그 자리를 고치십시오.',
    en: 'The rules of the hospital are not well formed at {path}: {expected}. Correct that place.',
  },
  'adoption-rules-key': {
    ko: '사건 {eventId}: {person} 님은 병원 규칙을 바꿀 수 없습니다. 병원 행정 책임자가 바꾸어야 합니다.',
    en: 'Event {eventId}: {person} may not change the rules of the hospital. The administration does.',
  },
  'adoption-layer-decided': {
    ko: '사건 {eventId}: ‘{layer}’ 단계는 이미 결정한 적이 있어 규칙에서 뺄 수 없습니다. 그 단계를 남겨 두십시오.',
    en: 'Event {eventId}: "{layer}" has decided and cannot be dropped from the rules. Keep it.',
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
  'adoption-paid-before-use': {
    ko: '사건 {eventId}: {on}에는 아직 사용을 시작하지 않아 사용료가 지급될 수 없습니다. 날짜를 확인하십시오.',
    en: 'Event {eventId}: on {on} use had not begun, so nothing can have been paid for it. Check the day.',
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
  'security-question-unknown': {
    ko: '보안 질문 {name} 항목이 없습니다. 있는 질문: {known}.',
    en: 'There is no security question {name}. Questions: {known}.',
  },
  'security-not-answered': {
    ko: '사건 {eventId}: 아직 답하지 않은 질문은 다시 확인할 수 없습니다: ‘{question}’ 먼저 답하십시오.',
    en: 'Event {eventId}: a question that was never answered cannot be reaffirmed: "{question}" Answer it first.',
  },
  'purchase-cancelled': {
    ko: '사건 {eventId}: 이 구매는 {since}에 취소되었습니다. 새 구매를 여십시오.',
    en: 'Event {eventId}: the purchase was cancelled on {since}. Open another.',
  },
  'purchase-criteria-late': {
    ko: '사건 {eventId}: 제안을 받은 뒤에는 평가 기준을 바꿀 수 없습니다. 바꾸려면 구매를 취소하고 새로 여십시오.',
    en: 'Event {eventId}: criteria cannot change once an offer is there. To change them, cancel the purchase and open another.',
  },
  'purchase-criteria-missing': {
    ko: '사건 {eventId}: 평가 기준을 정하기 전에는 제안을 받을 수 없습니다. 기준과 가중치를 먼저 정하십시오.',
    en: 'Event {eventId}: no offer can be taken before the criteria are set. Set criteria and weights first.',
  },
  'purchase-weights': {
    ko: '사건 {eventId}: 가중치의 합은 1이어야 하는데 {sum}입니다. 가중치를 고치십시오.',
    en: 'Event {eventId}: weights must sum to 1, and sum to {sum}. Correct the weights.',
  },
  'purchase-bands': {
    ko: '사건 {eventId}: 가격 구간은 커지는 순서여야 하고 마지막 구간만 끝이 없어야 합니다. 구간을 고치십시오.',
    en: 'Event {eventId}: price bands must rise, and only the last has no end. Correct the bands.',
  },
  'purchase-name-unknown': {
    ko: '사건 {eventId}: 이 구매에 {name} 항목이 없습니다. 있는 것: {known}.',
    en: 'Event {eventId}: the purchase has no {name}. There are: {known}.',
  },
  'purchase-reviewer-unknown': {
    ko: '사건 {eventId}: {person} 님은 이 구매의 평가자가 아닙니다. 평가자: {reviewers}.',
    en: 'Event {eventId}: {person} is no reviewer of this purchase. Reviewers: {reviewers}.',
  },
  'purchase-conflict': {
    ko: '사건 {eventId}: {person} 님은 제안 {offer}에 이해관계를 신고하여 평가할 수 없습니다.',
    en: 'Event {eventId}: {person} declared a conflict of interest with offer {offer} and cannot score it.',
  },
  'purchase-key-missing': {
    ko: '사건 {eventId}: {person} 님은 이 구매를 결정할 권한이 없습니다. 권한이 있는 사람: {holders}.',
    en: 'Event {eventId}: {person} may not decide this purchase. Those who may: {holders}.',
  },
  'purchase-awarded-already': {
    ko: '사건 {eventId}: 이 구매는 {since}에 낙찰자가 정해졌습니다. 바꾸려면 그 결정을 무효로 하십시오.',
    en: 'Event {eventId}: the purchase was awarded on {since}. To change that, annul the award.',
  },
  'purchase-scores-missing': {
    ko: '사건 {eventId}: 아직 매기지 않은 점수가 {missing}개 있어 결정할 수 없습니다. 평가를 마치십시오.',
    en: 'Event {eventId}: nothing can be awarded while scores are missing ({missing}). Complete the evaluation.',
  },
  'purchase-must-failed': {
    ko: '사건 {eventId}: 제안 {offer}의 점수가 최저 기준에 못 미칩니다: {musts}. 다른 제안을 고르십시오.',
    en: 'Event {eventId}: offer {offer} is below the least score on: {musts}. Choose another offer.',
  },
  'purchase-not-first': {
    ko: '사건 {eventId}: 제안 {offer}: 평가 1위({first})가 아닙니다. 1위를 고르거나 그러지 않는 이유를 적으십시오.',
    en: 'Event {eventId}: offer {offer} is not the first in the ranking ({first} is). Choose that, or say why not.',
  },
  'purchase-over-budget': {
    ko: '사건 {eventId}: 계약 금액 {value}원이 예산 {budget}원을 넘습니다. 예산을 늘려 새로 열거나 다른 제안을 고르십시오.',
    en: 'Event {eventId}: the contract is worth KRW {value}, above the budget of KRW {budget}. Open a purchase with a larger budget or choose another offer.',
  },
  'purchase-over-ceiling': {
    ko: '사건 {eventId}: 계약 금액 {value}원이 ‘{rule}’의 상한 {ceiling}원을 넘습니다(출처 {source}). 다른 계약 방법을 고르십시오.',
    en: 'Event {eventId}: the contract is worth KRW {value}, above the ceiling of KRW {ceiling} for a "{rule}" (source: {source}). Choose another method.',
  },
  'purchase-method-not-open': {
    ko: '사건 {eventId}: {on}에 이 기관({buyer})은 {method} 방법을 쓸 수 없습니다. 쓸 수 있는 방법: {allowed}.',
    en: 'Event {eventId}: on {on} the method {method} is not open to this buyer ({buyer}). Open: {allowed}.',
  },
  'purchase-not-designated': {
    ko: '사건 {eventId}: 제안 {offer}에는 혁신제품 지정 기록이 없어 ‘{rule}’ 방법을 쓸 수 없습니다(출처 {source}).',
    en: 'Event {eventId}: offer {offer} has no designation, so there is no "{rule}" (source: {source}). File the designation or choose another method.',
  },
  'purchase-designation-over': {
    ko: '사건 {eventId}: 제안 {offer}의 혁신제품 지정은 {on}에 유효하지 않습니다(지정 기간의 끝 {until}, ‘{rule}’, 출처 {source}). 다른 계약 방법을 고르십시오.',
    en: 'Event {eventId}: the designation of offer {offer} is not in force on {on} (it ends before {until}; "{rule}", source: {source}). Choose another method.',
  },
  'purchase-not-awarded': {
    ko: '사건 {eventId}: 낙찰자가 정해지지 않아 계약할 수 없습니다. 먼저 결정하십시오.',
    en: 'Event {eventId}: there is nothing to sign before an award. Award first.',
  },
  'purchase-not-contracted': {
    ko: '사건 {eventId}: 체결한 계약이 없어 갱신할 수 없습니다. 먼저 계약을 기록하십시오.',
    en: 'Event {eventId}: there is no contract to renew. Record the contract first.',
  },
  'purchase-signed': {
    ko: '사건 {eventId}: 계약이 {since}에 이미 체결되었습니다. 바꾸려면 그 사건을 무효로 하십시오.',
    en: 'Event {eventId}: the contract was signed on {since}. To change it, annul that event.',
  },
  'purchase-dearer': {
    ko: '사건 {eventId}: 계약 금액 {value}원이 정해진 금액 {awarded}원보다 큽니다. 금액을 낮추거나 다시 결정하십시오.',
    en: 'Event {eventId}: the contract is worth KRW {value}, more than the KRW {awarded} that were awarded. Lower it or award anew.',
  },
} as const satisfies Readonly<Record<string, Text>>;
