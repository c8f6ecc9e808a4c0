import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { name } from '../../../core/contract/fields';
import type { SiteRow } from '../../../core/contract/sites';
import { FormDialog } from '../../components/form-dialog';
import { RefusalAlert } from '../../components/refusal-alert';
import { TextInput } from '../../components/text-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

const schema = z.object({ name });

interface RenameSiteDialogProps {
  site: SiteRow;
  onClose: () => void;
}

export function RenameSiteDialog({ site, onClose }: RenameSiteDialogProps) {
  const { t } = useTranslation('sites');
  const rename = useSend('sites.rename');
  const { form, submit, refusal, pending } = useRequestForm({
    schema,
    defaultValues: { name: site.name },
    errorFields: { 'name.invalid': 'name' },
    send: async (values) => {
      await rename.mutateAsync({ id: site.id, version: site.version, name: values.name });
      notify(t('rename.done', { before: site.name, name: values.name }));
      onClose();
    },
  });
  return (
    <FormDialog
      open
      title={t('acts.rename')}
      intro={t('rename.intro', { name: site.name })}
      submitLabel={t('acts.rename')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
      alert={<RefusalAlert error={refusal} />}
    >
      <TextInput control={form.control} name="name" label={t('fields.name')} />
    </FormDialog>
  );
}
