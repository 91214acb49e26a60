import type { Text } from '../text.ts';

/** Faults of jurisdictions, cases, routes and forecasts. */
export const pathwayFaults = {
  'jurisdiction-form': {
    ko: '제도 파일 {file}의 {path} 자리가 형식에 맞지 않습니다: {reason}. 그 자리를 고치십시오.',
    en: 'Jurisdiction file {file} is not well formed at {path}: {reason}. Correct that place.',
  },
  'jurisdiction-dangling': {
    ko: '제도 파일 {file}의 {path}에서 가리키는 이름이 없습니다({what}): {name}. 이름을 고치거나 그 항목을 더하십시오.',
    en: 'Jurisdiction file {file}: {path} names the {what} {name}, which does not exist. Correct the name or add it.',
  },
  'jurisdiction-twice': {
    ko: '제도 파일 {file}의 {path}에 같은 이름이 두 번 있습니다: {name}. 하나의 이름을 바꾸십시오.',
    en: 'Jurisdiction file {file}: {name} stands twice in {path}. Rename one of them.',
  },
  'jurisdiction-source-missing': {
    ko: '제도 파일 {file}의 {path}에 출처가 없습니다. 출처 없이 적을 수 있는 것은 확인되지 않은 일반 지식뿐입니다. 출처나 신뢰 등급을 고치십시오.',
    en: 'Jurisdiction file {file}: {path} has no source. Only general knowledge, marked as unverified, may stand without one. Correct the source or the confidence.',
  },
  'jurisdiction-seed-source': {
    ko: '제도 파일 {file}의 {path}: from-seeds는 seed. 출처만 들 수 있는데 {name} 출처가 있습니다. 신뢰 등급이나 출처를 고치십시오.',
    en: 'Jurisdiction file {file}: {path} is marked from-seeds but cites {name}. Such a statement cites seed sources only; correct one of the two.',
  },
  'jurisdiction-durations-fall': {
    ko: '제도 파일 {file}의 {path}: 기간이 줄어듭니다({days}). 최소, 통상, 최대의 순서로 줄지 않게 적으십시오.',
    en: 'Jurisdiction file {file}: the durations at {path} fall ({days}). Write least, usual and most so that they never decrease.',
  },
  'jurisdiction-unreachable': {
    ko: '제도 파일 {file}의 {name}에는 {from}에서 갈 길이 없습니다. 그리로 가는 전이를 더하거나 지우십시오.',
    en: 'Jurisdiction file {file}: nothing leads from {from} to {name}. Add a transition to it, or remove it.',
  },
  'jurisdiction-unknown': {
    ko: '그런 제도가 없습니다: {name}. 있는 제도: {known}.',
    en: 'There is no jurisdiction {name}. There are: {known}.',
  },
  'jurisdiction-version-unknown': {
    ko: '{jurisdiction} 제도에 {name} 판이 없습니다. 있는 판: {known}. 이 가운데 하나를 쓰십시오.',
    en: '{jurisdiction} has no version {name}, or none was in force then. Versions: {known}. Use one of these.',
  },
  'day-type-open': {
    ko: '{place} 단계의 일수 기준이 정해지지 않았습니다({dayType}). 업무일인지 달력일인지 가정을 적어야 날짜를 낼 수 있습니다.',
    en: 'The days of {place} are of {dayType} type. State as an assumption whether they are working or calendar days; then there is a date.',
  },
  'calendar-missing': {
    ko: '{place} 단계는 업무일로 세지만 그 나라의 공휴일 자료가 없습니다. 달력일로 가정하거나 공휴일 자료를 더하십시오.',
    en: '{place} is counted in working days, but there is no calendar of public holidays for that country. Assume calendar days, or add a calendar.',
  },
  'case-not-opened': {
    ko: '사건 {eventId} 앞에 이 건을 여는 사건이 없습니다. 첫 사건은 opened여야 합니다.',
    en: 'Event {eventId} comes before the case was opened. The first event must be "opened".',
  },
  'case-opened-twice': {
    ko: '사건 {eventId}: 이미 열린 건입니다. 적응증, 행위나 경로가 다르면 새 건을 여십시오.',
    en: 'Event {eventId}: the case is open already. For another indication, act or route, open another case.',
  },
  'case-event-twice': {
    ko: '사건 번호가 되풀이됩니다: {eventId}. 사건마다 다른 번호를 쓰십시오.',
    en: 'Event id {eventId} stands twice. Give each event an id of its own.',
  },
  'case-annul-unknown': {
    ko: '사건 {eventId}에서 무효로 하려는 사건 {annuls}의 기록이 그 앞에 없습니다. 사건 번호를 확인하십시오.',
    en: 'Event {eventId} annuls {annuls}, which does not stand before it. Check the event id.',
  },
  'case-route-unknown': {
    ko: '{jurisdiction} 제도의 {version} 판에 경로 {route} 기록이 없습니다. 있는 경로: {known}.',
    en: 'Version {version} of {jurisdiction} has no route {route}. Routes: {known}.',
  },
  'case-route-not-in-force': {
    ko: '경로 {route}: {inForceFrom}부터 시행되었습니다. {on}에는 쓸 수 없으니 다른 경로를 고르십시오.',
    en: 'Route {route} has been in force since {inForceFrom} and cannot be used on {on}. Choose another route.',
  },
  'case-version-not-in-force': {
    ko: '{version} 판은 {inForceFrom}부터 시행되었습니다. {on}의 사건에는 그때의 판을 쓰십시오.',
    en: 'Version {version} has been in force since {inForceFrom}. On {on}, use the version of that time.',
  },
  'case-stage-unknown': {
    ko: '사건 {eventId}: {version} 판에 단계 {stage} 기록이 없습니다. 단계 이름을 고치십시오.',
    en: 'Event {eventId}: version {version} has no stage {stage}. Correct the name of the stage.',
  },
  'case-entry-refused': {
    ko: '사건 {eventId}: 경로 {route}에서는 {stage} 단계를 지금 시작할 수 없습니다. 먼저 있어야 할 것: {needs}.',
    en: 'Event {eventId}: on route {route}, stage {stage} cannot be entered now. What must come first: {needs}.',
  },
  'case-stage-not-active': {
    ko: '사건 {eventId}: {stage} 단계는 진행 중이 아닙니다. 진행 중인 단계: {active}. 단계 이름이나 사건의 순서를 고치십시오.',
    en: 'Event {eventId}: stage {stage} is not under way. Under way: {active}. Correct the stage or the order of events.',
  },
  'case-transition-refused': {
    ko: '사건 {eventId}: 규정은 {stage} 단계에서 {on} 뒤 {to}에 이르는 전이를 두지 않습니다. 규정이 두는 전이: {allowed}.',
    en: 'Event {eventId}: the rules know no transition from {stage} by "{on}" to {to}. They allow: {allowed}.',
  },
  'case-date-before': {
    ko: '사건 {eventId}의 날짜 {on}은 앞선 일({before}, {beforeOn})보다 이릅니다. 날짜를 고치십시오.',
    en: 'Event {eventId} is dated {on}, before what must precede it ({before}, {beforeOn}). Correct the date.',
  },
  'case-clock-stopped': {
    ko: '사건 {eventId}: {stage} 단계의 보완 요청이 {since}부터 이미 답을 기다리고 있습니다. 답변을 먼저 적으십시오.',
    en: 'Event {eventId}: stage {stage} has waited for an answer since {since}. Record the answer first.',
  },
  'case-clock-not-stopped': {
    ko: '사건 {eventId}: {stage} 단계에 답을 기다리는 보완 요청이 없습니다. 보완 요청을 먼저 적으십시오.',
    en: 'Event {eventId}: no supplement request of stage {stage} waits for an answer. Record the request first.',
  },
  'case-extension-refused': {
    ko: '사건 {eventId}: 규정은 {stage} 단계의 기한을 {days}일 늘릴 수 있게 하지 않습니다. 늘릴 수 있는 일수: {most}(출처 {source}).',
    en: 'Event {eventId}: the rules do not let the limit of {stage} grow by {days} days. At most: {most} (source {source}).',
  },
  'case-appeal-refused': {
    ko: '사건 {eventId}: {stage} 단계에는 이의를 신청할 결정이 없습니다. 결정을 먼저 적거나 단계 이름을 고치십시오.',
    en: 'Event {eventId}: stage {stage} has no decision to appeal. Record the decision first, or correct the stage.',
  },
  'case-appeal-late': {
    ko: '사건 {eventId}: {stage} 단계의 결정에서 이어진 {next} 단계가 이미 결정되었습니다. 그 앞의 결정에는 이의를 신청할 수 없습니다.',
    en: 'Event {eventId}: {next}, which followed the decision of {stage}, has been decided already. That earlier decision can no longer be appealed.',
  },
  'case-window-refused': {
    ko: '사건 {eventId}: {stage} 단계에서는 사용기간을 열 수 없습니다. 필요한 것: {needs}.',
    en: 'Event {eventId}: stage {stage} opens no use window now. It needs: {needs}.',
  },
  'case-window-too-long': {
    ko: '사건 {eventId}: {stage} 사용기간의 끝 {toOn}은 규정의 최대({months}개월, {mostOn})를 넘습니다(출처 {source}). 날짜를 고치십시오.',
    en: 'Event {eventId}: the use window of {stage} would end on {toOn}, beyond the most that the rule allows ({months} months, {mostOn}; source {source}). Correct the day.',
  },
  'case-window-extension-refused': {
    ko: '사건 {eventId}: {stage} 사용기간은 규정상 {extensions}번만 연장할 수 있습니다(출처 {source}).',
    en: 'Event {eventId}: the rule allows {extensions} extensions of the use window of {stage} (source {source}), and no more.',
  },
  'case-window-not-open': {
    ko: '사건 {eventId}: {stage} 단계에 열린 사용기간이 없습니다. 사용기간의 시작을 먼저 적으십시오.',
    en: 'Event {eventId}: stage {stage} has no open use window. Record its beginning first.',
  },
  'case-window-still-open': {
    ko: '사건 {eventId}: {stage} 사용기간은 {endsOn}까지입니다. {on}에는 아직 만료되지 않았습니다.',
    en: 'Event {eventId}: the use window of {stage} runs until {endsOn} and has not expired on {on}.',
  },
  'case-state-before': {
    ko: '사건 {eventId}: {state} 상태에는 먼저 {needs} 기록이 필요합니다. 그것을 먼저 적으십시오.',
    en: 'Event {eventId}: the state "{state}" needs {needs} first. Record that before it.',
  },
  'case-state-twice': {
    ko: '사건 {eventId}: {state} 상태는 {since}에 이미 적혔습니다. 틀렸다면 그 사건을 무효로 한 뒤 다시 적으십시오.',
    en: 'Event {eventId}: the state "{state}" was recorded on {since}. If that is wrong, annul that event and record it anew.',
  },
  'case-ended': {
    ko: '사건 {eventId}: 이 건은 {endedOn}에 {ended}에서 끝났습니다. 이의신청이나 무효 처리만 할 수 있습니다.',
    en: 'Event {eventId}: the case ended on {endedOn} at {ended}. Only an appeal or an annulment can follow.',
  },
  'case-move-refused': {
    ko: '사건 {eventId}: {version} 판으로 옮길 수 없습니다. 그 판에 없는 것: {missing}.',
    en: 'Event {eventId}: the case cannot move to version {version}, which does not have {missing}.',
  },
  'case-file-unreadable': {
    ko: '건 파일을 읽을 수 없습니다: {file} ({reason}). 경로와 형식을 확인하십시오.',
    en: 'Case file {file} cannot be read ({reason}). Check its path and that it is YAML or JSON.',
  },
  'route-fact-unknown': {
    ko: '그런 사실 항목이 없습니다: {name}. 있는 항목: {known}.',
    en: 'There is no fact {name}. There are: {known}.',
  },
  'route-fact-value': {
    ko: '사실 {name}의 값 {value}: 쓸 수 없습니다. 쓸 수 있는 값: {allowed}.',
    en: 'The fact {name} cannot be {value}. Allowed: {allowed}.',
  },
  'requirement-unknown': {
    ko: '주장 {claim}: 요건 {name} 기록이 {route} 경로에 없습니다. 있는 요건: {known}.',
    en: 'Claim {claim} serves the requirement {name}, which route {route} does not have. Requirements: {known}.',
  },
  'assumption-stage-unknown': {
    ko: '가정한 단계 {stage} 기록이 제도에 없습니다. 있는 단계: {known}.',
    en: 'An assumption names the stage {stage}, which the rules do not have. Stages: {known}.',
  },
  'assumption-days-fall': {
    ko: '{stage} 단계에 가정한 일수가 줄어듭니다({days}). 최소, 통상, 최대의 순서로 줄지 않게 적으십시오.',
    en: 'The days assumed for {stage} fall ({days}). Write least, usual and most so that they never decrease.',
  },
  'assumption-day-far': {
    ko: '가정한 날 {on}: 예측의 기준일 {asOf}에서 {years}년 안이어야 합니다. 날짜를 고치십시오.',
    en: 'The assumed day {on} must lie within {years} years of the day of the forecast, {asOf}. Correct the day.',
  },
  'forecast-before-events': {
    ko: '예측의 기준일 {asOf} 뒤에 이미 일어난 일이 있습니다({lastOn}). 기준일을 그날 이후로 고치십시오.',
    en: 'Something on record happened on {lastOn}, after the day of the forecast, {asOf}. Forecast from that day or later.',
  },
  'forecast-draws': {
    ko: '추출 수 {draws}: {least}에서 {most} 사이의 정수여야 합니다.',
    en: 'The number of draws, {draws}, must be a whole number from {least} to {most}.',
  },
} as const satisfies Readonly<Record<string, Text>>;
