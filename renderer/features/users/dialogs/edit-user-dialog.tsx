import { useState } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { name } from '../../../../core/contract/fields';
import type { UserDetail } from '../../../../core/contract/users';
import { CheckboxInput } from '../../../components/checkbox-input';
import { FormDialog } from '../../../components/form-dialog';
import { Notice } from '../../../components/notice';
import { PasswordInput } from '../../../components/password-input';
import { TextInput } from '../../../components/text-input';
import { useUndo } from '../../../components/undo/use-undo';
import { useLookAlikeNote } from '../../../components/use-look-alike-note';
import { useRequestForm } from '../../../forms/use-request-form';
import { useRoleModel } from '../../../i18n/role-name';
import { useSession } from '../../../ipc/app-state';
import type { RequestError } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { accessOf, accessSchema } from './access-form';
import { AccessInputs } from './access-inputs';
import { ChangedMeanwhile } from './changed-meanwhile';

interface EditUserDialogProps {
  user: UserDetail;
  /** The person as they are now, for an edit that came too late. */
  reload: () => Promise<UserDetail | undefined>;
  onClose: () => void;
}

export function EditUserDialog({ user, reload, onClose }: EditUserDialogProps) {
  const { t } = useTranslation('users');
  const { userId } = useSession();
  const update = useSend('users.update');
  const { offerUndo } = useUndo();
  // What the edit is made from. A change by somebody else must not slip under what is being typed.
  const [base, setBase] = useState(user);
  /** The refusal that was answered, and how. */
  const [answered, setAnswered] = useState<{ refusal: RequestError | null; kept: boolean } | null>(null);
  /** Taking the Tenant-Admin role from oneself needs the own password once more. */
  const demotesSelf = (role: string) =>
    user.id === userId && base.role === 'tenant_admin' && role !== 'tenant_admin';

  const { form, submit, refusal, pending } = useRequestForm({
    schema: z
      .object({
        displayName: name,
        access: accessSchema(useRoleModel()),
        applyNow: z.boolean(),
        currentPassword: z.string(),
      })
      .refine(({ access, currentPassword }) => !demotesSelf(access.role) || currentPassword !== '', {
        path: ['currentPassword'],
        message: 'required',
      }),
    defaultValues: valuesOf(user),
    errorFields: { 'name.invalid': 'displayName', 'sign_in.password_wrong': 'currentPassword' },
    send: async ({ displayName, access, applyNow, currentPassword }) => {
      const { entryId } = await update.mutateAsync({
        id: base.id,
        version: base.version,
        displayName,
        ...accessOf(access),
        applyNow,
        currentPassword: demotesSelf(access.role) ? currentPassword : null,
      });
      const done = t('edit.done', { name: displayName });
      if (entryId === null) notify(done);
      else offerUndo(done, { id: base.id, entryId, name: displayName }, 'updated');
      onClose();
    },
  });
  const [displayName, role] = useWatch({ control: form.control, name: ['displayName', 'access.role'] });
  const nameNote = useLookAlikeNote('name', displayName);

  /** Goes on from the person as they are now, with what was typed kept where it was typed, or without it. */
  const goOn = async (kept: boolean) => {
    const current = await reload();
    if (current === undefined) return;
    setBase(current);
    form.reset(valuesOf(current), { keepDirtyValues: kept });
    setAnswered({ refusal, kept });
  };

  return (
    <FormProvider {...form}>
      <FormDialog
        open
        title={t('acts.edit')}
        intro={t('edit.intro', { name: base.displayName, email: base.email })}
        submitLabel={t('edit.submit')}
        pending={pending}
        onClose={onClose}
        onSubmit={submit}
        alert={
          refusal !== null && refusal === answered?.refusal ? (
            <Notice>{t(answered.kept ? 'edit.kept' : 'edit.loaded')}</Notice>
          ) : (
            <ChangedMeanwhile refusal={refusal} base={base} onGoOn={(kept) => void goOn(kept)} />
          )
        }
      >
        <TextInput
          control={form.control}
          name="displayName"
          label={t('fields.displayName')}
          helper={nameNote}
        />
        <AccessInputs />
        <CheckboxInput
          control={form.control}
          name="applyNow"
          label={t('fields.applyNow')}
          helper={t('fields.applyNowHelp')}
        />
        {demotesSelf(role) && (
          <PasswordInput
            control={form.control}
            name="currentPassword"
            label={t('fields.yourPassword')}
            helper={t('fields.yourPasswordHelp')}
            autoComplete="current-password"
          />
        )}
      </FormDialog>
    </FormProvider>
  );
}

function valuesOf(user: UserDetail) {
  return {
    displayName: user.displayName,
    access: { role: user.role ?? 'member', siteIds: user.sites.map(({ id }) => id) },
    applyNow: false,
    currentPassword: '',
  };
}
