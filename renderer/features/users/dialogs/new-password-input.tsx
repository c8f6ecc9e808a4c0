import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from '../../../components/refusal-alert';
import { type FieldProps, TextInput } from '../../../components/text-input';
import { useSend } from '../../../ipc/query';

interface NewPasswordInputProps<V extends FieldValues> extends FieldProps<V> {
  /** Tells the dialog what was generated: it is shown once more after the act, a typed one isn't. */
  onGenerated: (password: string) => void;
}

/** A password somebody gets from the desk: typed, or generated and then shown in the field. */
export function NewPasswordInput<V extends FieldValues>({ onGenerated, ...field }: NewPasswordInputProps<V>) {
  const { t } = useTranslation(['users', 'common']);
  const { field: value } = useController({ control: field.control, name: field.name });
  const [visible, setVisible] = useState(false);
  const generate = useSend('users.generatePassword', {
    onSuccess: ({ password }) => {
      value.onChange(password);
      setVisible(true);
      onGenerated(password);
    },
  });

  return (
    <Box sx={{ position: 'relative' }}>
      <TextInput
        {...field}
        type={visible ? 'text' : 'password'}
        autoComplete="new-password"
        endAdornment={
          <Button variant="text" onClick={() => setVisible(!visible)} sx={quiet}>
            {t(visible ? 'common:hideCharacters' : 'common:showCharacters')}
          </Button>
        }
      />
      <Button
        variant="text"
        onClick={() => generate.mutate({})}
        disabled={generate.isPending}
        sx={besideLabel}
      >
        {t('users:fields.generate')}
      </Button>
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
