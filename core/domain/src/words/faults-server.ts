import type { Text } from '../text.ts';

export const serverFaults = {} as const satisfies Readonly<Record<string, Text>>;
