import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { id } from '../../../core/contract/fields';
import type { RequestOutput } from '../../../core/contract/index';
import type { SiteRow } from '../../../core/contract/sites';
import { FormDialog } from '../../components/form-dialog';
import { RadioGroupInput } from '../../components/radio-group-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { SelectInput } from '../../components/select-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useFormat } from '../../i18n/format';
import { useRequest, useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

type Preview = RequestOutput<'sites.archivePreview'>;

interface ArchiveSiteDialogProps {
  site: SiteRow;
  /** The other open sites. */
  others: readonly SiteRow[];
  onClose: () => void;
}

/** What archiving would touch is known before anything is asked; it takes milliseconds, so nothing is drawn before. */
export function ArchiveSiteDialog({ site, others, onClose }: ArchiveSiteDialogProps) {
  const { t } = useTranslation('sites');
  const preview = useRequest('sites.archivePreview', { id: site.id }, { staleTime: 0, gcTime: 0 });
  if (preview.data !== undefined) {
    return <ArchiveForm site={site} others={others} preview={preview.data} onClose={onClose} />;
  }
  if (preview.error === null) return null;
  return (
    <FormDialog
      open
      title={t('acts.archive')}
      submitLabel={t('failed.retry')}
      pending={preview.isFetching}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void preview.refetch();
      }}
      alert={<RefusalAlert error={preview.error} />}
    />
  );
}

function ArchiveForm({ site, others, preview, onClose }: ArchiveSiteDialogProps & { preview: Preview }) {
  const { t } = useTranslation('sites');
  const archive = useSend('sites.archive');
  const movesPeople = preview.onlySiteOf > 0;
  const hasInvitations = preview.invitations > 0;
  const needsSite = (invitations: string) => movesPeople || (hasInvitations && invitations === 'move');

  const { form, submit, refusal, pending } = useRequestForm({
    schema: z
      .object({ moveTo: id.or(z.literal('')), invitations: z.enum(['move', 'remove']) })
      // With no other open site there is nothing to choose: main says why it can't be done.
      .refine(({ moveTo, invitations }) => moveTo !== '' || !needsSite(invitations) || preview.lastOpen, {
        path: ['moveTo'],
        message: 'id',
      }),
    defaultValues: { moveTo: others.length === 1 ? others[0]?.id : '', invitations: 'move' },
    send: async ({ moveTo, invitations }) => {
      await archive.mutateAsync({
        id: site.id,
        version: site.version,
        moveTo: needsSite(invitations) && moveTo !== '' ? moveTo : null,
        invitations: hasInvitations ? invitations : null,
      });
      notify(t('archive.done', { name: site.name }));
      onClose();
    },
  });
  const invitations = useWatch({ control: form.control, name: 'invitations' });

  return (
    <FormDialog
      open
      destructive
      title={t('acts.archive')}
      intro={t('archive.intro', { name: site.name })}
      submitLabel={t('acts.archive')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
      alert={<RefusalAlert error={refusal} />}
    >
      <Consequences preview={preview} />
      {hasInvitations && !preview.lastOpen && (
        <RadioGroupInput
          control={form.control}
          name="invitations"
          label={t('fields.invitations')}
          options={[
            { value: 'move', label: t('fields.invitationsMove') },
            { value: 'remove', label: t('fields.invitationsRemove') },
          ]}
        />
      )}
      {needsSite(invitations) && !preview.lastOpen && (
        <SelectInput
          control={form.control}
          name="moveTo"
          label={t('fields.moveTo')}
          helper={movesPeople ? t('fields.moveToHelp') : undefined}
          options={others.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
    </FormDialog>
  );
}

function Consequences({ preview }: { preview: Preview }) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  if (preview.lastOpen) return <Typography>{t('archive.lastOpen')}</Typography>;
  const more = preview.onlySiteOf - preview.names.length;
  const names =
    more > 0
      ? t('archive.onlySiteOfMore', { listed: preview.names.join(', '), count: more })
      : format.list(preview.names);
  return (
    <div>
      <Typography>
        {preview.onlySiteOf === 0
          ? t('archive.nobody')
          : t('archive.onlySiteOf', { count: preview.onlySiteOf, names })}
      </Typography>
      {preview.invitations > 0 && (
        <Typography sx={{ mt: 1.5 }}>{t('archive.invitations', { count: preview.invitations })}</Typography>
      )}
    </div>
  );
}
