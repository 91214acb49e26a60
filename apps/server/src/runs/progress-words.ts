import type { ProgressView, RunState } from '@daero/api/schemas/run';
import { formatCount } from '@daero/domain/format/number';
import type { JobProgress, JobStatus } from '@daero/domain/job-queue';
import type { Text } from '@daero/domain/text';
import { kindWords } from '@daero/evidence/graph/words';
import { spoken } from '../views/node-facts.ts';

const states: Readonly<Record<JobStatus['state'], RunState>> = {
  waiting: 'queued',
  working: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** How a run stands, in words. */
export function progressView({ state, progress, fault }: JobStatus): ProgressView {
  const { step, done, of } = progress ?? { step: '', done: 0, of: 0 };
  const base = { step, done, total: of, state: states[state] };
  switch (state) {
    case 'waiting':
      return { ...base, message: { ko: '차례를 기다립니다', en: 'waiting for a worker' } };
    case 'cancelled':
      return {
        ...base,
        message: { ko: '멈췄습니다. 끝난 단계는 남아 있습니다', en: 'stopped; finished steps are kept' },
      };
    case 'failed':
      return { ...base, message: fault === null ? { ko: '실패했습니다', en: 'failed' } : spoken(fault) };
    case 'done':
      return { ...base, message: { ko: '다 만들었습니다', en: 'built' } };
    case 'working':
      return { ...base, message: stepWords(progress) };
  }
}

function stepWords(progress: JobProgress | null): Text {
  const [kind = '', ...rest] = progress?.step.split(':') ?? [];
  const name = rest.join(':');
  if (kind === 'rows') {
    const [source = '', rows = ''] = rest;
    const count = formatCount(Number(rows));
    return { ko: `자료 ${source}: ${count}행 읽음`, en: `source ${source}: ${count} rows read` };
  }
  if (kind === 'waiting') {
    return { ko: '같은 폴더의 다른 빌드를 기다립니다', en: 'waiting for another build in this folder' };
  }
  const words = isKind(kind) ? kindWords[kind] : null;
  return words === null
    ? { ko: '준비하는 중', en: 'preparing' }
    : { ko: `${words.ko} ${name}`, en: `${words.en} ${name}` };
}

const isKind = (kind: string): kind is keyof typeof kindWords => kind in kindWords;

/** The node that a run is at. */
export const nodeAt = ({ state, progress }: JobStatus): string | null =>
  state === 'working' && progress !== null && isKind(progress.step.split(':')[0] ?? '')
    ? progress.step
    : null;
