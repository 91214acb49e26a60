import '@daero/server/read-schemas-plainly';
import { language, print, printError, words, type Command } from './terminal.ts';

/** Each command is loaded when it is asked for: `status` need not wait for the database of `start`. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.ts')).buildCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  lock: async () => (await import('./commands/lock.ts')).lockCommand,
  design: async () => (await import('./commands/design.ts')).designCommand,
  methods: async () => (await import('./commands/methods.ts')).methodsCommand,
  analyse: async () => (await import('./commands/analyse.ts')).analyseCommand,
  model: async () => (await import('./commands/model.ts')).modelCommand,
  pathway: async () => (await import('./commands/pathway.ts')).pathwayCommand,
  start: async () => (await import('./commands/start.ts')).startCommand,
  worker: async () => (await import('./commands/worker.ts')).workerCommand,
  extract: async () => (await import('./commands/extract.ts')).extractCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
};

// Whoever reads our lines may have enough of them (`| head`).
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const [name = 'help', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  print(words.usage);
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
} else {
  try {
    process.exitCode = await (await command())(rest);
  } catch (error) {
    if (!isOptionTrouble(error)) throw error;
    printError(`${words.optionWrong[language]}: ${error.message}`);
    process.exitCode = 2;
  }
}

/** An option that was misspelt is no accident of ours: one line, and no stack. */
function isOptionTrouble(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
