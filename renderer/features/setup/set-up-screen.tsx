import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import type { z } from 'zod';
import { createOrganisation } from '../../../core/contract/setup';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { LanguageSwitch } from '../../components/language-switch';
import { PasswordChoice } from '../../components/password-choice';
import { PasswordInput } from '../../components/password-input';
import { RadioGroupInput } from '../../components/radio-group-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { EmailInput, TextInput } from '../../components/text-input';
import { useLookAlikeNote } from '../../components/use-look-alike-note';
import { confirmed, passwordErrors, passwordPair } from '../../forms/new-password';
import { useRequestForm } from '../../forms/use-request-form';
import { useSendState } from '../../ipc/app-state';
import { restorePath } from './restore-screen';

const schema = confirmed(createOrganisation.extend(passwordPair));
const empty: z.input<typeof schema> = {
  organisationName: '',
  siteName: '',
  displayName: '',
  email: '',
  password: '',
  confirm: '',
  roleModel: 'three',
};

/** The first run: organisation, first site and first administrator on one screen, signed in at its end. */
export function SetUpScreen() {
  const { t } = useTranslation(['entry', 'restore']);
  const navigate = useNavigate();
  const create = useSendState('setup.create');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: empty,
    errorFields: passwordErrors('password'),
    send: async ({ confirm: _typedTwice, ...organisation }) => {
      await create.mutateAsync(organisation);
      void navigate('/users', { replace: true });
    },
  });
  const { control } = form;
  const typed = useWatch({ control });
  const nameNote = useLookAlikeNote('name', typed.displayName ?? '');
  const emailNote = useLookAlikeNote('email', typed.email ?? '');
  return (
    <EntryLayout
      title={t('setUp.title')}
      intro={t('setUp.intro')}
      organisation={null}
      width={600}
      corner={<LanguageSwitch />}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('setUp.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal} />}
        after={
          <Link component={RouterLink} to={restorePath} variant="body2" color="secondInk">
            {t('restore:setUp.link')}
          </Link>
        }
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
          <TextInput control={control} name="organisationName" label={t('setUp.organisation')} autoFocus />
          <TextInput control={control} name="siteName" label={t('setUp.site')} />
          <TextInput
            control={control}
            name="displayName"
            label={t('setUp.displayName')}
            helper={nameNote}
            autoComplete="name"
          />
          <EmailInput control={control} name="email" label={t('setUp.email')} helper={emailNote} />
          <PasswordChoice
            control={control}
            name="password"
            label={t('setUp.password')}
            helper={t('setUp.passwordHelper')}
            about={{
              email: typed.email ?? '',
              displayName: typed.displayName ?? '',
              siteNames: [typed.siteName ?? ''],
              organisationName: typed.organisationName ?? '',
            }}
          />
          <PasswordInput
            control={control}
            name="confirm"
            label={t('setUp.confirm')}
            autoComplete="new-password"
            toggle={false}
          />
        </Box>
        <RadioGroupInput
          control={control}
          name="roleModel"
          label={t('setUp.roleModel')}
          options={[
            { value: 'three', label: t('setUp.three'), description: t('setUp.threeText') },
            { value: 'two', label: t('setUp.two'), description: t('setUp.twoText') },
          ]}
        />
      </EntryForm>
    </EntryLayout>
  );
}
