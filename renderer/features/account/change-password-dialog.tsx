import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { claimedPassword } from '../../../core/contract/fields';
import { FormDialog } from '../../components/form-dialog';
import { PasswordChoice } from '../../components/password-choice';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { confirmed, passwordErrors, passwordPair } from '../../forms/new-password';
import { useRequestForm } from '../../forms/use-request-form';
import { useOwnWords } from '../../ipc/app-state';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

const schema = confirmed(z.object({ current: claimedPassword, ...passwordPair }));

export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const about = useOwnWords();
  const change = useSend('session.changePassword');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { current: '', password: '', confirm: '' },
    errorFields: { ...passwordErrors('password'), 'sign_in.password_wrong': 'current' },
    send: async ({ current, password }) => {
      await change.mutateAsync({ currentPassword: current, newPassword: password });
      onClose();
      notify(t('changePassword.done'));
    },
  });
  return (
    <FormDialog
      open
      title={t('changePassword.title')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('changePassword.submit')}
      pending={pending}
      alert={<RefusalAlert error={refusal} />}
    >
      <PasswordInput
        control={form.control}
        name="current"
        label={t('changePassword.current')}
        autoComplete="current-password"
      />
      <PasswordChoice
        control={form.control}
        name="password"
        label={t('changePassword.new')}
        helper={t('changePassword.newHelper')}
        about={about}
        toggle={false}
      />
      <PasswordInput
        control={form.control}
        name="confirm"
        label={t('changePassword.confirm')}
        autoComplete="new-password"
        toggle={false}
      />
    </FormDialog>
  );
}
