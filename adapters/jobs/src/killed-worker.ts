import { succeed } from '@daero/domain/result';
import { openJobs } from './jobs.ts';

/** A worker for the tests, run as a process of its own so that it can be killed. It says when it has begun and never ends. */
const [url = '', kind = ''] = process.argv.slice(2);
const jobs = await openJobs(url);
if (!jobs.ok) throw new Error(jobs.fault.kind);
await jobs.value.work(kind, async ({ report }) => {
  await report({ done: 1, of: 4, step: 'begun' });
  console.log('begun');
  await new Promise(() => setInterval(() => undefined, 1000));
  return succeed(null);
});
