import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { colourVariables, roles, type RoleName, type Scheme } from './tokens.ts';

const isRole = (name: string): name is RoleName => name in roles;

/** Buttons take their colours from the roles, never from a palette step: filled acts, default is quiet, subtle is text. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const role = color !== undefined && isRole(color) ? color : 'accent';
  if (variant === 'filled') {
    return {
      background: `var(--${role})`,
      hover: `color-mix(in oklab, var(--${role}) 88%, var(--ink))`,
      color: role === 'accent' ? 'var(--on-accent)' : 'var(--surface)',
      border: '1px solid transparent',
    };
  }
  if (variant === 'subtle') {
    return {
      background: 'transparent',
      hover: 'var(--sunken)',
      color: color === undefined || color === 'ink' ? 'var(--ink)' : `var(--${role})`,
      border: '1px solid transparent',
    };
  }
  return {
    background: 'var(--surface)',
    hover: 'var(--sunken)',
    color: color === undefined || !isRole(color) ? 'var(--ink)' : `var(--${role})`,
    border: '1px solid var(--edge)',
  };
};

const one = (shade: string): MantineColorsTuple => [
  shade,
  shade,
  shade,
  shade,
  shade,
  shade,
  shade,
  shade,
  shade,
  shade,
];

export const theme = createTheme({
  fontFamily:
    "'Pretendard Variable', Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace",
  colors: { accent: one(roles.accent.text.light) },
  primaryColor: 'accent',
  autoContrast: false,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '22px' },
  lineHeights: { xs: '16px', sm: '21px', md: '21px', lg: '24px', xl: '30px' },
  radius: { xs: '2px', sm: '4px', md: '8px', lg: '8px', xl: '8px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: { fontWeight: '600' },
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'ink' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'sm', withItemsBorders: false, transitionDuration: 120 } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        events: { hover: true, focus: true, touch: false },
        transitionProps: { duration: 120 },
      },
    },
  },
});

const mantineOwn: Record<string, string> = {
  '--mantine-color-body': 'var(--canvas)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
};

const forScheme = (scheme: Scheme): Record<string, string> => ({ ...colourVariables(scheme), ...mantineOwn });

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: forScheme('light'),
  dark: forScheme('dark'),
});
