import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../core/contract/session';
import { hasAllSites } from '../../../../core/domain/role';
import { VisuallyHidden } from '../../../components/visually-hidden';
import { useFormat } from '../../../i18n/format';
import { useRoleName } from '../../../i18n/role-name';

interface SessionItemProps {
  session: SessionRow;
  now: number;
  pending: boolean;
  /** `null`: not to be ended from here. */
  onEnd: (() => void) | null;
}

/** Where, since when, last used, and what it still may: role and sites of its grant, which can be older than the account's. */
export function SessionItem({ session, now, pending, onEnd }: SessionItemProps) {
  const { t } = useTranslation(['users', 'common']);
  const id = useId();
  const format = useFormat();
  const roleName = useRoleName();
  const where = session.current ? 'thisWindow' : session.thisDesk ? 'thisDesk' : 'otherDesk';
  const sites = hasAllSites(session.role) ? t('common:organizationWide') : format.list(session.sites);
  const access = sites === '' ? roleName(session.role) : `${roleName(session.role)}, ${sites}`;
  const times = (text: (at: number) => string) =>
    t('users:sessions.times', { since: text(session.startedAt), lastUsed: text(session.lastUsedAt) });
  const inFull = times(format.dateTime);
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
      <Box id={id} sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2">
          {t(`users:sessions.${where}`)}
          <Box component="span" sx={{ color: 'secondInk' }}>
            {' · '}
            {access}
          </Box>
        </Typography>
        <Typography variant="caption" component="p" color="secondInk" title={inFull}>
          {times((at) => format.relative(at, now))}
          <VisuallyHidden>, {inFull}</VisuallyHidden>
        </Typography>
      </Box>
      {onEnd !== null && (
        <Button
          variant="text"
          aria-describedby={id}
          disabled={pending}
          onClick={onEnd}
          sx={{ height: 28, mr: -2, flexShrink: 0 }}
        >
          {t('users:sessions.end')}
        </Button>
      )}
    </Box>
  );
}
