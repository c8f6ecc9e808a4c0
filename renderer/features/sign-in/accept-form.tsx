import Link from '@mui/material/Link';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { z } from 'zod';
import { name } from '../../../core/contract/fields';
import { hasAllSites } from '../../../core/domain/role';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { Facts } from '../../components/facts';
import { PasswordChoice } from '../../components/password-choice';
import { PasswordInput } from '../../components/password-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { TextInput } from '../../components/text-input';
import { useLookAlikeNote } from '../../components/use-look-alike-note';
import { confirmed, passwordErrors, passwordPair } from '../../forms/new-password';
import { useRequestForm } from '../../forms/use-request-form';
import { useFormat } from '../../i18n/format';
import { useRoleName } from '../../i18n/role-name';
import { useSend } from '../../ipc/query';
import { handOver } from './entered';
import type { FoundInvitation } from './invitation-screen';

const schema = confirmed(z.object({ displayName: name, ...passwordPair }));

export function AcceptForm({ secret, invitation }: FoundInvitation) {
  const { t } = useTranslation(['entry', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const roleName = useRoleName();
  const accept = useSend('invitations.accept');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { displayName: invitation.displayName ?? '', password: '', confirm: '' },
    errorFields: { ...passwordErrors('password'), 'name.invalid': 'displayName' },
    send: async ({ displayName, password }) => {
      const { email } = await accept.mutateAsync({ secret, displayName, password });
      void navigate('/', { replace: true, state: handOver('invitation', email) });
    },
  });
  const organisation = invitation.organisationName;
  const displayName = useWatch({ control: form.control, name: 'displayName' });
  const nameNote = useLookAlikeNote('name', displayName);
  const { siteNames } = invitation;
  const sites = hasAllSites(invitation.role)
    ? { label: t('entry:accept.sites', { count: 2 }), value: t('common:organizationWide') }
    : { label: t('entry:accept.sites', { count: siteNames.length }), value: format.list(siteNames) };
  return (
    <EntryLayout
      title={t(invitation.displayName === null ? 'entry:accept.title' : 'entry:accept.titleBack', {
        organisation,
      })}
      organisation={null}
      width={380}
    >
      <Facts
        facts={[
          { label: t('entry:accept.address'), value: invitation.email },
          { label: t('entry:accept.role'), value: roleName(invitation.role) },
          sites,
          { label: t('entry:accept.validUntil'), value: format.dateTime(invitation.expiresAt) },
        ]}
      />
      <EntryForm
        onSubmit={submit}
        submitLabel={t('entry:accept.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal} />}
        after={
          <Link component={RouterLink} to="/" variant="body2">
            {t('entry:invitation.back')}
          </Link>
        }
      >
        <TextInput
          control={form.control}
          name="displayName"
          label={t('entry:accept.displayName')}
          helper={nameNote}
          autoComplete="name"
          autoFocus
        />
        <PasswordChoice
          control={form.control}
          name="password"
          label={t('entry:accept.password')}
          helper={t('entry:accept.passwordHelper')}
          about={{
            email: invitation.email,
            displayName,
            siteNames,
            organisationName: organisation,
          }}
        />
        <PasswordInput
          control={form.control}
          name="confirm"
          label={t('entry:accept.confirm')}
          autoComplete="new-password"
          toggle={false}
        />
      </EntryForm>
    </EntryLayout>
  );
}
