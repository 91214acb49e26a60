import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentAsked } from './document-on-thread.ts';
import { writeModelWorkbook, writeReport } from './model-documents.ts';

// A thread that writes one document and ends: a report takes a second or more, and a page must not wait behind it.
const asked = workerData as DocumentAsked;
const write = asked.document === 'report' ? writeReport : writeModelWorkbook;
parentPort?.postMessage(await write(asked.of, asked.language));
