import { speakFault } from '@daero/domain/words/speak';
import type { Fault } from '@daero/domain/result';
import type { Language, Text } from '@daero/domain/text';

export type Command = (args: string[]) => Promise<number>;

/** DAERO_LANGUAGE, else the language of the terminal, else Korean. */
export const language: Language = (() => {
  const asked = process.env.DAERO_LANGUAGE ?? process.env.LC_ALL ?? process.env.LANG ?? '';
  return asked.startsWith('en') || asked.startsWith('C.') || asked === 'C' || asked === 'POSIX' ? 'en' : 'ko';
})();

export const print = (line: Text | string): void => {
  process.stdout.write(`${typeof line === 'string' ? line : line[language]}\n`);
};

export const printError = (line: Text | string): void => {
  process.stderr.write(`${typeof line === 'string' ? line : line[language]}\n`);
};

/** What went wrong, for a person or (`--json`) for a program; the exit code of the command. */
export function failed(fault: Fault, asJson: boolean): number {
  const message: Text = { ko: speakFault(fault, 'ko'), en: speakFault(fault, 'en') };
  if (asJson) print(JSON.stringify({ ok: false, fault, message }));
  else printError(message);
  return 1;
}

/** Rows as columns of equal width; Hangul counts two. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

export const words = {
  usage: {
    ko: `daero <명령> [선택]

  build <폴더> [--source 이름=파일]...   증거의 사슬 전체를 만듭니다 (이어서, 달라진 것만)
  status <폴더>                          사슬의 각 단계가 지금 어떤 상태인지
  explain <주장|추정|해시> [--in 폴더]   수 하나를 원자료 파일과 코드 판까지 거슬러 갑니다
  verify <꾸러미.zip> [--signer 지문]    꾸러미의 모든 바이트와 수를 다시 확인합니다
  lock <폴더> --by 이름 [--reason 까닭]  계획을 잠그거나, 잠근 뒤의 이탈을 까닭과 함께 남깁니다
  design <질문.yaml> [--out 폴더]         표본 크기와 분석을 정하고 계획서와 프로토콜을 씁니다
  methods [이름]                         계획서에 쓸 수 있는 방법과 그 열, 설정, 추정값
  analyse <방법> --data 파일.csv --columns 역할=열,...   계획 없이 한 번 계산합니다 (사슬에 들어가지 않음)
  model <파일> [--xlsx 파일.xlsx] [--report 폴더]   경제성 모형 하나를 사슬 없이 계산합니다
  pathway routes <나라> [--fact 이름=yes|no|수]...   열린 경로와 닫힌 경로, 닫은 규정, 필요한 것
  pathway forecast <건 파일>             등재와 첫 유상 사용의 예측, 시계, 빈틈
  start                                  허브와 시연 병원, 화면을 띄웁니다
  worker                                 같은 데이터베이스에서 일을 나누어 맡습니다
  import <파일>                          사건을 등록부에 넣습니다
  extract <파일> --site 기관             등록부의 사건을 계획이 읽을 파일로 꺼냅니다

모든 명령에 --json이 있습니다. DAERO_LANGUAGE=ko|en`,
    en: `daero <command> [options]

  build <folder> [--source name=file]...   builds the whole chain (resumes; only what changed)
  status <folder>                          how each node of the chain stands now
  explain <claim|estimate|hash> [--in folder]  walks a number back to source file and code version
  verify <bundle.zip> [--signer fingerprint]   checks every byte and derives every number again
  lock <folder> --by name [--reason why]   locks the plan, or records deviations from its lock
  design <question.yaml> [--out folder]    sizes a study, and writes its plan and protocol
  methods [name]                           what a plan can name, with columns, settings and estimates
  analyse <method> --data file.csv --columns role=name,...   computes once, without a plan (nothing enters the chain)
  model <file> [--xlsx out.xlsx] [--report folder]   runs one economic model, without a chain
  pathway routes <country> [--fact name=yes|no|number]...   routes open and closed, by which rule, and what they ask
  pathway forecast <case file>             when listing and first paid use may come; clocks and gaps
  start                                    runs hub, demonstration hospitals and pages
  worker                                   takes jobs from the same database
  import <file>                            puts events into the registry
  extract <file> --site id                 takes events out of it, as a file that a plan can name

Every command has --json. DAERO_LANGUAGE=ko|en`,
  },
  sourceForm: { ko: '--source는 이름=파일로 적습니다.', en: '--source is written name=file.' },
  optionWrong: { ko: '읽을 수 없는 선택입니다', en: 'An option cannot be read' },
} as const satisfies Readonly<Record<string, Text>>;
