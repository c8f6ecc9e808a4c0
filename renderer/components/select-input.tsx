import { useId } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { describedBy, FieldFrame, fieldIds } from './field-frame';
import { useFieldProblem } from './field-problem';
import { type Option, Select } from './select';
import type { FieldProps } from './text-input';

interface SelectInputProps<V extends FieldValues> extends FieldProps<V> {
  options: readonly Option[];
  placeholder?: string;
}

interface Follows<T> {
  /** Beside keeping the choice, for what follows from it. */
  onChosen?: (value: T) => void;
}

/** One of a list. */
export function SelectInput<V extends FieldValues>(props: SelectInputProps<V> & Follows<string>) {
  return <ChoiceInput {...props} empty="" />;
}

/** Several of a list: the field's value is a list of option values. */
export function MultiSelectInput<V extends FieldValues>(props: SelectInputProps<V>) {
  return <ChoiceInput {...props} empty={[]} />;
}

function ChoiceInput<V extends FieldValues, T extends string | string[]>({
  control,
  name,
  label,
  helper,
  options,
  placeholder,
  empty,
  onChosen,
}: SelectInputProps<V> & Follows<T> & { empty: T }) {
  const ids = fieldIds(useId());
  const { field, fieldState } = useController({ control, name });
  // A list of choices breaks a rule as a whole or in one of its items; both are shown at the field.
  const failed = fieldState.error;
  const problem = useFieldProblem()(
    Array.isArray(failed) ? (failed.find((item) => item != null) ?? failed[0]) : failed,
  );
  return (
    <FieldFrame ids={ids} label={label} helper={helper} problem={problem}>
      <Select<T>
        ids={ids}
        value={(field.value ?? empty) as T}
        options={options}
        onChange={(value) => {
          field.onChange(value);
          onChosen?.(value);
        }}
        onBlur={field.onBlur}
        inputRef={field.ref}
        error={problem !== null}
        describedBy={describedBy(ids, helper, problem)}
        placeholder={placeholder}
      />
    </FieldFrame>
  );
}
