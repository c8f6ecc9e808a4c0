import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passphrase } from '../../../../core/contract/backups';
import { FormDialog } from '../../../components/form-dialog';
import { PasswordChoice } from '../../../components/password-choice';
import { PasswordInput } from '../../../components/password-input';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useRequestForm } from '../../../forms/use-request-form';
import { useOwnWords } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';

/** The check that both are the same is said together with the others. */
const schema = z
  .object({ passphrase, confirm: z.string() })
  .refine((typed) => typed.passphrase === typed.confirm, {
    path: ['confirm'],
    message: 'passphrase.mismatch',
    when: ({ value }) =>
      z.looseObject({ passphrase: z.string(), confirm: z.string() }).safeParse(value).success,
  });

/** Asks for the passphrase; where the file goes the system's own dialog asks. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('backups');
  const about = useOwnWords();
  const make = useSend('backups.makeCopy');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { passphrase: '', confirm: '' },
    send: async (typed) => {
      const { saved } = await make.mutateAsync({ passphrase: typed.passphrase });
      // Left without a file: the passphrase that was typed stays.
      if (saved === null) return;
      onClose();
      notify(t('copy.saved', { path: saved.path }));
    },
  });
  return (
    <FormDialog
      open
      title={t('copy.act')}
      intro={t('copy.text')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('copy.act')}
      pending={pending}
      alert={<RefusalAlert error={refusal} />}
    >
      <PasswordChoice
        control={form.control}
        name="passphrase"
        label={t('copy.passphrase')}
        helper={t('copy.passphraseHelp')}
        about={about}
      />
      <PasswordInput
        control={form.control}
        name="confirm"
        label={t('copy.confirm')}
        autoComplete="new-password"
        toggle={false}
      />
    </FormDialog>
  );
}
