import OutlinedInput from '@mui/material/OutlinedInput';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { describedBy, FieldFrame, fieldIds } from './field-frame';
import { useFieldProblem } from './field-problem';

export interface FieldProps<V extends FieldValues> {
  control: Control<V>;
  name: FieldPath<V>;
  /** The accessible name, exactly. */
  label: string;
  helper?: ReactNode;
}

export interface TextInputProps<V extends FieldValues> extends FieldProps<V> {
  type?: 'text' | 'password';
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  autoFocus?: boolean;
  autoComplete?: string;
  spellCheck?: boolean;
  multiline?: boolean;
  /** Of a multiline field: as tall as so many lines; it scrolls. Left out, it grows with its text. */
  rows?: number;
  readOnly?: boolean;
  placeholder?: string;
  endAdornment?: ReactNode;
}

export function TextInput<V extends FieldValues>({
  control,
  name,
  label,
  helper,
  type = 'text',
  inputMode,
  autoFocus = false,
  autoComplete = 'off',
  spellCheck = false,
  multiline = false,
  rows,
  readOnly = false,
  placeholder,
  endAdornment,
}: TextInputProps<V>) {
  const ids = fieldIds(useId());
  const { field, fieldState } = useController({ control, name });
  const problem = useFieldProblem()(fieldState.error);
  return (
    <FieldFrame ids={ids} label={label} helper={helper} problem={problem}>
      <OutlinedInput
        id={ids.control}
        name={field.name}
        value={field.value ?? ''}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        type={type}
        error={problem !== null}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        multiline={multiline}
        readOnly={readOnly}
        rows={rows}
        minRows={multiline && rows === undefined ? 2 : undefined}
        placeholder={placeholder}
        endAdornment={endAdornment}
        slotProps={{
          input: { inputMode, spellCheck, 'aria-describedby': describedBy(ids, helper, problem) },
        }}
      />
    </FieldFrame>
  );
}

/** An address is plain text for the browser: its own check is laxer in some places and stricter in others than ours. */
export function EmailInput<V extends FieldValues>(
  props: Omit<TextInputProps<V>, 'type' | 'inputMode' | 'multiline'>,
) {
  return <TextInput autoComplete="email" {...props} inputMode="email" />;
}
