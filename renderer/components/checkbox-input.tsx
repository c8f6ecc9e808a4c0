import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useId } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import type { FieldProps } from './text-input';

export function CheckboxInput<V extends FieldValues>({ control, name, label, helper }: FieldProps<V>) {
  const noteId = useId();
  const { field } = useController({ control, name });
  return (
    <div>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            checked={Boolean(field.value)}
            onChange={field.onChange}
            onBlur={field.onBlur}
            slotProps={{ input: { ref: field.ref, 'aria-describedby': helper == null ? undefined : noteId } }}
          />
        }
      />
      {helper != null && (
        <FormHelperText id={noteId} sx={{ mt: 0, ml: 6.5 }}>
          {helper}
        </FormHelperText>
      )}
    </div>
  );
}
