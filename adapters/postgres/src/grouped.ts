import { succeed, type Result } from '@daero/domain/result';

/**
 * Group commit: what is asked for while a write is under way goes together into the next one, so a hundred callers
 * wait for one disk flush instead of a hundred. Nobody waits for a timer; a lone caller is written at once.
 */
export function grouped<Item, Answer>(
  write: (items: readonly Item[]) => Promise<Result<readonly Answer[]>>,
  most: number,
): (items: readonly Item[]) => Promise<Result<readonly Answer[]>> {
  type Call = {
    readonly items: readonly Item[];
    readonly settle: (answer: Result<readonly Answer[]>) => void;
  };
  const waiting: Call[] = [];
  let busy = false;

  const nextGroup = (): Call[] => {
    let [calls, items] = [0, 0];
    for (const call of waiting) {
      if (calls > 0 && items + call.items.length > most) break;
      calls += 1;
      items += call.items.length;
    }
    return waiting.splice(0, calls);
  };

  const writeGroup = async (calls: readonly Call[]): Promise<void> => {
    const answered = await write(calls.flatMap((call) => call.items));
    if (!answered.ok && calls.length > 1) {
      // One caller's trouble is not another's: each is tried alone. A repeated write is safe, keys are exactly once.
      for (const call of calls) await writeGroup([call]);
      return;
    }
    let from = 0;
    for (const call of calls) {
      call.settle(answered.ok ? succeed(answered.value.slice(from, from + call.items.length)) : answered);
      from += call.items.length;
    }
  };

  const run = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) await writeGroup(nextGroup());
    busy = false;
  };

  return (items) =>
    new Promise((settle) => {
      waiting.push({ items, settle });
      if (!busy) void run();
    });
}
