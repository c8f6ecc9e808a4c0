import type { Colours } from './tokens';

/** The tokens as part of MUI's theme: `sx={{ color: 'thirdInk', borderColor: 'line' }}` and `theme.tokens`. */
declare module '@mui/material/styles' {
  interface Palette extends Colours {}
  interface PaletteOptions extends Partial<Colours> {}
  interface Theme {
    density: 'comfortable' | 'compact';
    /** Height of a table row in px, by the person's density. */
    rowHeight: number;
  }
  interface ThemeOptions {
    density?: 'comfortable' | 'compact';
    rowHeight?: number;
  }
  interface TypographyVariants {
    figure: React.CSSProperties;
    title: React.CSSProperties;
    section: React.CSSProperties;
    label: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    figure?: React.CSSProperties;
    title?: React.CSSProperties;
    section?: React.CSSProperties;
    label?: React.CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    figure: true;
    title: true;
    section: true;
    label: true;
  }
}
