import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { FoundBackup } from '../../../core/contract/restore';
import { useFormat } from '../../i18n/format';
import { StatusLabel } from '../status-label';
import type { Wanted } from './restore-dialog';

interface FoundListProps {
  backups: readonly FoundBackup[];
  onRestore: (wanted: Wanted) => void;
}

const tones = { readable: 'active', otherKey: 'inactive', damaged: 'expired' } as const;

/** Newest first; what can't be read is there to be seen, and can't be restored. */
export function FoundList({ backups, onRestore }: FoundListProps) {
  const { t } = useTranslation(['restore', 'backups']);
  const { dateTime } = useFormat();
  return (
    <Box component="ul" sx={list}>
      {backups.map(({ id, file, at, kind, place, state, people }) => (
        <Box component="li" key={id} sx={row}>
          <Box sx={{ minWidth: 0 }}>
            {dateTime(at)}
            <Typography variant="caption" component="p" color="thirdInk">
              {[
                t(`backups:kind.${kind}`),
                people !== null && t('found.people', { count: people }),
                place === 'chosen' && t('found.elsewhere'),
              ]
                .filter((part) => part !== false)
                .join(' · ')}
            </Typography>
            <StatusLabel tone={tones[state]} label={t(`found.${state}`)} />
          </Box>
          {state !== 'damaged' && (
            <Button
              onClick={() =>
                onRestore({
                  source: { from: 'list', id },
                  file,
                  opensWith: state === 'readable' ? 'key' : 'recoveryKey',
                })
              }
            >
              {t('act')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}

const list = {
  m: 0,
  p: 0,
  listStyle: 'none',
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  maxHeight: 264,
  overflowY: 'auto',
} as const;
const row = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 4,
  px: 4,
  py: 2.5,
  '& + &': { borderTop: 1, borderColor: 'line' },
} as const;
