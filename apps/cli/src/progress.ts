import type { BuildStep } from '@daero/evidence/ports';
import { language } from './terminal.ts';

export type ProgressLine = {
  readonly step: (step: Pick<BuildStep, 'node' | 'done' | 'total'>) => void;
  readonly rows: (source: string, rows: number) => void;
  readonly end: () => void;
};

/** One line that says where the work is; on a terminal it is rewritten, elsewhere it is left out. */
export function progressLine(quiet: boolean): ProgressLine {
  const { stderr } = process;
  const live = stderr.isTTY && !quiet;
  const write = (text: string): void => {
    if (live) stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
  };
  return {
    step: ({ node, done, total }) => write(`${bar(done, total)} ${done}/${total}  ${node}`),
    rows: (source, rows) =>
      write(`${language === 'ko' ? '읽는 중' : 'reading'} ${source}: ${rows.toLocaleString('en')}`),
    end: () => write(''),
  };
}

const width = 24;
const bar = (done: number, total: number): string => {
  const filled = total === 0 ? 0 : Math.round((width * done) / total);
  return `[${'━'.repeat(filled)}${' '.repeat(width - filled)}]`;
};
