import { useEffect, useState } from 'react';
import type { Answered, EngineClient, Engines } from './engine-client.ts';
import type { Asked } from './engine.ts';
import type { LiveQuestion } from './use-live-model.ts';

/** An answer of the slow engine to what is asked now; while the next is computed the last one stays. */
export function useAsked<Value>(
  question: LiveQuestion | null,
  engines: Engines | null,
  how: {
    readonly draws: number;
    readonly ask: (engine: EngineClient, asked: Asked) => Promise<Answered<Value>>;
  },
): { readonly answered: Answered<Value> | null; readonly isCurrent: boolean } {
  const { draws, ask } = how;
  const [standing, setStanding] = useState<{
    readonly of: LiveQuestion;
    readonly answered: Answered<Value>;
  } | null>(null);
  useEffect(() => {
    if (question === null || engines === null) return;
    let left = false;
    const timer = setTimeout(() => {
      void ask(engines.slow, { ...question, draws }).then((answered) => {
        if (!left) setStanding({ of: question, answered });
      });
    }, settles);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [question, engines, draws, ask]);
  return { answered: standing?.answered ?? null, isCurrent: standing?.of === question };
}

const settles = 150; // ms without a further change
