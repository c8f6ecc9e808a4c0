import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newPassword } from '../../../../core/contract/fields';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { passwordErrors } from '../../../forms/new-password';
import { useRequestForm } from '../../../forms/use-request-form';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import type { Act, UserSubject } from '../acts/act';
import { NewPasswordInput } from './new-password-input';

const schema = z.object({ password: newPassword });

interface ResetPasswordDialogProps {
  user: UserSubject;
  onClose: () => void;
  onAct: (act: Act) => void;
}

export function ResetPasswordDialog({ user, onClose, onAct }: ResetPasswordDialogProps) {
  const { t } = useTranslation('users');
  const name = user.displayName;
  const reset = useSend('users.resetPassword');
  const [generated, setGenerated] = useState<string | null>(null);
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { password: '' },
    errorFields: passwordErrors('password'),
    send: async ({ password }) => {
      await reset.mutateAsync({ id: user.id, password });
      notify(t('reset.done', { name }));
      if (password === generated) onAct({ kind: 'temporaryPassword', password, name });
      else onClose();
    },
  });

  return (
    <FormDialog
      open
      title={t('acts.resetPassword')}
      intro={t('reset.intro', { name, email: user.email })}
      submitLabel={t('acts.resetPassword')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
      alert={<RefusalAlert error={refusal} />}
    >
      <NewPasswordInput
        control={form.control}
        name="password"
        label={t('fields.temporaryPassword')}
        helper={t('fields.temporaryPasswordHelp')}
        onGenerated={setGenerated}
      />
    </FormDialog>
  );
}
