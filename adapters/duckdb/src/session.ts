import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** How much of the machine one session may use: what does not fit is spilled into a folder. */
export type Limits = { readonly memory: string; readonly threads: number };
export const usualLimits: Limits = { memory: '512MB', threads: 2 };

/** Runs work in a database that lives in memory and ends with it. `cancel` stops the statement that is running. */
export async function withSession<Value>(
  spillFolder: string,
  work: (connection: DuckDBConnection) => Promise<Value>,
  options: { readonly limits?: Limits; readonly cancel?: AbortSignal | undefined } = {},
): Promise<Value> {
  const { memory, threads } = options.limits ?? usualLimits;
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: spillFolder,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false', // nothing is fetched from anywhere
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const stop = (): void => connection.interrupt();
  options.cancel?.addEventListener('abort', stop);
  try {
    await connection.run("SET TimeZone = 'UTC'");
    return await work(connection);
  } finally {
    options.cancel?.removeEventListener('abort', stop);
    connection.closeSync();
    instance.closeSync();
  }
}
