import { palette } from '@daero/figures/palette';

/** The roles of colour, once. CSS variables, the /design page and the contrast test all read this table. */
export type Scheme = 'light' | 'dark';
export type Shade = Readonly<Record<Scheme, string>>;

export const grounds = {
  canvas: { light: '#F6F7F9', dark: '#14171C' },
  surface: { light: '#FFFFFF', dark: '#1B1F26' },
  sunken: { light: '#EDEFF3', dark: '#101317' },
  raised: { light: '#FFFFFF', dark: '#232831' },
} as const satisfies Readonly<Record<string, Shade>>;

export const inks = {
  ink: { light: '#1A1E24', dark: '#E8EBEF' },
  'ink-2': { light: '#474F5B', dark: '#B7BFCA' },
  'ink-3': { light: '#626C7A', dark: '#949EAC' },
  edge: { light: '#7C8593', dark: '#727D8C' },
  line: { light: '#D9DDE3', dark: '#343B46' },
  'on-accent': { light: '#FFFFFF', dark: '#10151F' },
} as const satisfies Readonly<Record<string, Shade>>;

/** Each role has a text colour and the tint it may stand on. */
export const roles = {
  accent: { text: { light: '#1B55C4', dark: '#8AB4FF' }, tint: { light: '#E8EFFC', dark: '#1C2C4A' } },
  ok: { text: { light: '#17693A', dark: '#6FD095' }, tint: { light: '#E5F4EA', dark: '#16301F' } },
  warn: { text: { light: '#8A5200', dark: '#F0B357' }, tint: { light: '#FDF1DC', dark: '#36270D' } },
  bad: { text: { light: '#B3231E', dark: '#FF9089' }, tint: { light: '#FCE9E7', dark: '#3D1B19' } },
  forecast: { text: { light: '#6B3FA8', dark: '#C7A6F7' }, tint: { light: '#F1EAFA', dark: '#2C2140' } },
  assumption: { text: { light: '#7A5A00', dark: '#E3C44F' }, tint: { light: '#FBF3D6', dark: '#332B0D' } },
  demonstration: { text: { light: '#8C1D5A', dark: '#F59AC8' }, tint: { light: '#FBE8F1', dark: '#3B1829' } },
} as const satisfies Readonly<Record<string, { readonly text: Shade; readonly tint: Shade }>>;

export type RoleName = keyof typeof roles;
export const roleNames = [
  'accent',
  'ok',
  'warn',
  'bad',
  'forecast',
  'assumption',
  'demonstration',
] as const satisfies readonly RoleName[];

const slot = (name: 'slot-1' | 'slot-2' | 'slot-3' | 'slot-4' | 'slot-5' | 'slot-6' | 'slate'): Shade => ({
  light: palette.light[name],
  dark: palette.dark[name],
});
/** Six series, told apart also by marker; slate is always dashed. The plots own these colours. */
export const series = {
  blue: slot('slot-1'),
  orange: slot('slot-2'),
  teal: slot('slot-3'),
  violet: slot('slot-4'),
  gold: slot('slot-5'),
  rose: slot('slot-6'),
  slate: slot('slate'),
} as const satisfies Readonly<Record<string, Shade>>;

export const sequential = {
  light: ['#DCE8FA', '#A9C6F2', '#6F9CE0', '#3C6EC2', '#1F4789'],
  dark: ['#22304A', '#2F4F86', '#4C7FCB', '#86B2F2', '#D3E4FF'],
} as const;
export const diverging = {
  light: ['#8F4A06', '#D9964B', '#E6E9EE', '#7FA6DF', '#1F4F9E'],
  dark: ['#F0A968', '#A8682A', '#3A414C', '#3F6CB0', '#8DB8F7'],
} as const;
/** Rollout modes are an order: a ramp with a filling circle. */
export const modes = {
  off: { light: '#7C8593', dark: '#727D8C' },
  shadow: { light: '#6B7482', dark: '#949EAC' },
  advisory: { light: '#3F74CF', dark: '#6FA3F5' },
  primary: { light: '#173A80', dark: '#CFE0FF' },
} as const satisfies Readonly<Record<string, Shade>>;

export const spaces = [2, 4, 8, 12, 16, 24, 32, 48] as const;
export const radii = [2, 4, 8] as const;

const named = (prefix: string, shades: Readonly<Record<string, Shade>>, scheme: Scheme): [string, string][] =>
  Object.entries(shades).map(([name, shade]) => [`--${prefix}${name}`, shade[scheme]]);

/** Every colour as a CSS variable for one scheme. */
export const colourVariables = (scheme: Scheme): Record<string, string> =>
  Object.fromEntries([
    ...named('', grounds, scheme),
    ...named('', inks, scheme),
    ...roleNames.flatMap((name): [string, string][] => [
      [`--${name}`, roles[name].text[scheme]],
      [`--${name}-tint`, roles[name].tint[scheme]],
    ]),
    ...named('series-', series, scheme),
    ...named('mode-', modes, scheme),
  ]);
