import Link from '@mui/material/Link';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { z } from 'zod';
import { email } from '../../../core/contract/fields';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { LanguageSwitch } from '../../components/language-switch';
import { PasswordChoice } from '../../components/password-choice';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { EmailInput, TextInput } from '../../components/text-input';
import { confirmed, passwordErrors, passwordPair } from '../../forms/new-password';
import { useRequestForm } from '../../forms/use-request-form';
import { useAppState } from '../../ipc/app-state';
import { useSend } from '../../ipc/query';
import { handOver } from './entered';

const schema = confirmed(z.object({ email, code: z.string().min(1, 'required').max(200), ...passwordPair }));

/** Break-glass: a code from paper gives an administrator a new password. */
export function RecoveryScreen() {
  const { t } = useTranslation('recovery');
  const navigate = useNavigate();
  const { data: state } = useAppState();
  const organisation = state?.organisation?.name ?? null;
  const use = useSend('recovery.use');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { email: '', code: '', password: '', confirm: '' },
    errorFields: passwordErrors('password'),
    send: async ({ email: typed, code, password }) => {
      const { email: address } = await use.mutateAsync({ email: typed, code, newPassword: password });
      void navigate('/', { replace: true, state: handOver('recovery', address) });
    },
  });
  const typedEmail = useWatch({ control: form.control, name: 'email' });
  return (
    <EntryLayout
      title={t('use.title')}
      intro={t('use.intro')}
      organisation={organisation}
      corner={<LanguageSwitch />}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('use.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal} />}
        after={
          <Link component={RouterLink} to="/" variant="body2">
            {t('use.back')}
          </Link>
        }
      >
        <EmailInput
          control={form.control}
          name="email"
          label={t('use.email')}
          autoComplete="username"
          autoFocus
        />
        <TextInput control={form.control} name="code" label={t('use.code')} />
        <PasswordChoice
          control={form.control}
          name="password"
          label={t('use.newPassword')}
          helper={t('use.newPasswordHelper')}
          about={{
            email: typedEmail,
            displayName: '',
            siteNames: [],
            organisationName: organisation ?? '',
          }}
        />
        <PasswordInput
          control={form.control}
          name="confirm"
          label={t('use.confirm')}
          autoComplete="new-password"
          toggle={false}
        />
      </EntryForm>
    </EntryLayout>
  );
}
