import { useState } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SiteRow } from '../../../../core/contract/sites';
import type { UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { passwordErrors } from '../../../forms/new-password';
import { useRequestForm } from '../../../forms/use-request-form';
import { useRoleModel } from '../../../i18n/role-name';
import { useSession } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import type { AccessPrefill, Act } from '../acts/act';
import { accessOf, accessSchema, startingAccess } from './access-form';
import { AccessInputs } from './access-inputs';
import { firstPassword } from './first-password';
import { NewPasswordInput } from './new-password-input';
import { useTemporaryPasswordHelp } from './use-temporary-password-help';
import { useWordsOf } from './use-words-of';

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
  const { initialPassword } = useSession();
  const help = useTemporaryPasswordHelp();
  const reactivate = useSend('users.reactivate');
  const [generated, setGenerated] = useState<string | null>(null);
  const { form, submit, refusal, pending } = useRequestForm({
    schema: z.object({ access: accessSchema(useRoleModel()), password: firstPassword(initialPassword) }),
    defaultValues: { access: prefill ?? startingAccess(sites), password: '' },
    errorFields: passwordErrors('password'),
    send: async ({ access, password }) => {
      await reactivate.mutateAsync({ id: user.id, ...accessOf(access), password });
      notify(t('reactivate.done', { name }));
      if (password === generated) onAct({ kind: 'temporaryPassword', userId: user.id, password, name });
      else onClose();
    },
  });
  const access = useWatch({ control: form.control, name: 'access' });
  const about = useWordsOf({ ...user, access });
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
          helper={help}
          about={about}
          onGenerated={setGenerated}
        />
      </FormDialog>
    </FormProvider>
  );
}
