import type { Text } from '../text.ts';

export const chainFaults = {} as const satisfies Readonly<Record<string, Text>>;
