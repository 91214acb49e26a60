import type { Ink } from './plot.ts';

export type Scheme = 'light' | 'dark';

/** Concrete colours, because a document has no CSS variables. Six slots stay apart also to colour-blind readers. */
export const palette = {
  light: {
    'slot-1': '#2F66BF',
    'slot-2': '#C8741A',
    'slot-3': '#1A9E8D',
    'slot-4': '#55288F',
    'slot-5': '#7C5B05',
    'slot-6': '#8A1140',
    slate: '#6B7482',
    ink: '#1A1E24',
    'ink-2': '#474F5B',
    'ink-3': '#626C7A',
    edge: '#7C8593',
    line: '#D9DDE3',
    surface: '#FFFFFF',
    sunken: '#EDEFF3',
    bad: '#B3231E',
  },
  dark: {
    'slot-1': '#52A0F3',
    'slot-2': '#EB8963',
    'slot-3': '#8DE1DC',
    'slot-4': '#7E64AF',
    'slot-5': '#F7CA5D',
    'slot-6': '#BD4D55',
    slate: '#A3ADBA',
    ink: '#E8EBEF',
    'ink-2': '#B7BFCA',
    'ink-3': '#949EAC',
    edge: '#727D8C',
    line: '#343B46',
    surface: '#1B1F26',
    sunken: '#101317',
    bad: '#FF9089',
  },
} as const satisfies Readonly<Record<Scheme, Readonly<Record<Ink, string>>>>;
