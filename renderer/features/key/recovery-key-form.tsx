import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { keyContract } from '../../../core/contract/key';
import { RefusalAlert } from '../../components/refusal-alert';
import { TextInput } from '../../components/text-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useSend } from '../../ipc/query';

/** The key from paper, typed where the database lacks its own. When it fits the desk opens, and this screen goes. */
export function RecoveryKeyForm({ autoFocus = false }: { autoFocus?: boolean }) {
  const { t } = useTranslation('entry');
  const recover = useSend('key.recover');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: keyContract['key.recover'].input,
    defaultValues: { recoveryKey: '' },
    send: (values) => recover.mutateAsync(values),
  });
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: 'grid', gap: 4, justifyItems: 'start' }}
    >
      <Box sx={{ width: '100%' }}>
        <TextInput
          control={form.control}
          name="recoveryKey"
          label={t('recoveryKey.label')}
          helper={t('recoveryKey.helper')}
          multiline
          rows={4}
          autoFocus={autoFocus}
        />
      </Box>
      <RefusalAlert error={refusal} />
      <Button type="submit" variant="contained" disabled={pending}>
        {t('recoveryKey.submit')}
      </Button>
    </Box>
  );
}
