import { useTranslation } from 'react-i18next';
import type { DeactivationPreview, UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useUndo } from '../../../components/undo/use-undo';
import { useFormat } from '../../../i18n/format';
import { useNow } from '../../../ipc/app-state';
import { useRequest, useSend } from '../../../ipc/query';
import { useRowTexts } from '../list/use-row-texts';
import { Consequences } from './consequences';

interface DeactivateUserDialogProps {
  user: UserDetail;
  onClose: () => void;
}

/** What a deactivation touches is told in its dialog, so that it opens when that is known: some milliseconds later. */
export function DeactivateUserDialog(props: DeactivateUserDialogProps) {
  const preview = useRequest(
    'users.deactivationPreview',
    { id: props.user.id },
    { staleTime: 0, refetchOnMount: 'always' },
  );
  if (!preview.isFetchedAfterMount) return null;
  return <DeactivateForm {...props} preview={preview.data ?? null} />;
}

/** `preview: null`: it couldn't be told. The act itself doesn't depend on it. */
function DeactivateForm({
  user,
  preview,
  onClose,
}: DeactivateUserDialogProps & { preview: DeactivationPreview | null }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const texts = useRowTexts(useNow());
  const name = user.displayName;
  const { offerUndo } = useUndo();
  const deactivate = useSend('users.deactivate', {
    onSuccess: ({ entryId }) => {
      offerUndo(t('deactivate.done', { name }), { id: user.id, entryId, name }, 'deactivated');
      onClose();
    },
  });
  const access = `${texts.role(user)}, ${texts.sites(user)}`;
  const { sitesWithoutAdmin = [], visitsHosted = 0, invitations = 0, seatFreed = false } = preview ?? {};

  return (
    <FormDialog
      open
      destructive
      title={t('acts.deactivate')}
      intro={t('deactivate.intro', { name, email: user.email })}
      submitLabel={t('acts.deactivate')}
      pending={deactivate.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        deactivate.mutate({ id: user.id });
      }}
      alert={<RefusalAlert error={deactivate.error} />}
    >
      <Consequences
        lines={[
          t('deactivate.sessions', { count: preview?.openSessions ?? user.openSessions }),
          t('deactivate.detached', { access }),
          sitesWithoutAdmin.length > 0 &&
            t('deactivate.sitesWithoutAdmin', {
              count: sitesWithoutAdmin.length,
              sites: format.list(sitesWithoutAdmin),
            }),
          visitsHosted > 0 && t('deactivate.visitsHosted', { count: visitsHosted }),
          invitations > 0 && t('deactivate.invitations', { count: invitations }),
          seatFreed && t('deactivate.seatFreed'),
          t('deactivate.wayBack'),
        ]}
      />
    </FormDialog>
  );
}
