import type { Theme, ThemeOptions } from '@mui/material/styles';
import { focusRing } from './focus';
import { type Colours, motion, size, type, weight } from './tokens';

type Overrides = NonNullable<ThemeOptions['components']>;

/** What a person presses, types into and chooses from. */
export function controls(colour: Colours): Overrides {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing(colour) } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined' },
      styleOverrides: {
        root: {
          height: size.control,
          minWidth: 0,
          paddingInline: 15,
          borderRadius: size.radius,
          whiteSpace: 'nowrap',
          '&.Mui-disabled': { opacity: 0.6 },
        },
        outlined: {
          backgroundColor: colour.surface,
          borderColor: colour.strongLine,
          color: colour.ink,
          '&:hover': { backgroundColor: colour.sunken, borderColor: colour.ink },
        },
        contained: {
          '&.Mui-disabled': { backgroundColor: colour.accent, color: colour.onAccent },
        },
        text: { color: colour.accent, paddingInline: 8, '&:hover': { backgroundColor: colour.accentTint } },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          width: size.control,
          height: size.control,
          padding: 0,
          borderRadius: size.radius,
          color: colour.secondInk,
          '&:hover': { backgroundColor: colour.sunken, color: colour.ink },
        },
      },
    },
    MuiLink: {
      defaultProps: { underline: 'hover' },
      styleOverrides: {
        root: {
          color: colour.accent,
          fontWeight: weight.medium,
          borderRadius: size.smallRadius,
          '&:focus-visible': focusRing(colour),
        },
      },
    },
    MuiInputBase: {
      styleOverrides: {
        root: { fontSize: type.body[0], lineHeight: `${type.body[1]}px` },
        input: {
          height: 'auto',
          '&::placeholder': { color: colour.thirdInk, opacity: 1 },
          // The browser paints saved fields in its own yellow.
          '&:-webkit-autofill': {
            boxShadow: `0 0 0 100px ${colour.surface} inset`,
            WebkitTextFillColor: colour.ink,
          },
        },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          minHeight: size.field,
          borderRadius: size.radius,
          border: `1px solid ${colour.strongLine}`,
          backgroundColor: colour.surface,
          transition: `border-color ${motion.fast}ms, box-shadow ${motion.fast}ms`,
          '&:hover': { borderColor: colour.ink },
          '&.Mui-focused': {
            borderColor: colour.accent,
            boxShadow: `0 0 0 1px ${colour.accent}, 0 0 0 4px ${colour.accentTint}`,
          },
          '&.Mui-error': { borderColor: colour.expired },
          '&.Mui-error.Mui-focused': {
            borderColor: colour.expired,
            boxShadow: `0 0 0 1px ${colour.expired}, 0 0 0 4px ${colour.expiredTint}`,
          },
          '&.MuiInputBase-multiline': { padding: 0 },
          '&.MuiInputBase-adornedEnd': { paddingRight: 4 },
        },
        input: { padding: '8px 12px' },
        // The border is the root's: labels stand above the field, so nothing has to be cut out of it.
        notchedOutline: { display: 'none' },
      },
    },
    MuiFormLabel: {
      styleOverrides: {
        root: {
          ...labelType,
          color: colour.ink,
          '&.Mui-focused, &.Mui-error, &.Mui-disabled': { color: colour.ink },
        },
      },
    },
    MuiFormHelperText: {
      styleOverrides: {
        root: {
          marginInline: 0,
          marginTop: 6,
          fontSize: type.caption[0],
          lineHeight: `${type.caption[1]}px`,
          color: colour.thirdInk,
          '&.Mui-error': { color: colour.expired },
        },
      },
    },
    MuiSelect: {
      styleOverrides: {
        select: { paddingRight: '36px !important', '&:focus': { backgroundColor: 'transparent' } },
        icon: { right: 10, top: 'calc(50% - 8px)', color: colour.secondInk },
      },
    },
    ...choices(colour),
  };
}

const labelType = { fontSize: type.label[0], lineHeight: `${type.label[1]}px`, fontWeight: weight.medium };

/** Check marks, radios and switches. */
function choices(colour: Colours): Overrides {
  const box = {
    padding: 6,
    color: colour.strongLine,
    '&.Mui-checked, &.MuiCheckbox-indeterminate': { color: colour.accent },
    '&.Mui-focusVisible': { ...focusRing(colour, -4), borderRadius: size.radius },
  };
  return {
    MuiCheckbox: { styleOverrides: { root: box } },
    MuiRadio: {
      styleOverrides: {
        root: { ...box, '&.Mui-focusVisible': { ...focusRing(colour, -4), borderRadius: '50%' } },
      },
    },
    MuiFormControlLabel: {
      styleOverrides: {
        root: { marginLeft: -6, marginRight: 0 },
        label: { fontSize: type.body[0], lineHeight: `${type.body[1]}px` },
      },
    },
    MuiToggleButtonGroup: {
      styleOverrides: {
        root: { backgroundColor: colour.surface, borderRadius: size.radius },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: ({ theme }: { theme: Theme }) => ({
          ...theme.typography.label,
          textTransform: 'none',
          height: size.control,
          paddingInline: 12,
          color: colour.secondInk,
          borderColor: colour.strongLine,
          '&.Mui-focusVisible': focusRing(colour, -3),
          '&:hover': { backgroundColor: colour.sunken },
          '&.Mui-selected, &.Mui-selected:hover': {
            backgroundColor: colour.sunken,
            color: colour.ink,
            fontWeight: weight.semibold,
          },
        }),
      },
    },
  };
}
