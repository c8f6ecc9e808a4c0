import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { passwordErrors } from '../../../forms/new-password';
import { useRequestForm } from '../../../forms/use-request-form';
import { useSession } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import type { Act, UserSubject } from '../acts/act';
import { firstPassword } from './first-password';
import { NewPasswordInput } from './new-password-input';
import { useTemporaryPasswordHelp } from './use-temporary-password-help';
import { useWordsOf } from './use-words-of';

interface ResetPasswordDialogProps {
  user: UserSubject;
  onClose: () => void;
  onAct: (act: Act) => void;
}

export function ResetPasswordDialog({ user, onClose, onAct }: ResetPasswordDialogProps) {
  const { t } = useTranslation('users');
  const name = user.displayName;
  const { initialPassword } = useSession();
  const help = useTemporaryPasswordHelp();
  const about = useWordsOf({ ...user, access: null });
  const reset = useSend('users.resetPassword');
  const [generated, setGenerated] = useState<string | null>(null);
  const { form, submit, refusal, pending } = useRequestForm({
    schema: z.object({ password: firstPassword(initialPassword) }),
    defaultValues: { password: '' },
    errorFields: passwordErrors('password'),
    send: async ({ password }) => {
      await reset.mutateAsync({ id: user.id, password });
      notify(t('reset.done', { name }));
      if (password === generated) onAct({ kind: 'temporaryPassword', userId: user.id, password, name });
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
        helper={help}
        about={about}
        onGenerated={setGenerated}
      />
    </FormDialog>
  );
}
