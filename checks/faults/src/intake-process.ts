import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What all intakes so far have sent, by number, and what the log has acknowledged to them. */
export type Sent = { highest: number; readonly acknowledged: Set<number>; readonly unanswered: Set<number> };

export type Intake = {
  readonly postmaster: number;
  readonly nextAcknowledgement: (waitMs: number) => Promise<void>;
  /** SIGKILL, then everything it had managed to say is read. */
  readonly kill: () => Promise<void>;
};

/** Starts an intake that first sends again what the last one got no answer to. */
export async function startIntake(folder: string, site: string, sent: Sent): Promise<Intake> {
  const plan = JSON.stringify({ resend: [...sent.unanswered], from: sent.highest + 1 });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'intake-child.ts'), folder, site, plan], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const read = once(lines, 'close');
  const exit = once(child, 'exit');
  const ended = exit.then(() => {
    throw new Error(`the intake ended by itself: ${trouble.trim().split('\n').slice(0, 3).join(' ')}`);
  });
  ended.catch(() => undefined); // asked for at the end of a round

  let acknowledgements = 0;
  let postmaster = 0;
  const up = new Promise<void>((done) => {
    lines.on('line', (line) => {
      const [what, ...rest] = line.split(' ');
      const numbers = rest.map(Number);
      if (what === 'up') {
        postmaster = numbers[0] ?? 0;
        done();
      } else if (what === 'sent') {
        for (const n of numbers) {
          sent.unanswered.add(n);
          sent.highest = Math.max(sent.highest, n);
        }
      } else {
        acknowledgements += 1;
        for (const n of numbers) {
          sent.acknowledged.add(n);
          sent.unanswered.delete(n);
        }
      }
    });
  });
  await Promise.race([up, ended]);

  return {
    postmaster,
    nextAcknowledgement: async (waitMs) => {
      // Each of the four clients may have one answer on its way from before the kill.
      const [enough, until] = [acknowledgements + 8, Date.now() + waitMs];
      while (acknowledgements < enough) {
        if (Date.now() > until)
          throw new Error(`no event was acknowledged within ${waitMs} ms after the database was killed`);
        await Promise.race([new Promise((done) => setTimeout(done, 20)), ended]);
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await Promise.all([read, exit]);
    },
  };
}
