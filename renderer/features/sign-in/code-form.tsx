import Link from '@mui/material/Link';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { invitationSecret } from '../../../core/contract/invitations';
import { EntryForm } from '../../components/entry-form';
import { EntryLayout } from '../../components/entry-layout';
import { LanguageSwitch } from '../../components/language-switch';
import { RefusalAlert } from '../../components/refusal-alert';
import { TextInput } from '../../components/text-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useAppState } from '../../ipc/app-state';
import { useSend } from '../../ipc/query';
import { useEntry } from '../../stores/entry';
import type { FoundInvitation } from './invitation-screen';

const schema = z.object({ secret: invitationSecret });

export function CodeForm({ onFound }: { onFound: (found: FoundInvitation) => void }) {
  const { t } = useTranslation('entry');
  const { data: state } = useAppState();
  const lookUp = useSend('invitations.lookUp');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { secret: '' },
    send: async ({ secret }) => onFound({ secret, invitation: await lookUp.mutateAsync({ secret }) }),
  });
  const link = useEntry((entry) => entry.link);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link that was opened is looked up once
  useEffect(() => {
    if (link === null) return;
    form.setValue('secret', link);
    useEntry.getState().setLink(null);
    submit();
  }, [link]);
  return (
    <EntryLayout
      title={t('invitation.title')}
      intro={t('invitation.intro')}
      organisation={state?.organisation?.name ?? null}
      corner={<LanguageSwitch />}
    >
      <EntryForm
        onSubmit={submit}
        submitLabel={t('invitation.submit')}
        pending={pending}
        alert={<RefusalAlert error={refusal} />}
        after={
          <Link component={RouterLink} to="/" variant="body2">
            {t('invitation.back')}
          </Link>
        }
      >
        <TextInput control={form.control} name="secret" label={t('invitation.code')} autoFocus />
      </EntryForm>
    </EntryLayout>
  );
}
