import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PasswordContext } from '../../../../core/domain/password';
import { PasswordStrength } from '../../../components/password-strength';
import { RefusalAlert } from '../../../components/refusal-alert';
import { type FieldProps, TextInput } from '../../../components/text-input';
import { useSession } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';

interface NewPasswordInputProps<V extends FieldValues> extends FieldProps<V> {
  /** Whose it will be. */
  about: PasswordContext;
  /** Tells the dialog what was generated: it is shown once more after the act, a typed one isn't. */
  onGenerated: (password: string) => void;
}

/**
 * A password somebody gets from the desk: typed, or generated and then shown in the field. The organisation can keep it
 * to one of the two.
 */
export function NewPasswordInput<V extends FieldValues>(props: NewPasswordInputProps<V>) {
  const { about, onGenerated, helper, ...field } = props;
  const { t } = useTranslation(['users', 'common']);
  const { initialPassword: mode } = useSession();
  const { field: value } = useController({ control: field.control, name: field.name });
  const [visible, setVisible] = useState(false);
  const generate = useSend('users.generatePassword', {
    onSuccess: ({ password }) => {
      value.onChange(password);
      setVisible(true);
      onGenerated(password);
    },
  });
  const empty = value.value === '';

  return (
    <Box sx={{ position: 'relative' }}>
      <TextInput
        {...field}
        type={visible ? 'text' : 'password'}
        autoComplete="new-password"
        readOnly={mode === 'generated'}
        helper={
          mode === 'generated' ? (
            t(empty ? 'users:fields.generateHelp' : 'users:fields.generatedHelp')
          ) : (
            <PasswordStrength password={value.value} about={about} hint={helper} />
          )
        }
        endAdornment={
          mode === 'generated' && empty ? undefined : (
            <Button variant="text" onClick={() => setVisible(!visible)} sx={quiet}>
              {t(visible ? 'common:hideCharacters' : 'common:showCharacters')}
            </Button>
          )
        }
      />
      {mode !== 'admin' && (
        <Button
          variant="text"
          onClick={() => generate.mutate({})}
          disabled={generate.isPending}
          sx={besideLabel}
        >
          {t('users:fields.generate')}
        </Button>
      )}
      {generate.isError && (
        <Box sx={{ mt: 2 }}>
          <RefusalAlert error={generate.error} />
        </Box>
      )}
    </Box>
  );
}

/** In the line of the label: the dialog stays short enough for a small screen, and Tab meets it after the field. */
const besideLabel = { position: 'absolute', top: -5, right: -8, height: 28 } as const;

const quiet = {
  flexShrink: 0,
  height: 28,
  mr: 1,
  color: 'thirdInk',
  fontWeight: 'fontWeightRegular',
} as const;
