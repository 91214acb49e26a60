import type { Text } from '../text.ts';

/** Faults of calls, reviews, agreements and their money. */
export const programmeFaults = {
  'programme-day-ahead': {
    ko: '날짜({on})가 아직 오지 않았습니다. 오늘은 {today}입니다. 일어난 날을 적으십시오.',
    en: '{on} has not come yet; today is {today}. Give the day on which it happened.',
  },
  'programme-call-unknown': {
    ko: '공고 {call}: 찾을 수 없거나 볼 수 없습니다. 주소를 확인하십시오.',
    en: 'Call {call} does not exist, or you may not see it. Check the address.',
  },
  'programme-project-unknown': {
    ko: '과제 {project}: 찾을 수 없거나 볼 수 없습니다. 과제를 보려면 그 과제의 참여자나 담당자여야 합니다.',
    en: 'Project {project} does not exist, or you may not see it. Its participants and its officers do.',
  },
  'programme-name-taken': {
    ko: '이미 쓰는 이름입니다: {name}. 다른 이름을 쓰십시오.',
    en: 'The name {name} is taken. Use another one.',
  },
  'programme-year-unknown': {
    ko: '과제 {project}의 협약에 {year}년이 없습니다. 있는 연도: {years}.',
    en: 'The agreement of project {project} has no year {year}. It has: {years}.',
  },
  'programme-event-form': {
    ko: '사건 {eventId}({type})의 {path} 자리가 형식에 맞지 않습니다. 그 자리를 고쳐 다시 보내십시오.',
    en: 'Event {eventId} ({type}) is not well formed at {path}. Correct that place and send it again.',
  },
  'programme-event-twice': {
    ko: '사건 번호가 되풀이됩니다: {eventId}. 사건마다 다른 번호를 쓰십시오.',
    en: 'Event id {eventId} stands twice. Give each event an id of its own.',
  },
  'programme-annul-unknown': {
    ko: '사건 {eventId}에서 무효로 하려는 사건 {annuls}의 기록이 그 앞에 없거나 이미 무효입니다. 사건 번호를 확인하십시오.',
    en: 'Event {eventId} annuls {annuls}, which does not stand before it or counts no longer. Check the event id.',
  },
  'programme-not-opened': {
    ko: '사건 {eventId} 앞에 공고나 협약이 없습니다. 첫 사건은 공고의 시작이나 협약이어야 합니다.',
    en: 'Event {eventId} comes before there is a call or an agreement. The first event must open the call or make the agreement.',
  },
  'programme-opened-twice': {
    ko: '사건 {eventId}: 이미 시작된 공고나 협약입니다. 새 이름으로 따로 시작하십시오.',
    en: 'Event {eventId}: the call or agreement exists already. Begin another one under a new name.',
  },
  'programme-date-before': {
    ko: '사건 {eventId}의 날짜({on})가 앞서야 할 것({before}, {beforeOn})보다 이릅니다. 날짜를 고치십시오.',
    en: 'Event {eventId} is dated {on}, before what must precede it ({before}, {beforeOn}). Correct the date.',
  },
  'programme-key-missing': {
    ko: '사건 {eventId}: {person}({role})에게는 권한이 없습니다({act}). 할 수 있는 사람: {needs}. 그 사람이 하도록 하십시오.',
    en: 'Event {eventId}: {person} ({role}) does not hold the key to this ({act}). It takes {needs}. Ask that person to do it.',
  },
  'programme-reference-unknown': {
    ko: '사건 {eventId}: 그런 이름이 없습니다({what} {name}). 있는 이름: {known}. 이름을 고치십시오.',
    en: 'Event {eventId}: there is no {what} {name}. There are: {known}. Correct the name.',
  },
  'programme-name-twice': {
    ko: '사건 {eventId}: 이미 쓴 이름입니다({what} {name}). 다른 이름을 쓰십시오.',
    en: 'Event {eventId}: the {what} {name} exists already. Use another name.',
  },
  'call-weights': {
    ko: '사건 {eventId}: 평가 항목의 가중치 합이 {sum}%입니다. 100%가 되게 고치십시오.',
    en: 'Event {eventId}: the weights of the criteria add up to {sum}%. Make them add up to 100%.',
  },
  'call-phase': {
    ko: '사건 {eventId}: 공고는 지금 {phase} 상태라서 할 수 없습니다({act}). 할 수 있는 상태: {needs}.',
    en: 'Event {eventId}: the call is {phase}, so this ({act}) cannot be done. It can be done while it is: {needs}.',
  },
  'call-outside-dates': {
    ko: '사건 {eventId}: 날짜({on})가 접수 기간({opensOn}~{closesOn}) 밖입니다. 기간 안에 내거나 다음 공고를 기다리십시오.',
    en: 'Event {eventId}: {on} lies outside the dates of the call ({opensOn} to {closesOn}). Submit within them, or wait for the next call.',
  },
  'application-lead': {
    ko: '사건 {eventId}: 주관기관은 하나여야 합니다. 지금: {leads}. 구성원의 역할을 고치십시오.',
    en: 'Event {eventId}: exactly one member leads. Now: {leads}. Correct the roles of the members.',
  },
  'application-grant-over': {
    ko: '사건 {eventId}: 신청한 보조금 {asked}원이 {tier} 구분의 한도 {most}원을 넘습니다(출처 {source}). 금액이나 구분을 고치십시오.',
    en: 'Event {eventId}: the grant asked for, KRW {asked}, exceeds the limit of the tier "{tier}", KRW {most} (source {source}). Correct the amount or the tier.',
  },
  'application-own-short': {
    ko: '사건 {eventId}: {of} 비율이 {found}로, 정해진 {least}에 못 미칩니다(출처 {source}). 예산을 고치십시오.',
    en: 'Event {eventId}: {of} is {found}; the rule asks for {least} (source {source}). Correct the budget.',
  },
  'review-conflict': {
    ko: '사건 {eventId}: 평가위원 {reviewer}에게는 신청 {application}에 이해관계가 있어 보거나 채점할 수 없습니다: {because}. 다른 위원을 위촉하십시오.',
    en: 'Event {eventId}: reviewer {reviewer} has a conflict of interest in application {application} and may neither see nor score it: {because}. Appoint another reviewer.',
  },
  'review-undeclared': {
    ko: '사건 {eventId}: 평가위원 {reviewer}의 신청 {application}에 관한 이해관계 신고가 없습니다. 채점하기 전에 신고하십시오.',
    en: 'Event {eventId}: reviewer {reviewer} has not declared interests in application {application}. Declare them before scoring.',
  },
  'review-points': {
    ko: '사건 {eventId}: 신청 {application}의 점수가 평가표와 맞지 않습니다. 항목마다 한 번씩, 정해진 범위로 적으십시오: {asked}.',
    en: 'Event {eventId}: the points of application {application} do not fit the score sheet. Give each criterion once, within its range: {asked}.',
  },
  'review-too-few': {
    ko: '사건 {eventId}: 신청 {application}의 유효한 평가가 {has}건입니다. {needs}건이 있어야 평가를 마칠 수 있습니다.',
    en: 'Event {eventId}: application {application} has {has} valid reviews. Closing the review takes {needs}.',
  },
  'selection-tie-open': {
    ko: '사건 {eventId}: 순위가 같은 신청을 예산이 모두 받지 못합니다: {tied}. 규칙에 따라 먼저 추첨하십시오.',
    en: 'Event {eventId}: the budget does not hold all of these equals: {tied}. Draw a lot first, as the rules say.',
  },
  'selection-lot-wrong': {
    ko: '사건 {eventId}: 추첨한 신청({drawn})이 순위가 같은 신청({tied})과 다릅니다. 같은 순위의 신청 사이에서만 추첨하십시오.',
    en: 'Event {eventId}: the lot names {drawn}, but the equals are {tied}. Draw among those only.',
  },
  'selection-off-ranking': {
    ko: '사건 {eventId}: 선정({named})이 순위와 예산에 따른 결과({taken})와 다릅니다. 공고의 규칙대로 선정하십시오.',
    en: 'Event {eventId}: the selection ({named}) is not what ranking and budget give ({taken}). Select as the rules of the call say.',
  },
  'agreement-not-selected': {
    ko: '사건 {eventId}: 신청 {application}의 선정 기록이 없습니다. 선정된 신청: {selected}.',
    en: 'Event {eventId}: application {application} was not selected. Selected: {selected}.',
  },
  'agreement-differs': {
    ko: '사건 {eventId}: 협약이 선정된 신청과 다릅니다({of}). 신청: {selected}, 협약: {agreed}. 선정된 대로 고치십시오.',
    en: 'Event {eventId}: the agreement differs from the selected application ({of}): selected {selected}, agreed {agreed}. Make it what was selected.',
  },
  'agreement-years': {
    ko: '사건 {eventId}: 협약 연도 {year}의 기간({fromOn}~{toOn})이 앞 연도와 이어지지 않거나 예산의 연도와 맞지 않습니다. 기간을 고치십시오.',
    en: 'Event {eventId}: year {year} of the agreement ({fromOn} to {toOn}) does not follow on the year before, or has no budget. Correct the periods.',
  },
  'project-ended': {
    ko: '사건 {eventId}: {endedOn}에 끝난 협약이라 할 수 없습니다({act}).',
    en: 'Event {eventId}: the agreement ended on {endedOn}; this ({act}) can no longer be done.',
  },
  'money-not-annulled': {
    ko: '사건 {eventId}: 돈이 움직인 기록({annuls})은 무효로 하지 않습니다. 반대 분개가 되는 사건으로 바로잡으십시오.',
    en: 'Event {eventId}: a movement of money ({annuls}) is not annulled. Correct it by an event that books the opposite.',
  },
  'money-year-settled': {
    ko: '사건 {eventId}: {year}년은 {settledOn}에 정산되었습니다. 정산된 연도의 금액은 바꿀 수 없습니다.',
    en: 'Event {eventId}: year {year} was settled on {settledOn}. Its amounts no longer change.',
  },
  'money-outside-year': {
    ko: '사건 {eventId}: 날짜({on})가 {year}년 협약 기간({fromOn}~{toOn}) 밖입니다. 날짜나 연도를 고치십시오.',
    en: 'Event {eventId}: {on} lies outside year {year} of the agreement ({fromOn} to {toOn}). Correct the date or the year.',
  },
  'money-grant-over': {
    ko: '사건 {eventId}: {year}년 보조금 {asked}원을 교부하면 협약의 남은 보조금 {left}원을 넘습니다. 금액을 고치십시오.',
    en: 'Event {eventId}: paying KRW {asked} for {year} exceeds what is left of the agreed grant, KRW {left}. Correct the amount.',
  },
  'money-milestone-open': {
    ko: '사건 {eventId}: 이 교부에는 마일스톤 {milestone}의 달성이 필요합니다. 지금 상태: {standing}. 달성을 먼저 확인하십시오.',
    en: 'Event {eventId}: this payment waits for milestone {milestone}, which is {standing}. Confirm the milestone first.',
  },
  'money-budget-over': {
    ko: '사건 {eventId}: {year}년 {category}({funding}) 예산이 {left}원 남아 {asked}원을 쓸 수 없습니다. 금액을 줄이거나 예산 변경을 신청하십시오.',
    en: 'Event {eventId}: KRW {left} are left of {category} ({funding}) in {year}, so KRW {asked} cannot be used. Use less, or ask for a transfer.',
  },
  'money-cash-over': {
    ko: '사건 {eventId}: 들어온 돈({funding})이 {left}원 남아 {asked}원을 쓸 수 없습니다. 교부나 납입을 먼저 적으십시오.',
    en: 'Event {eventId}: of the money received ({funding}), KRW {left} are in hand, so KRW {asked} cannot be used. Record the payment that comes in first.',
  },
  'money-receipt-twice': {
    ko: '사건 {eventId}: {party}의 증빙({receipt})은 이미 집행 {spending}에 쓰였습니다. 한 증빙은 한 번만 쓸 수 있습니다.',
    en: 'Event {eventId}: receipt {receipt} of {party} already proves spending {spending}. A receipt counts once.',
  },
  'money-spending-over': {
    ko: '사건 {eventId}: 집행 {spending}에서 인정된 금액은 {left}원이라 {asked}원을 처리할 수 없습니다. 금액을 고치십시오.',
    en: 'Event {eventId}: KRW {left} of spending {spending} still stand, so this cannot be done with KRW {asked}. Correct the amount.',
  },
  'money-recovery-over': {
    ko: '사건 {eventId}: {party}에서 회수할 금액은 {left}원입니다. {asked}원을 회수로 적을 수 없습니다.',
    en: 'Event {eventId}: KRW {left} are to be recovered from {party}; KRW {asked} cannot be recorded as recovered.',
  },
  'money-return-over': {
    ko: '사건 {eventId}: 반납할 수 있는 금액({what})은 {left}원입니다. {asked}원을 반납으로 적을 수 없습니다.',
    en: 'Event {eventId}: KRW {left} can be returned ({what}); KRW {asked} cannot be recorded as returned.',
  },
  'money-transfer-refused': {
    ko: '사건 {eventId}: 규칙 {rule}: 이 예산 변경은 허용되지 않습니다({because}). 한도 {most}원, 신청 {asked}원, 출처 {source}. 금액이나 비목을 고치십시오.',
    en: 'Event {eventId}: rule {rule} does not allow this transfer ({because}). Limit KRW {most}, asked KRW {asked}, source {source}. Correct the amount or the category.',
  },
  'money-transfer-decided': {
    ko: '사건 {eventId}: 예산 변경 {transfer}에는 결정할 것이 없습니다. 지금 상태: {standing}.',
    en: 'Event {eventId}: there is nothing to decide about transfer {transfer}. It is {standing}.',
  },
  'money-settlement-open': {
    ko: '사건 {eventId}: {year}년을 정산할 수 없습니다. 남은 일: {open}. 이것을 먼저 처리하십시오.',
    en: 'Event {eventId}: year {year} cannot be settled. Still open: {open}. Deal with these first.',
  },
  'project-not-settled': {
    ko: '사건 {eventId}: 정산되지 않은 연도가 있습니다: {years}. 모든 연도를 정산한 뒤 완료하십시오.',
    en: 'Event {eventId}: not all years are settled: {years}. Settle them, then complete the project.',
  },
  'milestone-decided': {
    ko: '사건 {eventId}: 마일스톤 {milestone}의 상태({standing})에서는 할 수 없습니다({act}).',
    en: 'Event {eventId}: milestone {milestone} is {standing}, so this ({act}) cannot be done.',
  },
  'milestone-before': {
    ko: '사건 {eventId}: 마일스톤 {milestone}에는 먼저 {needs} 달성이 필요합니다. 그것을 먼저 확인하십시오.',
    en: 'Event {eventId}: milestone {milestone} needs {needs} first. Confirm that before it.',
  },
  'milestone-unmeasured': {
    ko: '사건 {eventId}: 마일스톤 {milestone}의 지표 {indicator}의 값({found})이 목표({target})에 이르지 못했습니다. 근거가 쌓인 뒤 확인하십시오.',
    en: 'Event {eventId}: indicator {indicator} of milestone {milestone} stands at {found}, below its target of {target}. Confirm it once the evidence is there.',
  },
} as const satisfies Readonly<Record<string, Text>>;
