import Button from '@mui/material/Button';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ListedBackup } from '../../../../core/contract/backups';
import { StatusLabel } from '../../../components/status-label';
import { useFormat } from '../../../i18n/format';

interface BackupLineProps {
  backup: ListedBackup;
  now: number;
  elsewhere: boolean;
  /** `undefined`: they may not. */
  onRestore: ((backup: ListedBackup) => void) | undefined;
}

/** One backup: when and why it was made, what it holds, how large it is. */
export function BackupLine({ backup, now, elsewhere, onRestore }: BackupLineProps) {
  const { t } = useTranslation(['backups', 'restore']);
  const format = useFormat();
  const made = [t(`kind.${backup.kind}`)];
  if (elsewhere && backup.place === 'own') made.push(t('list.inDataFolder'));
  return (
    <TableRow sx={{ '& > td': { py: 2, verticalAlign: 'top' }, '&:last-child > td': { borderBottom: 0 } }}>
      <TableCell sx={{ pl: 4 }}>
        <time dateTime={new Date(backup.at).toISOString()} title={format.dateTime(backup.at)}>
          {format.moment(backup.at, now)}
        </time>
        <Typography variant="caption" component="p" color="thirdInk">
          {made.join(' · ')}
        </Typography>
      </TableCell>
      <TableCell>
        <Contents backup={backup} />
      </TableCell>
      <TableCell align="right" sx={{ pr: 3 }}>
        {format.bytes(backup.size)}
      </TableCell>
      {onRestore !== undefined && (
        <TableCell align="right" sx={{ pr: 4 }}>
          {backup.state !== 'damaged' && (
            <Button onClick={() => onRestore(backup)}>{t('restore:act')}</Button>
          )}
        </TableCell>
      )}
    </TableRow>
  );
}

function Contents({ backup: { state, holds } }: { backup: ListedBackup }) {
  const { t } = useTranslation('backups');
  if (holds === null) {
    const damaged = state === 'damaged';
    return (
      <StatusLabel
        tone={damaged ? 'expired' : 'inactive'}
        label={t(damaged ? 'list.damaged' : 'list.otherKey')}
        note={t(damaged ? 'list.damagedText' : 'list.otherKeyText')}
      />
    );
  }
  const more = [
    t('list.invitations', { count: holds.invitations }),
    t('list.visits', { count: holds.visits }),
  ];
  return (
    <>
      {t('list.people', { count: holds.people })}
      <Typography variant="caption" component="p" color="thirdInk">
        {more.join(' · ')}
      </Typography>
    </>
  );
}
