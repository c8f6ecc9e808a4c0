import Link from '@mui/material/Link';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { claimedPassword } from '../../../core/contract/fields';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { LanguageSwitch } from '../../components/language-switch';
import { Notice } from '../../components/notice';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { EmailInput } from '../../components/text-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useAppState, useSendState } from '../../ipc/app-state';
import { RequestError } from '../../ipc/client';
import { useEntry } from '../../stores/entry';
import { type Entered, enteredFrom, invitationPath, recoveryPath } from './entered';
import { useRestoredText } from './use-restored-text';

// Any text is an address here: whether it is one is part of what a refusal must not tell.
const schema = z.object({
  email: z.string().min(1, 'required').max(2000, 'email.too_long'),
  password: claimedPassword,
});

export function SignInScreen() {
  const { t } = useTranslation(['entry', 'recovery']);
  const { data: state } = useAppState();
  const setEnded = useEntry((entry) => entry.setEnded);
  const { outcome, setOutcome, setSeen } = useEntry();
  const entered = enteredFrom(useLocation().state);
  const navigate = useNavigate();
  const signIn = useSendState('session.signIn');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { email: entered?.email ?? '', password: '' },
    send: async (values) => {
      await signIn.mutateAsync(values);
      setEnded(null);
      setSeen(state?.restored?.at ?? null);
      setOutcome(null);
      // What led here was for this person and this once: whoever signs in next starts with an empty form.
      if (entered !== null) void navigate('/', { replace: true });
    },
  });

  const { setFocus, resetField } = form;
  const known = entered !== null;
  useEffect(() => setFocus(known ? 'password' : 'email'), [setFocus, known]);
  useEffect(() => {
    if (refusal !== null) {
      resetField('password');
      setFocus('password');
    }
  }, [refusal, resetField, setFocus]);

  const notice = useNotice(entered);
  return (
    <EntryLayout
      title={t('signIn.title')}
      organisation={state?.organisation?.name ?? null}
      corner={<LanguageSwitch />}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('signIn.submit')}
        pending={pending}
        alert={
          <RefusalAlert
            error={refusal ?? (outcome?.error == null ? null : new RequestError(outcome.error))}
          />
        }
        after={
          <>
            <Link component={RouterLink} to={invitationPath} variant="body2">
              {t('signIn.invitation')}
            </Link>
            <Link component={RouterLink} to={recoveryPath} variant="body2" color="secondInk">
              {t('recovery:use.link')}
            </Link>
          </>
        }
      >
        {notice !== null && <Notice>{notice}</Notice>}
        <EmailInput control={form.control} name="email" label={t('signIn.email')} autoComplete="username" />
        <PasswordInput
          control={form.control}
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
        />
      </EntryForm>
    </EntryLayout>
  );
}

/** What was done with the files, what led here, or why the session before is over. */
function useNotice(entered: Entered | null): string | null {
  const { t } = useTranslation(['entry', 'recovery']);
  const { ended, outcome } = useEntry();
  const restored = useRestoredText();
  if (outcome?.did === 'restoring' && outcome.error === null && restored !== null) return restored;
  if (outcome !== null) return t(`entry:${outcome.error === null ? 'worked' : 'notWorked'}.${outcome.did}`);
  if (entered !== null) return entered.by === 'invitation' ? t('entry:signIn.ready') : t('recovery:use.done');
  // A restore that an earlier run was killed in is finished by this one, and told last: nothing led here.
  return ended === null ? restored : t(`entry:ended.${ended}`);
}
