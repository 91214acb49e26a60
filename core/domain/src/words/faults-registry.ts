import type { Text } from '../text.ts';

export const registryFaults = {} as const satisfies Readonly<Record<string, Text>>;
