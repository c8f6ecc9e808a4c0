import { useTranslation } from 'react-i18next';
import { keyContract } from '../../../core/contract/key';
import { FormDialog } from '../../components/form-dialog';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { useRequestForm } from '../../forms/use-request-form';
import { useSend } from '../../ipc/query';

/** A new key for database and backups. When it begins this page goes, and comes back as the sign-in screen. */
export function ChangeKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const change = useSend('key.change');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: keyContract['key.change'].input,
    defaultValues: { password: '' },
    errorFields: { 'sign_in.password_wrong': 'password' },
    send: (values) => change.mutateAsync(values),
  });
  return (
    <FormDialog
      open
      title={t('changeKey.act')}
      intro={t('changeKey.intro')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('changeKey.act')}
      pending={pending}
      alert={<RefusalAlert error={refusal} />}
    >
      <PasswordInput
        control={form.control}
        name="password"
        label={t('passphrase.own')}
        autoComplete="current-password"
      />
    </FormDialog>
  );
}
