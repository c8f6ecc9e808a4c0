/** How the picture is drawn: hairlines and tones of the tokens, nothing that moves. */
export const plot = { position: 'relative', height: 132, mb: 6, mt: 2 } as const;

/** A hairline with its number in front. */
export const mark = {
  position: 'absolute',
  insetInline: 0,
  height: 0,
  borderTop: 1,
  borderColor: 'line',
  '& > span': {
    position: 'absolute',
    left: 0,
    top: 2,
    typography: 'caption',
    color: 'thirdInk',
  },
} as const;

export const bars = {
  position: 'absolute',
  insetBlock: 0,
  left: 36,
  right: 0,
  display: 'flex',
  m: 0,
  p: 0,
  listStyle: 'none',
} as const;

export const week = {
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'flex-end',
  alignItems: 'center',
  flex: '1 1 0',
  minWidth: 0,
  borderRadius: '4px 4px 0 0',
  '&:focus-visible': { outline: 2, outlineStyle: 'solid', outlineColor: 'accent', outlineOffset: -2 },
} as const;

/** The first part stands on the ground. */
export const stack = {
  display: 'flex',
  flexDirection: 'column-reverse',
  gap: '2px',
  width: '56%',
  maxWidth: 40,
  borderRadius: '3px 3px 0 0',
  overflow: 'hidden',
  // Forced colours would take the tones away, and with them the picture.
  forcedColorAdjust: 'none',
} as const;

export const label = {
  position: 'absolute',
  top: '100%',
  mt: 1.5,
  typography: 'caption',
  color: 'thirdInk',
  whiteSpace: 'nowrap',
} as const;

export const ground = {
  position: 'absolute',
  insetInline: 0,
  bottom: 0,
  borderTop: 1,
  borderColor: 'strongLine',
} as const;
