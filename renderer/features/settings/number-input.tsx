import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FieldFrame, fieldIds } from '../../components/field-frame';
import type { FieldProps } from '../../components/text-input';
import { useFormat } from '../../i18n/format';

interface NumberInputProps<V extends FieldValues> extends FieldProps<V> {
  range: { minimum: number; maximum: number };
  /** Shown in the field; the helper text says it too. Left out where there is none. */
  unit?: string;
}

/** A whole number of something, typed as text: the browser's number fields change by a stray turn of the wheel. */
export function NumberInput<V extends FieldValues>({
  control,
  name,
  label,
  helper,
  range,
  unit,
}: NumberInputProps<V>) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const ids = fieldIds(useId());
  const { field, fieldState } = useController({ control, name });
  const limits = { minimum: format.number(range.minimum), maximum: format.number(range.maximum) };
  const problem = fieldState.error ? { text: t('form.number', limits), refusal: false } : null;
  return (
    <FieldFrame ids={ids} label={label} helper={helper} problem={problem}>
      <OutlinedInput
        id={ids.control}
        name={field.name}
        value={field.value ?? ''}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        error={problem !== null}
        autoComplete="off"
        endAdornment={
          unit !== undefined && (
            <InputAdornment position="end" aria-hidden disableTypography sx={{ color: 'thirdInk', pr: 2 }}>
              {unit}
            </InputAdornment>
          )
        }
        slotProps={{ input: { inputMode: 'numeric', 'aria-describedby': ids.note } }}
        sx={{ maxWidth: 180 }}
      />
    </FieldFrame>
  );
}

/** What was typed, as the number the contract checks. */
export function typedNumber(field: z.ZodNumber) {
  return z
    .string()
    .transform((typed) => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN))
    .pipe(field);
}
