import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { email } from '../../../../core/contract/fields';
import type { SiteRow } from '../../../../core/contract/sites';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { EmailInput } from '../../../components/text-input';
import { useLookAlikeNote } from '../../../components/use-look-alike-note';
import { useRequestForm } from '../../../forms/use-request-form';
import { useRoleModel } from '../../../i18n/role-name';
import { useCan } from '../../../ipc/app-state';
import { errorData, type RequestError } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';
import type { Act } from '../acts/act';
import { accessOf, accessSchema, startingAccess } from './access-form';
import { AccessInputs } from './access-inputs';

interface InviteUserDialogProps {
  sites: readonly SiteRow[];
  onClose: () => void;
  onAct: (act: Act) => void;
}

export function InviteUserDialog({ sites, onClose, onAct }: InviteUserDialogProps) {
  const { t } = useTranslation('users');
  const invite = useSend('invitations.create');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: z.object({ email, access: accessSchema(useRoleModel()) }),
    defaultValues: { email: '', access: startingAccess(sites) },
    errorFields: { 'email.invalid': 'email' },
    send: async ({ email, access }) => {
      onAct({ kind: 'invitationReady', ready: await invite.mutateAsync({ email, ...accessOf(access) }) });
    },
  });

  const emailNote = useLookAlikeNote('email', useWatch({ control: form.control, name: 'email' }));

  return (
    <FormProvider {...form}>
      <FormDialog
        open
        title={t('acts.invite')}
        intro={t('invite.intro')}
        submitLabel={t('invite.submit')}
        pending={pending}
        onClose={onClose}
        onSubmit={submit}
        alert={<RefusalAlert error={refusal} action={useInvitedAlready(refusal, onAct)} />}
      >
        <EmailInput
          control={form.control}
          name="email"
          label={t('fields.email')}
          helper={emailNote}
          autoComplete="off"
        />
        <AccessInputs />
      </FormDialog>
    </FormProvider>
  );
}

/** The way on when the address has an account or a live invitation; else `null`. */
function useInvitedAlready(refusal: RequestError | null, onAct: (act: Act) => void): ReactNode {
  const { t } = useTranslation('users');
  const can = useCan();
  const active = errorData(refusal, 'invitation.email_active');
  if (active !== null && can('user.update')) {
    return <Button onClick={() => onAct({ kind: 'edit', userId: active.userId })}>{t('acts.edit')}</Button>;
  }
  const pending = errorData(refusal, 'invitation.already_pending');
  if (pending !== null) {
    const invitation = { invitationId: pending.invitationId, email: pending.email, reactivates: false };
    return <Button onClick={() => onAct({ kind: 'resend', invitation })}>{t('acts.resend')}</Button>;
  }
  return null;
}
