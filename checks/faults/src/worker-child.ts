import { succeed } from '@daero/domain/result';
import { openJobs } from '@daero/jobs/jobs';
import { setTimeout as pause } from 'node:timers/promises';

// A worker that shares the jobs of one database until it is killed.
const [url = '', kind = ''] = process.argv.slice(2);
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 500).unref(); // whoever reads the output is gone
const jobs = await openJobs(url);
if (!jobs.ok) throw new Error(JSON.stringify(jobs.fault));
console.log('up');
await jobs.value.work(kind, async ({ input, report }) => {
  const n = Number(input);
  for (let step = 1; step <= 5; step += 1) {
    await pause(100);
    await report({ done: step, of: 5, step: `part ${step}` });
  }
  return succeed(n * n);
});
