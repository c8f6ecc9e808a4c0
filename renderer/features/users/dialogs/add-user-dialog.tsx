import { useRef, useState } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { email, name } from '../../../../core/contract/fields';
import type { SiteRow } from '../../../../core/contract/sites';
import { CheckboxInput } from '../../../components/checkbox-input';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { EmailInput, TextInput } from '../../../components/text-input';
import { useLookAlikeNote } from '../../../components/use-look-alike-note';
import { passwordErrors } from '../../../forms/new-password';
import { useRequestForm } from '../../../forms/use-request-form';
import { useRoleModel } from '../../../i18n/role-name';
import { useSession } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import type { Act } from '../acts/act';
import { accessOf, accessSchema, startingAccess } from './access-form';
import { AccessInputs } from './access-inputs';
import { firstPassword } from './first-password';
import { NewPasswordInput } from './new-password-input';
import { useKnownAddress } from './use-known-address';
import { useWordsOf } from './use-words-of';

interface AddUserDialogProps {
  sites: readonly SiteRow[];
  onClose: () => void;
  onAct: (act: Act) => void;
}

export function AddUserDialog({ sites, onClose, onAct }: AddUserDialogProps) {
  const { t } = useTranslation('users');
  const { initialPassword } = useSession();
  const create = useSend('users.create');
  const [generated, setGenerated] = useState<string | null>(null);
  /** An invitation in the way, once the admin has said that it goes. */
  const removeInvitationId = useRef<string | null>(null);

  const { form, submit, refusal, pending } = useRequestForm({
    schema: z.object({
      email,
      displayName: name,
      access: accessSchema(useRoleModel()),
      password: firstPassword(initialPassword),
      mustChangePassword: z.boolean(),
    }),
    defaultValues: {
      email: '',
      displayName: '',
      access: startingAccess(sites),
      password: '',
      mustChangePassword: true,
    },
    errorFields: { 'email.invalid': 'email', 'name.invalid': 'displayName', ...passwordErrors('password') },
    send: async ({ access, ...values }) => {
      const { id } = await create.mutateAsync({
        ...values,
        ...accessOf(access),
        removeInvitationId: removeInvitationId.current,
      });
      notify(t('add.done', { name: values.displayName }));
      if (values.password !== generated) return onClose();
      onAct({
        kind: 'temporaryPassword',
        userId: id,
        password: values.password,
        name: values.displayName,
      });
    },
  });

  const [typedEmail, displayName, access] = useWatch({
    control: form.control,
    name: ['email', 'displayName', 'access'],
  });
  const about = useWordsOf({ email: typedEmail, displayName, access });
  const emailNote = useLookAlikeNote('email', typedEmail);
  const nameNote = useLookAlikeNote('name', displayName);

  const wayOn = useKnownAddress({
    refusal,
    onAct,
    access: () => accessOf(form.getValues('access')),
    onRemoveInvitation: (invitationId) => {
      removeInvitationId.current = invitationId;
      submit();
    },
  });

  return (
    <FormProvider {...form}>
      <FormDialog
        open
        title={t('acts.add')}
        intro={t('add.intro')}
        submitLabel={t('add.submit')}
        pending={pending}
        onClose={onClose}
        onSubmit={(event) => {
          removeInvitationId.current = null;
          submit(event);
        }}
        alert={<RefusalAlert error={refusal} action={wayOn} />}
      >
        <EmailInput
          control={form.control}
          name="email"
          label={t('fields.email')}
          helper={emailNote}
          autoComplete="off"
        />
        <TextInput
          control={form.control}
          name="displayName"
          label={t('fields.displayName')}
          helper={nameNote}
        />
        <AccessInputs />
        <NewPasswordInput
          control={form.control}
          name="password"
          label={t('fields.password')}
          helper={t('fields.passwordHelp')}
          about={about}
          onGenerated={setGenerated}
        />
        <CheckboxInput control={form.control} name="mustChangePassword" label={t('fields.mustChange')} />
      </FormDialog>
    </FormProvider>
  );
}
