import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { useFormat } from '../../i18n/format';
import { useCan, useNow, useSession } from '../../ipc/app-state';
import { DirectoryOverview } from './directory-overview';
import { OverTime } from './over-time/over-time';
import { OwnAccess } from './own-access';
import { Reminders } from './reminders/reminders';

/**
 * The first page: for those who may see it the state of the directory, what is about to expire and how invitations went;
 * one's own access for everybody.
 */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const session = useSession();
  const can = useCan();
  const format = useFormat();
  const now = useNow();
  return (
    <>
      <PageHead title={t('title')} facts={format.day(now)} />
      {can('user.list') ? (
        <Box sx={{ display: 'grid', gap: 6, '& > *': { minWidth: 0 } }}>
          <DirectoryOverview />
          {can('invitation.resend') && <Reminders />}
          <Box sx={beside}>
            <OverTime />
            <OwnAccess session={session} fill />
          </Box>
        </Box>
      ) : (
        <OwnAccess session={session} />
      )}
    </>
  );
}

const beside = { display: 'grid', gridTemplateColumns: 'minmax(0, 1.9fr) minmax(0, 1fr)', gap: 3 } as const;
