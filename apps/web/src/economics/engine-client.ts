import type { Json } from '@daero/domain/canonical';
import type { CashFlowShape } from '@daero/domain/shape';
import { useEffect, useState } from 'react';
import type { ResearchResult } from '@daero/economics/analyses/research';
import type { Further } from './engine-further.ts';
import type { Asked, BudgetView, Computed, Question, Reply, Said } from './engine.ts';

export type Answered<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly trouble: Said };

export type EngineClient = {
  /** Of the questions of one channel that wait, only the last is put: the others are never answered. */
  readonly model: (channel: string, asked: Asked) => Promise<Answered<Computed>>;
  readonly further: (asked: Asked) => Promise<Answered<Further>>;
  readonly research: (asked: Asked) => Promise<Answered<ResearchResult | null>>;
  readonly budget: (content: Json) => Promise<Answered<BudgetView>>;
  readonly hospital: (content: Json) => Promise<Answered<CashFlowShape>>;
  readonly stop: () => void;
};

type Waiting = { readonly question: Question; readonly settle: (reply: Reply) => void };

/** A worker that is asked one thing at a time. */
function workerOf(): EngineClient {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<string, Waiting>();
  let under: Waiting | null = null;
  let last = 0;

  const next = (): void => {
    const [first] = waiting;
    if (under !== null || first === undefined) return;
    const [channel, put] = first;
    waiting.delete(channel);
    under = put;
    worker.postMessage(put.question);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const done = under;
    under = null;
    if (done?.question.id === data.id) done.settle(data);
    next();
  });
  const put = <Value>(channel: string, question: Question): Promise<Answered<Value>> =>
    new Promise((resolve) => {
      // a question is answered with the value of its kind
      waiting.set(channel, { question, settle: (reply) => resolve(reply as Answered<Value>) });
      next();
    });
  return {
    model: (channel, model) =>
      put<Computed>(`model ${channel}`, { id: ++last, ask: 'model', channel, asked: model }),
    further: (asked) => put<Further>('further', { id: ++last, ask: 'further', asked }),
    research: (asked) => put<ResearchResult | null>('research', { id: ++last, ask: 'research', asked }),
    budget: (content) => put<BudgetView>('budget', { id: ++last, ask: 'budget', content }),
    hospital: (content) => put<CashFlowShape>('hospital', { id: ++last, ask: 'hospital', content }),
    stop: () => worker.terminate(),
  };
}

/** The quick one never waits behind a refinement. */
export type Engines = { readonly quick: EngineClient; readonly slow: EngineClient };

/** Started with the page and stopped with it. */
export function useEngines(): Engines | null {
  const [engines, setEngines] = useState<Engines | null>(null);
  useEffect(() => {
    const made = { quick: workerOf(), slow: workerOf() };
    setEngines(made);
    return () => {
      made.quick.stop();
      made.slow.stop();
    };
  }, []);
  return engines;
}
