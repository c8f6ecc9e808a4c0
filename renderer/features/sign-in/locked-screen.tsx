import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { claimedPassword } from '../../../core/contract/fields';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { useRequestForm } from '../../forms/use-request-form';
import { useAppState, useSendState } from '../../ipc/app-state';

const schema = z.object({ password: claimedPassword });

/** Stands before the app after a pause; the address in the window stays, so the work goes on where it was. */
export function LockedScreen() {
  const { t } = useTranslation('entry');
  const { data: state } = useAppState();
  const unlock = useSendState('session.unlock');
  const signOut = useSendState('session.signOut');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { password: '' },
    errorFields: { 'sign_in.password_wrong': 'password' },
    send: (values) => unlock.mutateAsync(values),
  });
  const { setFocus } = form;
  useEffect(() => setFocus('password'), [setFocus]);

  const name = state?.session?.displayName;
  return (
    <EntryLayout
      title={t('locked.title')}
      intro={name === undefined ? undefined : t('locked.text', { name })}
      organisation={state?.organisation?.name ?? null}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('locked.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal ?? signOut.error} />}
        after={
          <Button variant="text" sx={{ ml: -2 }} onClick={() => signOut.mutate({})}>
            {t('locked.signOut')}
          </Button>
        }
      >
        <PasswordInput
          control={form.control}
          name="password"
          label={t('locked.password')}
          autoComplete="current-password"
        />
      </EntryForm>
    </EntryLayout>
  );
}
