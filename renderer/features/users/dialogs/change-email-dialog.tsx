import Button from '@mui/material/Button';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { email } from '../../../../core/contract/fields';
import type { UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { EmailInput } from '../../../components/text-input';
import { useLookAlikeNote } from '../../../components/use-look-alike-note';
import { useRequestForm } from '../../../forms/use-request-form';
import { errorData } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';

const schema = z.object({ email });

interface ChangeEmailDialogProps {
  user: UserDetail;
  /** The person as they are now, for a change that came too late. */
  reload: () => Promise<UserDetail | undefined>;
  onClose: () => void;
}

export function ChangeEmailDialog({ user, reload, onClose }: ChangeEmailDialogProps) {
  const { t } = useTranslation('users');
  const change = useSend('users.changeEmail');
  // A change by somebody else must not slip under what is being typed.
  const [base, setBase] = useState(user);
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { email: '' },
    errorFields: {
      'email.invalid': 'email',
      'user.email_taken': 'email',
      'user.email_inactive': 'email',
      'user.email_invited': 'email',
    },
    send: async ({ email: next }) => {
      await change.mutateAsync({ id: base.id, version: base.version, email: next });
      notify(t('changeEmail.done', { name: base.displayName }));
      onClose();
    },
  });

  const note = useLookAlikeNote('email', useWatch({ control: form.control, name: 'email' }));

  const again = async () => {
    const current = await reload();
    if (current === undefined) return;
    setBase(current);
  };
  const stale = errorData(refusal, 'user.changed_meanwhile') !== null;

  return (
    <FormDialog
      open
      title={t('acts.changeEmail')}
      intro={t('changeEmail.intro', { name: base.displayName, email: base.email })}
      submitLabel={t('acts.changeEmail')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
      alert={
        stale && base !== user ? null : (
          <RefusalAlert
            error={refusal}
            action={stale ? <Button onClick={() => void again()}>{t('edit.loadCurrent')}</Button> : null}
          />
        )
      }
    >
      <EmailInput
        control={form.control}
        name="email"
        label={t('changeEmail.email')}
        helper={note ?? t('changeEmail.helper')}
        autoComplete="off"
      />
    </FormDialog>
  );
}
