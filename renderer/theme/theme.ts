import { createTheme, type Theme } from '@mui/material/styles';
import './augment';
import { controls } from './controls';
import { surfaces } from './surfaces';
import { colours, motion, narrowWidth, type Scheme, size, type, weight } from './tokens';

export interface ThemeChoice {
  scheme: Scheme;
  density: 'comfortable' | 'compact';
}

const family = "'IBM Plex Sans Variable', 'IBM Plex Sans', system-ui, sans-serif";

const px = ([fontSize, lineHeight]: readonly [number, number]) => ({
  fontSize: `${fontSize}px`,
  lineHeight: `${lineHeight}px`,
  letterSpacing: 0,
  // MUI gives it to its own variants only; buttons don't inherit it.
  fontFamily: family,
});

/** MUI is the material; this makes it look like Atrium Desk. `locale` is MUI's own texts. */
export function atriumTheme({ scheme, density }: ThemeChoice, locale: object): Theme {
  const colour = colours[scheme];
  const mode = scheme === 'dark' ? 'dark' : 'light';
  return createTheme(
    {
      density,
      rowHeight: size.row[density],
      breakpoints: { values: { xs: 0, sm: 640, md: 900, lg: narrowWidth + 1, xl: 1536 } },
      spacing: 4,
      shape: { borderRadius: size.radius },
      motion: { reducedMotion: 'system' },
      palette: {
        mode,
        ...colour,
        primary: { main: colour.accent, dark: colour.accentStrong, contrastText: colour.onAccent },
        error: {
          main: colour.destructive,
          dark: colour.destructiveStrong,
          contrastText: colour.onDestructive,
        },
        warning: { main: colour.pending },
        success: { main: colour.active },
        text: { primary: colour.ink, secondary: colour.secondInk, disabled: colour.thirdInk },
        background: { default: colour.paper, paper: colour.surface },
        divider: colour.line,
        action: { hover: colour.sunken, selected: colour.sunken, focus: colour.sunken },
      },
      typography: {
        fontFamily: family,
        fontWeightMedium: weight.medium,
        fontWeightBold: weight.semibold,
        figure: { ...px(type.figure), fontWeight: weight.semibold },
        title: { ...px(type.title), fontWeight: weight.semibold },
        section: { ...px(type.section), fontWeight: weight.semibold },
        label: { ...px(type.label), fontWeight: weight.medium },
        h1: { ...px(type.title), fontWeight: weight.semibold },
        h2: { ...px(type.section), fontWeight: weight.semibold },
        h3: { ...px(type.body), fontWeight: weight.semibold },
        body1: px(type.body),
        body2: px(type.label),
        caption: px(type.caption),
        button: { ...px(type.label), fontWeight: weight.medium, textTransform: 'none' },
      },
      transitions: {
        duration: {
          shortest: motion.fast,
          shorter: motion.fast,
          short: motion.fast,
          standard: motion.slow,
          complex: motion.slow,
          enteringScreen: motion.slow,
          leavingScreen: motion.fast,
        },
        easing: {
          easeOut: motion.easing,
          easeInOut: motion.easing,
          easeIn: motion.easing,
          sharp: motion.easing,
        },
      },
      components: { ...controls(colour), ...surfaces(colour, mode) },
    },
    locale,
  );
}
