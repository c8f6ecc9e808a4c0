import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { name } from '../../../core/contract/fields';
import { FormDialog } from '../../components/form-dialog';
import { RefusalAlert } from '../../components/refusal-alert';
import { TextInput } from '../../components/text-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

const schema = z.object({ name });

export function AddSiteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sites');
  const create = useSend('sites.create');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { name: '' },
    errorFields: { 'name.invalid': 'name' },
    send: async (values) => {
      await create.mutateAsync(values);
      notify(t('add.done', values));
      onClose();
    },
  });
  return (
    <FormDialog
      open
      title={t('acts.add')}
      intro={t('add.intro')}
      submitLabel={t('acts.add')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
      alert={<RefusalAlert error={refusal} />}
    >
      <TextInput control={form.control} name="name" label={t('fields.name')} helper={t('fields.nameHelp')} />
    </FormDialog>
  );
}
