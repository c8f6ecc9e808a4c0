import { useId } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { type RadioOption, Radios } from './radios';
import type { FieldProps } from './text-input';

interface RadioGroupInputProps<V extends FieldValues> extends FieldProps<V> {
  options: readonly RadioOption[];
}

export function RadioGroupInput<V extends FieldValues>({
  control,
  name,
  label,
  options,
}: RadioGroupInputProps<V>) {
  const id = useId();
  const { field } = useController({ control, name });
  return <Radios id={id} label={label} options={options} value={field.value} onChange={field.onChange} />;
}
