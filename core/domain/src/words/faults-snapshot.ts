import type { Text } from '../text.ts';

export const snapshotFaults = {} as const satisfies Readonly<Record<string, Text>>;
