import type { Text } from '../text.ts';

/** Server, sessions, runs, import, and the commands around them. */
export const serverFaults = {
  'session-missing': {
    ko: '로그인하지 않았습니다. 역할을 골라 로그인한 뒤 다시 하십시오.',
    en: 'Nobody is signed in. Choose a role and sign in, then try again.',
  },
  'role-refused': {
    ko: '이 역할로는 할 수 없습니다: {role}. 할 수 있는 역할: {needed}.',
    en: 'The role {role} may not do this. These may: {needed}.',
  },
  'scope-refused': {
    ko: '이 로그인으로는 닿을 수 없는 범위입니다: {reach}. 권한이 있는 사람에게 요청하십시오.',
    en: 'This session does not reach {reach}. Ask someone whose session does.',
  },
  'origin-refused': {
    ko: '다른 곳({origin})에서 온 변경 요청이라 받지 않았습니다. 이 서버의 화면에서 다시 하십시오.',
    en: 'A change asked for from another place ({origin}) is not accepted. Do it from a page of this server.',
  },
  'demonstration-only-on-loopback': {
    ko: '시연용 로그인은 이 컴퓨터 안에서만 됩니다(요청한 주소: {host}). 서버가 있는 컴퓨터에서 127.0.0.1로 여십시오.',
    en: 'Sign-in for demonstration works on this machine only (asked at {host}). Open it at 127.0.0.1 where the server runs.',
  },
  'input-wrong': {
    ko: '요청이 맞지 않습니다. 자리: {path}, 있어야 할 것: {expected}. 고쳐서 다시 보내십시오.',
    en: 'The request is wrong at {path}: expected {expected}. Correct it and send it again.',
  },
  'media-type-wrong': {
    ko: '본문의 형식이 다릅니다. {expected} 형식으로 보내십시오.',
    en: 'The body is of the wrong type. Send it as {expected}.',
  },
  'body-too-large': {
    ko: '본문이 {limit}바이트를 넘습니다. 나누어 보내십시오.',
    en: 'The body is larger than {limit} bytes. Send it in parts.',
  },
  'route-unknown': {
    ko: '그런 주소가 없습니다: {path}. /api/openapi.json에서 쓸 수 있는 주소를 확인하십시오.',
    en: 'There is no route {path}. See /api/openapi.json for those there are.',
  },
  'not-served-here': {
    ko: '이 서버({serves})는 진료 사건을 받지 않습니다. 병원 쪽 서버(daero start --as site)로 보내십시오.',
    en: 'This server ({serves}) takes no events of care. Send them to a server of a site (daero start --as site).',
  },
  'project-unknown': {
    ko: '그런 근거 저장소가 없습니다: {project}. 목록을 확인하거나 DAERO_PROJECTS에 폴더를 더하십시오.',
    en: 'There is no evidence repository {project}. See the list, or add its folder to DAERO_PROJECTS.',
  },
  'run-unknown': {
    ko: '그런 실행이 없습니다: {run}. 근거 저장소에서 다시 시작하십시오.',
    en: 'There is no run {run}. Start one again from its repository.',
  },
  'run-not-active': {
    ko: '실행 {run}의 상태가 {state}이므로 멈출 것이 없습니다.',
    en: 'Run {run} is {state}: there is nothing to stop.',
  },
  'build-incomplete': {
    ko: '만들지 못한 노드가 있습니다(실패 {failed}, 그 때문에 멈춤 {blocked}). 처음 실패: {first}. 고친 뒤 다시 만드십시오.',
    en: 'Some nodes could not be made (failed {failed}, stopped by them {blocked}). The first: {first}. Correct it and build again.',
  },
  'dossier-not-built': {
    ko: '아직 서류가 없습니다: {project}. 먼저 사슬을 만드십시오.',
    en: 'There is no dossier of {project} yet. Build its chain first.',
  },
  'bundle-not-built': {
    ko: '아직 꾸러미가 없습니다: {project}. 먼저 사슬을 만드십시오.',
    en: 'There is no bundle of {project} yet. Build its chain first.',
  },
  'server-fault': {
    ko: '서버 안에서 문제가 생겼습니다(요청 {request}). 기록에서 이 요청을 찾아보십시오: {log}',
    en: 'Something broke inside the server (request {request}). Look for this request in the log: {log}',
  },
  'server-running': {
    ko: '이 폴더의 서버가 이미 돌고 있습니다: {url} (프로세스 {pid}). 그 주소를 쓰거나 먼저 끝내십시오.',
    en: 'A server of this folder is already running at {url} (process {pid}). Use that one, or stop it first.',
  },
  'port-taken': {
    ko: '{port}번 포트를 다른 프로그램이 쓰고 있습니다. 다른 번호를 --port로 주거나, --port 없이 시작하십시오.',
    en: 'Port {port} is taken by another program. Give another by --port, or start without --port.',
  },
  'address-not-usable': {
    ko: '{host} 주소로 열 수 없습니다({reason}).',
    en: 'The server cannot listen on {host} ({reason}).',
  },
  'pages-not-built': {
    ko: '화면을 아직 만들지 않았습니다: {folder}. npm start로 시작하거나 node set-up.js web을 실행하십시오.',
    en: 'The pages are not built yet: {folder}. Begin by npm start, or run node set-up.js web.',
  },
  'worker-needs-database': {
    ko: '일을 받을 데이터베이스가 없습니다. DATABASE_URL을 주거나, 먼저 daero start를 실행하십시오(찾은 곳: {state}).',
    en: 'There is no database to take work from. Set DATABASE_URL, or run daero start first (looked at {state}).',
  },
  'import-file-unreadable': {
    ko: '{file} 파일을 읽을 수 없습니다({reason}). 한 줄에 사건 하나씩 적은 NDJSON 파일을 지정하십시오.',
    en: 'The file {file} cannot be read ({reason}). Name an NDJSON file with one event a line.',
  },
  'import-file-empty': {
    ko: '{file}: 사건이 한 줄도 없습니다.',
    en: '{file} holds no event at all.',
  },
  'import-line-not-json': {
    ko: '{line}행: JSON으로 읽을 수 없습니다. 한 줄에 사건 하나를 온전하게 적으십시오.',
    en: 'Line {line} is not readable JSON. Write one whole event on each line.',
  },
  'import-line-too-long': {
    ko: '{line}행이 {limit}바이트를 넘습니다. 큰 자료는 따로 저장하고 해시로 가리키십시오.',
    en: 'Line {line} is longer than {limit} bytes. Store large objects apart and name them by hash.',
  },
  'argument-wrong': {
    ko: '명령의 인수가 맞지 않습니다. {usage}',
    en: 'The arguments are wrong. {usage}',
  },
  'server-unreached': {
    ko: '돌고 있다는 서버에 닿지 못했습니다: {url} ({reason}). 서버를 확인하고 다시 하십시오.',
    en: 'The server that should be running at {url} could not be reached ({reason}). Check it and try again.',
  },
} as const satisfies Readonly<Record<string, Text>>;
