import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { describedBy, FieldFrame, fieldIds } from './field-frame';
import { useFieldProblem } from './field-problem';
import type { FieldProps } from './text-input';

/** Stands in the form for a date without its time, or half of one: the browser tells nothing of it but that it is there. */
export const unfinishedMoment = 'unfinished';

/** A local date and time, "2026-11-22T14:30", or "" for none. */
export function MomentInput<V extends FieldValues>({ control, name, label, helper }: FieldProps<V>) {
  const ids = fieldIds(useId());
  const { field, fieldState } = useController({ control, name });
  const problem = useFieldProblem()(fieldState.error);
  return (
    <FieldFrame ids={ids} label={label} helper={helper} problem={problem}>
      <OutlinedInput
        id={ids.control}
        name={field.name}
        type="datetime-local"
        value={field.value === unfinishedMoment ? '' : (field.value ?? '')}
        onChange={field.onChange}
        onBlur={({ target }) => {
          if (target.validity.badInput) field.onChange(unfinishedMoment);
          else if (field.value === unfinishedMoment) field.onChange('');
          field.onBlur();
        }}
        inputRef={field.ref}
        error={problem !== null}
        slotProps={{
          input: {
            // Years have four digits; without a limit the browser takes six.
            max: '9999-12-31T23:59',
            'aria-describedby': describedBy(ids, helper, problem),
          },
        }}
      />
    </FieldFrame>
  );
}
