import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyContract } from '../../../core/contract/key';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { LanguageSwitch } from '../../components/language-switch';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { useRequestForm } from '../../forms/use-request-form';
import { useSend } from '../../ipc/query';
import { RecoveryKeyForm } from './recovery-key-form';

/** Stands before everything else at a start, where a start passphrase was set. */
export function PassphraseScreen() {
  const [forgotten, setForgotten] = useState(false);
  return forgotten ? (
    <Forgotten onBack={() => setForgotten(false)} />
  ) : (
    <Asked onForgotten={() => setForgotten(true)} />
  );
}

function Asked({ onForgotten }: { onForgotten: () => void }) {
  const { t } = useTranslation('entry');
  const unlock = useSend('key.unlock');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: keyContract['key.unlock'].input,
    defaultValues: { passphrase: '' },
    send: (values) => unlock.mutateAsync(values),
  });
  const { setFocus, resetField } = form;
  useEffect(() => setFocus('passphrase'), [setFocus]);
  useEffect(() => {
    if (refusal === null) return;
    resetField('passphrase');
    setFocus('passphrase');
  }, [refusal, resetField, setFocus]);
  return (
    <EntryLayout
      title={t('passphrase.title')}
      intro={t('passphrase.intro')}
      organisation={null}
      corner={<LanguageSwitch />}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('passphrase.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal} />}
        after={
          <Button variant="text" sx={{ ml: -2 }} onClick={onForgotten}>
            {t('passphrase.forgotten')}
          </Button>
        }
      >
        <PasswordInput
          control={form.control}
          name="passphrase"
          label={t('passphrase.label')}
          autoComplete="current-password"
        />
      </EntryForm>
    </EntryLayout>
  );
}

function Forgotten({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('entry');
  return (
    <EntryLayout
      title={t('recoveryKey.title')}
      intro={t('recoveryKey.forgotten')}
      organisation={null}
      width={400}
      corner={<LanguageSwitch />}
    >
      <RecoveryKeyForm autoFocus />
      <Button variant="text" sx={{ ml: -2, mt: 3 }} onClick={onBack}>
        {t('recoveryKey.back')}
      </Button>
    </EntryLayout>
  );
}
