import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newPassword } from '../../../../core/contract/fields';
import type { SiteRow } from '../../../../core/contract/sites';
import type { UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { passwordErrors } from '../../../forms/new-password';
import { useRequestForm } from '../../../forms/use-request-form';
import { useRoleModel } from '../../../i18n/role-name';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import type { AccessPrefill, Act } from '../acts/act';
import { accessOf, accessSchema, startingAccess } from './access-form';
import { AccessInputs } from './access-inputs';
import { NewPasswordInput } from './new-password-input';

interface ReactivateUserDialogProps {
  user: UserDetail;
  sites: readonly SiteRow[];
  /** What was chosen in Add User before the address turned out to be known. */
  prefill: AccessPrefill | null;
  onClose: () => void;
  onAct: (act: Act) => void;
}

export function ReactivateUserDialog({ user, sites, prefill, onClose, onAct }: ReactivateUserDialogProps) {
  const { t } = useTranslation('users');
  const name = user.displayName;
  const reactivate = useSend('users.reactivate');
  const [generated, setGenerated] = useState<string | null>(null);
  const { form, submit, refusal, pending } = useRequestForm({
    schema: z.object({ access: accessSchema(useRoleModel()), password: newPassword }),
    defaultValues: { access: prefill ?? startingAccess(sites), password: '' },
    errorFields: passwordErrors('password'),
    send: async ({ access, password }) => {
      await reactivate.mutateAsync({ id: user.id, ...accessOf(access), password });
      notify(t('reactivate.done', { name }));
      if (password === generated) onAct({ kind: 'temporaryPassword', password, name });
      else onClose();
    },
  });
  const invited = user.reactivation !== null && ` ${t('reactivate.replacesInvitation')}`;

  return (
    <FormProvider {...form}>
      <FormDialog
        open
        title={t('acts.reactivate')}
        intro={[t('reactivate.intro', { name, email: user.email }), invited]}
        submitLabel={t('acts.reactivate')}
        pending={pending}
        onClose={onClose}
        onSubmit={submit}
        alert={<RefusalAlert error={refusal} />}
      >
        <AccessInputs />
        <NewPasswordInput
          control={form.control}
          name="password"
          label={t('fields.temporaryPassword')}
          helper={t('fields.temporaryPasswordHelp')}
          onGenerated={setGenerated}
        />
      </FormDialog>
    </FormProvider>
  );
}
