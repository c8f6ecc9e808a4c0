import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { claimedPassword } from '../../../core/contract/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/notice';
import { PasswordChoice } from '../../components/password-choice';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { confirmed, passwordErrors, passwordPair } from '../../forms/new-password';
import { useRequestForm } from '../../forms/use-request-form';
import { useOwnWords } from '../../ipc/app-state';
import { useRequest, useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

const chosen = confirmed(z.object({ ...passwordPair, own: claimedPassword }));
const proven = z.object({ own: claimedPassword });
const wrongOwn = { 'sign_in.password_wrong': 'own' } as const;

interface ActProps {
  onClose: () => void;
}

/** A passphrase before every start, over whatever keeps the key. `change`: there is one already. */
export function SetPassphraseDialog({ change, onClose }: ActProps & { change: boolean }) {
  const { t } = useTranslation('settings');
  const about = useOwnWords();
  const { data: kit } = useRequest('recovery.status', {});
  const send = useSend('key.setPassphrase');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: chosen,
    defaultValues: { password: '', confirm: '', own: '' },
    errorFields: { ...passwordErrors('password'), ...wrongOwn },
    send: async ({ password, own }) => {
      await send.mutateAsync({ password: own, passphrase: password });
      onClose();
      notify(t(change ? 'passphrase.changed' : 'passphrase.wasSet'));
    },
  });
  const act = t(change ? 'passphrase.change' : 'passphrase.set');
  return (
    <FormDialog
      open
      title={act}
      intro={t('passphrase.intro')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={act}
      pending={pending}
      alert={<RefusalAlert error={refusal} />}
    >
      {kit !== undefined && kit.state !== 'ready' && <Notice tone="pending">{t('passphrase.noKit')}</Notice>}
      <PasswordChoice
        control={form.control}
        name="password"
        label={t('passphrase.label')}
        helper={t('passphrase.helper')}
        about={about}
      />
      <PasswordInput
        control={form.control}
        name="confirm"
        label={t('passphrase.confirm')}
        autoComplete="new-password"
        toggle={false}
      />
      <PasswordInput
        control={form.control}
        name="own"
        label={t('passphrase.own')}
        autoComplete="current-password"
        toggle={false}
      />
    </FormDialog>
  );
}

export function RemovePassphraseDialog({ onClose }: ActProps) {
  const { t } = useTranslation('settings');
  const send = useSend('key.removePassphrase');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: proven,
    defaultValues: { own: '' },
    errorFields: wrongOwn,
    send: async ({ own }) => {
      await send.mutateAsync({ password: own });
      onClose();
      notify(t('passphrase.removed'));
    },
  });
  return (
    <FormDialog
      open
      title={t('passphrase.remove')}
      intro={t('passphrase.removeIntro')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('passphrase.remove')}
      destructive
      pending={pending}
      alert={<RefusalAlert error={refusal} />}
    >
      <PasswordInput
        control={form.control}
        name="own"
        label={t('passphrase.own')}
        autoComplete="current-password"
      />
    </FormDialog>
  );
}
