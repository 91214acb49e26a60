import { runWorker } from './run-worker.ts';

// The worker beside a server, in a process of its own: a build never holds up a page. Its database address and site come
// by the channel and not by arguments, which anyone on the machine can read.
process.once('message', (message) => {
  void work(message as { readonly databaseUrl: string; readonly site: string });
});

async function work({
  databaseUrl,
  site,
}: {
  readonly databaseUrl: string;
  readonly site: string;
}): Promise<void> {
  const worker = await runWorker(databaseUrl, site);
  if (!worker.ok) {
    process.send?.({ fault: worker.fault });
    process.exit(1);
  }
  process.send?.('working');
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    void worker.value.close().finally(() => process.exit(0));
  };
  process.on('disconnect', stop); // the server is gone, however it went
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the server decides
}
