import type { Json } from '@daero/domain/canonical';
import type { Estimates } from '@daero/economics/model/binding';
import { useEffect, useState } from 'react';
import type { Engines } from './engine-client.ts';
import type { Computed, Said } from './engine.ts';

const quickDraws = 1000;
const leastRefined = 2000; // from here on the value of information is told
const mostDraws = 10_000;
const settles = 350; // ms without a further change, before the draws are refined

export type LiveQuestion = {
  readonly model: Json;
  readonly estimates: Estimates;
  readonly set: Readonly<Record<string, number>>;
  readonly stated: number | null;
};

export type Live = {
  /** The last answer, of whatever draws; kept while the next is computed. */
  readonly computed: Computed | null;
  /** As asked now, not of something asked before. */
  readonly isCurrent: boolean;
  readonly refining: boolean;
  readonly trouble: Said | null;
  /** How long the quick answer took, from the change to its arrival. */
  readonly milliseconds: number | null;
};

type Standing = Omit<Live, 'isCurrent'> & { readonly of: LiveQuestion | null };
const nothing: Standing = { of: null, computed: null, refining: false, trouble: null, milliseconds: null };

/** A model that answers at once with a thousand draws and then refines; an answer to what is no longer asked is dropped. */
export function useLiveModel(question: LiveQuestion | null, engines: Engines | null, channel: string): Live {
  const [standing, setStanding] = useState<Standing>(nothing);
  useEffect(() => {
    if (question === null || engines === null) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = performance.now();
    const refine = async (draws: number): Promise<void> => {
      const refined = await engines.slow.model(channel, { ...question, draws });
      if (left) return;
      setStanding((now) => ({
        ...now,
        refining: false,
        ...(refined.ok ? { computed: refined.value } : { trouble: refined.trouble }),
      }));
    };
    const ask = async (): Promise<void> => {
      const quick = await engines.quick.model(channel, { ...question, draws: quickDraws });
      if (left) return;
      const milliseconds = performance.now() - start;
      if (!quick.ok) {
        setStanding((now) => ({
          ...now,
          of: question,
          refining: false,
          trouble: quick.trouble,
          milliseconds,
        }));
        return;
      }
      setStanding({ of: question, computed: quick.value, refining: true, trouble: null, milliseconds });
      const draws = Math.min(mostDraws, Math.max(leastRefined, quick.value.fullDraws));
      timer = setTimeout(() => void refine(draws), settles);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [question, engines, channel]);
  return { ...standing, isCurrent: question !== null && standing.of === question };
}
