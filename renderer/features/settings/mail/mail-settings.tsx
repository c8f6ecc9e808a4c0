import Box from '@mui/material/Box';
import { useRequest } from '../../../ipc/query';
import { PanelSkeleton } from '../panel-skeleton';
import { MailForm } from './mail-form';
import { Outbox } from './outbox';

/** Where mail goes out from this desk, and what became of it. */
export function MailSettings() {
  return (
    <Box sx={{ display: 'grid', gap: 5, minWidth: 0 }}>
      <Server />
      <Outbox />
    </Box>
  );
}

function Server() {
  const { data, error, refetch } = useRequest('mail.settings', {});
  if (data === undefined) return <PanelSkeleton height={420} error={error} />;
  return <MailForm current={data} reload={async () => (await refetch()).data} />;
}
