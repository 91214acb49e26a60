import type { Text } from '../text.ts';

export const economicsFaults = {} as const satisfies Readonly<Record<string, Text>>;
