import { type FieldValues, useWatch } from 'react-hook-form';
import type { PasswordContext } from '../../core/domain/password';
import { PasswordInput } from './password-input';
import { PasswordStrength } from './password-strength';
import type { FieldProps } from './text-input';

interface PasswordChoiceProps<V extends FieldValues> extends FieldProps<V> {
  /** Whose password it will be. */
  about: PasswordContext;
  autoFocus?: boolean;
  /** `false` for the further fields of a group. */
  toggle?: boolean;
}

/** A password somebody chooses for themselves, with how easily it is guessed. */
export function PasswordChoice<V extends FieldValues>({ about, helper, ...field }: PasswordChoiceProps<V>) {
  const password: string = useWatch({ control: field.control, name: field.name });
  return (
    <PasswordInput
      {...field}
      helper={<PasswordStrength password={password} about={about} hint={helper} />}
      autoComplete="new-password"
    />
  );
}
