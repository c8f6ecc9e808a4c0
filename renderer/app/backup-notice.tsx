import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Notice } from '../components/notice';
import { useErrorText } from '../i18n/error-text';
import { useFormat } from '../i18n/format';
import { useCan, useNow } from '../ipc/app-state';
import { useRequest } from '../ipc/query';
import { size } from '../theme/tokens';

/** A backup that didn't work, for those who can see to it, on the pages they have open all day. */
export function BackupNotice() {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const errorText = useErrorText();
  const now = useNow();
  const allowed = useCan()('backup.update');
  const { data } = useRequest('backups.notice', {}, { enabled: allowed });
  if (!allowed || data === undefined || data.failure === null) return null;
  const { failure, doneAt } = data;
  return (
    <Box sx={{ flexShrink: 0, px: `${size.pagePadding}px`, pt: 4 }}>
      <Notice tone="pending">
        {t('notice.failed', { why: errorText(failure.error) })}{' '}
        {doneAt === null ? t('notice.none') : t('notice.since', { when: format.moment(doneAt, now) })}{' '}
        <Link component={RouterLink} to="/settings/backups">
          {t('notice.link')}
        </Link>
      </Notice>
    </Box>
  );
}
