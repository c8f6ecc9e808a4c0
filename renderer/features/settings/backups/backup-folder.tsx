import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { BackupsStatus } from '../../../../core/contract/backups';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useCan } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';

/** Where backups go. The folder is chosen in the system's own dialog and holds at once. */
export function BackupFolder({ folder }: { folder: BackupsStatus['folder'] }) {
  const { t } = useTranslation('backups');
  const can = useCan();
  const show = useSend('backups.showFolder');
  const choose = useSend('backups.chooseFolder', {
    onSuccess: ({ folder: chosen }) => chosen !== null && notify(t('head.moved', { folder: chosen })),
  });
  const useOwn = useSend('backups.useOwnFolder', { onSuccess: () => notify(t('head.movedBack')) });
  return (
    <Box sx={{ pt: 5, borderTop: 1, borderColor: 'line' }}>
      <Typography variant="label" component="h3">
        {t('head.place')}
      </Typography>
      <Typography sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>{folder.path}</Typography>
      <Typography variant="body2" sx={{ mt: 0.5, color: folder.reachable ? 'thirdInk' : 'pending' }}>
        {folder.own && t('head.ownFolder')}
        {!folder.reachable && t('head.unreachable')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 3 }}>
        {can('backup.update') && (
          <Button disabled={choose.isPending} onClick={() => choose.mutate({})}>
            {t('head.choose')}
          </Button>
        )}
        {can('backup.update') && !folder.own && (
          <Button disabled={useOwn.isPending} onClick={() => useOwn.mutate({})}>
            {t('head.useOwn')}
          </Button>
        )}
        <Button variant="text" disabled={show.isPending} onClick={() => show.mutate({})}>
          {t('head.show')}
        </Button>
      </Box>
      <Box sx={{ mt: 3, '&:empty': { display: 'none' } }}>
        <RefusalAlert error={choose.error ?? useOwn.error ?? show.error} />
      </Box>
    </Box>
  );
}
