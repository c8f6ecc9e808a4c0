import type { ThemeOptions } from '@mui/material/styles';
import { focusRing } from './focus';
import { type Colours, size, type, weight } from './tokens';

type Overrides = NonNullable<ThemeOptions['components']>;

/** What things lie on: the page, cards, menus, dialogs, tables. Shadow only for what floats. */
export function surfaces(colour: Colours, mode: 'light' | 'dark'): Overrides {
  return {
    MuiCssBaseline: { styleOverrides: baseline(colour, mode) },
    // `color="secondInk"`: MUI knows only its own colours by name.
    MuiTypography: {
      variants: (['secondInk', 'thirdInk'] as const).map((name) => ({
        props: { color: name },
        style: { color: colour[name] },
      })),
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiMenu: {
      styleOverrides: {
        paper: {
          marginTop: 4,
          border: `1px solid ${colour.line}`,
          boxShadow: colour.shadow,
          maxHeight: 'min(360px, calc(100% - 64px))',
        },
        list: { paddingBlock: 4 },
      },
    },
    MuiMenuItem: {
      defaultProps: { dense: true },
      styleOverrides: {
        root: {
          minHeight: size.control,
          marginInline: 4,
          paddingInline: 10,
          borderRadius: size.radius - 2,
          fontSize: type.body[0],
          lineHeight: `${type.body[1]}px`,
          '&:hover': { backgroundColor: colour.sunken },
          '&.Mui-focusVisible': { ...focusRing(colour, -2), backgroundColor: colour.sunken },
          '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
            backgroundColor: colour.accentTint,
            color: colour.accent,
            fontWeight: weight.medium,
          },
        },
      },
    },
    MuiBackdrop: {
      styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: colour.scrim } } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: {
          width: '100%',
          maxWidth: size.dialog,
          margin: 16,
          // As tall as a small window: the longest form fits without scrolling.
          maxHeight: 'calc(100% - 32px)',
          border: `1px solid ${colour.line}`,
          borderRadius: size.radius + 4,
          boxShadow: colour.shadow,
        },
      },
    },
    MuiDrawer: {
      styleOverrides: { paper: { borderLeft: `1px solid ${colour.line}`, boxShadow: colour.shadow } },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 400 },
      styleOverrides: {
        tooltip: {
          backgroundColor: colour.notice,
          color: colour.onNotice,
          fontSize: type.caption[0],
          lineHeight: `${type.caption[1]}px`,
          fontWeight: weight.regular,
          borderRadius: size.radius - 2,
          padding: '6px 10px',
        },
      },
    },
    MuiSkeleton: {
      defaultProps: { animation: false },
      styleOverrides: {
        root: { backgroundColor: colour.sunken, borderRadius: size.smallRadius, transform: 'none' },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          borderColor: colour.line,
          padding: '0 12px',
          fontSize: type.body[0],
          lineHeight: `${type.body[1]}px`,
        },
        head: {
          height: size.control,
          backgroundColor: colour.paper,
          color: colour.secondInk,
          fontSize: type.caption[0],
          lineHeight: `${type.caption[1]}px`,
          fontWeight: weight.semibold,
        },
      },
    },
    MuiTableRow: {
      styleOverrides: { root: { '&.MuiTableRow-hover:hover': { backgroundColor: colour.sunken } } },
    },
    MuiTableSortLabel: {
      styleOverrides: { root: { borderRadius: size.smallRadius, '&:focus-visible': focusRing(colour) } },
    },
    MuiTabs: {
      styleOverrides: { root: { minHeight: size.control }, indicator: { height: 2 } },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: size.control,
          minWidth: 0,
          padding: '8px 12px',
          color: colour.secondInk,
          textTransform: 'none',
          '&.Mui-focusVisible': focusRing(colour, -2),
        },
      },
    },
    MuiDivider: { styleOverrides: { root: { borderColor: colour.line } } },
  };
}

function baseline(colour: Colours, mode: 'light' | 'dark') {
  return {
    'html, body, #root': { height: '100%' },
    html: { colorScheme: mode },
    body: {
      fontVariantNumeric: 'tabular-nums',
      // A desktop window doesn't bounce or scroll as a whole; its parts do.
      overflow: 'hidden',
      overscrollBehavior: 'none',
    },
    '*': { scrollbarColor: `${colour.strongLine} transparent`, scrollbarWidth: 'thin' },
    '::selection': { backgroundColor: colour.accentTint, color: colour.ink },
    '@media (prefers-reduced-motion: reduce)': {
      '*, *::before, *::after': {
        animationDuration: '0.01ms !important',
        transitionDuration: '0.01ms !important',
        scrollBehavior: 'auto !important',
      },
    },
  };
}
