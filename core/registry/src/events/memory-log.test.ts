import { sha256Text } from '@daero/domain/canonical';
import { eventLogContract } from './event-log.contract.ts';
import { memoryLog } from './memory-log.ts';

eventLogContract('the memory log', async (now) => memoryLog({ now, sha256: sha256Text }));
