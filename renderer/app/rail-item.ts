import { size } from '../theme/tokens';

/** What only screen readers are told: the names in a narrow rail. */
export const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** A link in the rail. */
export const item = {
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 2.5,
  height: size.control,
  px: 2.5,
  borderRadius: 1,
  color: 'secondInk',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'sunken', color: 'ink' },
  '&.active': { bgcolor: 'accentTint', color: 'accent', fontWeight: 'fontWeightBold' },
  '&:focus-visible': { outline: 2, outlineColor: 'accent', outlineOffset: -2 },
} as const;
