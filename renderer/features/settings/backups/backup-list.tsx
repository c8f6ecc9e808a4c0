import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedBackup } from '../../../../core/contract/backups';
import { EmptyState } from '../../../components/empty-state';
import { Panel } from '../../../components/panel';
import { RefusalAlert } from '../../../components/refusal-alert';
import { RestoreDialog } from '../../../components/restore/restore-dialog';
import { useCan, useNow } from '../../../ipc/app-state';
import { BackupLine } from './backup-line';
import { useRestore } from './use-restore';

/** The schedule below shouldn't be a screen away. */
const atFirst = 6;

interface BackupListProps {
  backups: readonly ListedBackup[];
  /** Backups go to a folder of somebody's choice: those in the data folder are marked. */
  elsewhere: boolean;
}

/** The generations there are, newest first. */
export function BackupList({ backups, elsewhere }: BackupListProps) {
  const { t } = useTranslation(['backups', 'restore']);
  const mayRestore = useCan()('backup.restore');
  const { wanted, restore, choose, error, leave } = useRestore();
  const id = useId();
  const now = useNow();
  const [all, setAll] = useState(false);
  const shown = all ? backups : backups.slice(0, atFirst);
  return (
    <Panel labelledBy={id}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, mb: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="section" component="h2">
            {t('list.title')}
          </Typography>
          <Typography color="secondInk" sx={{ mt: 0.5 }}>
            {t('list.intro')}
          </Typography>
        </Box>
        {mayRestore && (
          <Button onClick={choose} sx={{ flexShrink: 0 }}>
            {t('restore:fromFile')}
          </Button>
        )}
      </Box>
      <Box sx={{ mb: 3, '&:empty': { display: 'none' } }}>
        <RefusalAlert error={error} />
      </Box>
      {backups.length === 0 ? (
        <Box sx={{ border: 1, borderColor: 'line', borderRadius: 1, '& > *': { py: 8 } }}>
          <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
        </Box>
      ) : (
        <TableContainer sx={{ border: 1, borderColor: 'line', borderRadius: 1 }}>
          <Table aria-label={t('list.title')} sx={{ tableLayout: 'fixed' }}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ pl: 4 }}>{t('list.when')}</TableCell>
                <TableCell>{t('list.holds')}</TableCell>
                <TableCell align="right" sx={{ width: 88, pr: 3 }}>
                  {t('list.size')}
                </TableCell>
                {/* "Wiederherstellen" is the longest it has to hold. */}
                {mayRestore && <TableCell sx={{ width: 176 }} />}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((backup) => (
                <BackupLine
                  key={backup.id}
                  backup={backup}
                  now={now}
                  elsewhere={elsewhere}
                  onRestore={mayRestore ? restore : undefined}
                />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {shown.length < backups.length && (
        <Button variant="text" onClick={() => setAll(true)} sx={{ height: 28, ml: -2, mt: 3 }}>
          {t('list.all', { count: backups.length })}
        </Button>
      )}
      {wanted !== null && <RestoreDialog wanted={wanted} where="live" onClose={leave} />}
    </Panel>
  );
}
