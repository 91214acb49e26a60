import type { Language } from '@daero/domain/text';

type Progress = { readonly done: number; readonly of: number; readonly computed: number };

export type ProgressLine = {
  readonly progress: (progress: Progress) => void;
  readonly end: (cancelled: boolean) => void;
};

/** Between two lines where the output is no terminal. */
const quietMilliseconds = 15_000;

/** Done, of how many, and the time left, on one line of a terminal that is written over. */
export function progressLine(language: Language): ProgressLine {
  const from = performance.now();
  let last = -Infinity;
  let latest: Progress = { done: 0, of: 0, computed: 0 };
  const terminal = process.stderr.isTTY;
  return {
    progress: (progress) => {
      latest = progress;
      const now = performance.now();
      if (!terminal && now - last < quietMilliseconds && progress.done < progress.of) return;
      last = now;
      const text = words(progress, (now - from) / 1000, language);
      process.stderr.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end: (cancelled) => {
      if (terminal) process.stderr.write('\n');
      if (!cancelled) return;
      const { done, of } = latest;
      process.stderr.write(
        language === 'ko'
          ? `취소했습니다. ${of}개 묶음 중 ${done}개를 보관했으며, 다시 실행하면 이어서 합니다.\n`
          : `Cancelled. ${done} of ${of} chunks are kept; run it again to go on.\n`,
      );
    },
  };
}

function words({ done, of, computed }: Progress, seconds: number, language: Language): string {
  const left = computed === 0 ? null : (seconds / computed) * (of - done);
  const minutes = left === null ? '' : left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`;
  if (language === 'en') return `${done} of ${of} chunks${left === null ? '' : `, ${minutes} left`}`;
  return `${of}개 묶음 중 ${done}개${left === null ? '' : `, 남은 시간 ${minutes.replace('min', '분').replace('s', '초')}`}`;
}
