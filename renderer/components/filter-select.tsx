import Box from '@mui/material/Box';
import MuiSelect from '@mui/material/Select';
import { useId } from 'react';
import { ChevronDownIcon } from './icons';
import { menuUnderField, type Option, optionItem } from './select';

interface FilterSelectProps {
  /** The accessible name, exactly; also read on the button. */
  label: string;
  /** `null`: any. */
  value: string | null;
  options: readonly Option[];
  onChange: (value: string | null) => void;
  anyLabel: string;
}

/** A filter above a list: "Status Any ▾". A set one takes the accent, so that a short list explains itself. */
export function FilterSelect({ label, value, options, onChange, anyLabel }: FilterSelectProps) {
  const id = useId();
  const set = value !== null;
  const all = [{ value: '', label: anyLabel }, ...options];
  const shown = all.find((option) => option.value === (value ?? ''))?.label ?? anyLabel;
  return (
    <MuiSelect<string>
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      displayEmpty
      IconComponent={ChevronDownIcon}
      SelectDisplayProps={{ id, 'aria-label': label }}
      MenuProps={{ ...menuUnderField, slotProps: { list: { 'aria-label': label } } }}
      renderValue={() => (
        <>
          {/* The label is the name already; inside the value it is for the eye only. */}
          <Box component="span" aria-hidden sx={{ color: set ? 'accent' : 'secondInk', mr: 1 }}>
            {label}
          </Box>
          <Box component="span" sx={{ fontWeight: 'fontWeightBold' }}>
            {shown}
          </Box>
        </>
      )}
      sx={{
        minHeight: 36,
        maxWidth: 220,
        typography: 'body2',
        ...(set && { bgcolor: 'accentTint', borderColor: 'accent', color: 'accent' }),
        // Twice: the theme says as much as once, and which of the two came later is chance.
        '& .MuiSelect-select.MuiSelect-select': { py: 1.5, pr: '30px !important' },
        '& .MuiSelect-icon': { right: 8, color: set ? 'accent' : undefined },
      }}
    >
      {all.map((option) => optionItem(option, { id }))}
    </MuiSelect>
  );
}
