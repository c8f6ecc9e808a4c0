import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { PasswordChoice } from '../../components/password-choice';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { confirmed, passwordErrors, passwordPair } from '../../forms/new-password';
import { useRequestForm } from '../../forms/use-request-form';
import { useAppState, useOwnWords, useSendState } from '../../ipc/app-state';

const schema = confirmed(z.object(passwordPair));

/** The forced change after a temporary password: nothing else answers until it is done. */
export function ChoosePasswordScreen() {
  const { t } = useTranslation('entry');
  const { data: state } = useAppState();
  const about = useOwnWords();
  const choose = useSendState('session.choosePassword');
  const signOut = useSendState('session.signOut');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { password: '', confirm: '' },
    errorFields: passwordErrors('password'),
    send: ({ password }) => choose.mutateAsync({ newPassword: password }),
  });
  return (
    <EntryLayout
      title={t('choose.title')}
      intro={t('choose.text')}
      organisation={state?.organisation?.name ?? null}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('choose.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal ?? signOut.error} />}
        after={
          <Button variant="text" sx={{ ml: -2 }} onClick={() => signOut.mutate({})}>
            {t('choose.signOut')}
          </Button>
        }
      >
        <PasswordChoice
          control={form.control}
          name="password"
          label={t('choose.newPassword')}
          helper={t('choose.newPasswordHelper')}
          about={about}
          autoFocus
        />
        <PasswordInput
          control={form.control}
          name="confirm"
          label={t('choose.confirm')}
          autoComplete="new-password"
          toggle={false}
        />
      </EntryForm>
    </EntryLayout>
  );
}
