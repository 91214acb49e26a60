import { id } from '@daero/domain/identity';
import { liveOwner } from '@daero/postgres/owner';
import { openStore } from '@daero/postgres/store';
import { generatedEvent } from '@daero/registry/events/generated-events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// An intake that sends until it is killed. It says on its output what it sends and, after the answer, what was
// acknowledged; a line that reached the parent was written before the kill.
const [folder = '', site = '', plan = '{}'] = process.argv.slice(2);
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 500).unref(); // whoever reads the output is gone
const { resend, from } = JSON.parse(plan) as { readonly resend: readonly number[]; readonly from: number };

const store = await openStore({ folder });
if (!store.ok) throw new Error(JSON.stringify(store.fault));
const { events } = store.value;
if (liveOwner(folder)?.pid !== process.pid)
  throw new Error('the folder should name this process as its owner');
console.log(`up ${readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]}`);

const waiting = [...resend];
let next = from;
const take = (count: number): number[] => {
  const numbers = waiting.splice(0, count);
  while (numbers.length < count) numbers.push(next++);
  return numbers;
};

async function client(batchSize: number): Promise<never> {
  for (;;) {
    const numbers = take(batchSize);
    console.log(`sent ${numbers.join(' ')}`);
    const batch = numbers.map((n) => generatedEvent(n, id<'site'>(site)));
    let answered = await events.append(batch);
    while (!answered.ok) {
      await pause(20);
      answered = await events.append(batch); // the database is away: the same batch again
    }
    const refused = answered.value.find(({ answer }) => answer === 'refused');
    if (refused !== undefined) throw new Error(JSON.stringify(refused));
    console.log(`acknowledged ${numbers.join(' ')}`);
  }
}

await Promise.all([client(1), client(1), client(7), client(40)]);
