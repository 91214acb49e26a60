import { fail, type Result } from '@daero/domain/result';
import { answer, inWords, type Answer, type Question, type Reply } from './engine.ts';

/** The engine, off the page's own thread. A model that throws is a fault of ours, and is told as one. */
self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const found = settled(data);
  const reply: Reply = found.ok
    ? { id: data.id, ok: true, value: found.value }
    : { id: data.id, ok: false, trouble: inWords(found.fault) };
  self.postMessage(reply);
});

function settled(question: Question): Result<Answer> {
  try {
    return answer(question);
  } catch (error) {
    return fail({
      kind: 'model-engine-broke',
      problem: error instanceof Error ? error.message : String(error),
    });
  }
}
