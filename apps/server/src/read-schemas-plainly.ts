import { config } from 'zod';

/**
 * A command reads each schema once or twice, and compiling a schema takes longer than reading it plainly.
 * Imported for this alone, before any schema is used.
 */
config({ jitless: true });
