import Box from '@mui/material/Box';
import { useRequest } from '../../../ipc/query';
import { PanelSkeleton } from '../panel-skeleton';
import { BackupHead } from './backup-head';
import { BackupList } from './backup-list';
import { CopyPanel } from './copy-panel';
import { PlanForm } from './plan-form';

/** What is backed up, when and where, what there is of it, and a copy for elsewhere. */
export function BackupsSettings() {
  const { data, error, refetch } = useRequest('backups.status', {}, { staleTime: 0 });
  if (data === undefined) return <PanelSkeleton height={420} error={error} />;
  const { version, plan } = data;
  return (
    <Box sx={{ display: 'grid', gap: 5, minWidth: 0 }}>
      <BackupHead status={data} />
      <BackupList backups={data.backups} elsewhere={!data.folder.own} />
      <PlanForm
        current={{ version, ...plan }}
        reload={async () => {
          const now = (await refetch()).data;
          return now && { version: now.version, ...now.plan };
        }}
      />
      <CopyPanel running={data.running} />
    </Box>
  );
}
