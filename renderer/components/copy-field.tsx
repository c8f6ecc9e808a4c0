import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { FieldFrame, fieldIds } from './field-frame';

interface CopyFieldProps {
  label: string;
  value: string;
  helper?: string;
  /** A value of several lines. */
  multiline?: boolean;
}

/** A value to read and to copy: a field that can't be typed into, chosen whole when it gets the focus. */
export function CopyField({ label, value, helper, multiline = false }: CopyFieldProps) {
  const ids = fieldIds(useId());
  return (
    <FieldFrame ids={ids} label={label} helper={helper} problem={null}>
      <OutlinedInput
        id={ids.control}
        value={value}
        multiline={multiline}
        readOnly
        onFocus={({ target }) => {
          target.select();
          // Choosing the whole scrolls to its end; what it is stands at its beginning.
          target.scrollLeft = 0;
        }}
        slotProps={{
          input: { 'aria-describedby': helper === undefined ? undefined : ids.note, spellCheck: false },
        }}
        sx={{ bgcolor: 'sunken', fontWeight: 'fontWeightMedium' }}
      />
    </FieldFrame>
  );
}
