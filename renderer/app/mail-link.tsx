import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { InvitationIcon } from '../components/icons';
import { useCan } from '../ipc/app-state';
import { useRequest } from '../ipc/query';
import { hidden, item } from './rail-item';

/** At the foot of the rail, what mail needs or waits for; nothing while all is well, or where the desk sends none. */
export function MailLink({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('mail');
  const can = useCan();
  const { data } = useRequest('mail.status', {}, { enabled: can('mail.read') });
  if (data === undefined || !data.setUp || data.queued + data.failed === 0) return null;
  const text =
    data.failed > 0 ? t('rail.failed', { count: data.failed }) : t('rail.waiting', { count: data.queued });
  return (
    <Tooltip title={narrow ? text : ''} placement="right">
      <Box
        component={Link}
        to="/settings/mail"
        sx={[item, { mb: 2, typography: 'body2' }, narrow && { justifyContent: 'center', px: 0 }]}
      >
        <InvitationIcon sx={{ color: data.failed > 0 ? 'expired' : 'pending' }} />
        <Box component="span" sx={narrow ? hidden : undefined}>
          {text}
        </Box>
      </Box>
    </Tooltip>
  );
}
