import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest, useSend } from '../../ipc/query';
import { RefusalAlert } from '../refusal-alert';
import { FoundList } from './found-list';
import { RestoreDialog, type Wanted } from './restore-dialog';

interface RescueProps {
  /** There is a database that can't be read. */
  damaged: boolean;
  /** On a fresh computer there is nothing to be found: then nothing is said of it. */
  quietWhenEmpty?: boolean;
}

/** The backups a desk without a usable database has found, and a file of choice. */
export function Rescue({ damaged, quietWhenEmpty = false }: RescueProps) {
  const { t } = useTranslation('restore');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const found = useRequest('rescue.found', {});
  const choose = useSend('rescue.choose', {
    onSuccess: ({ chosen }) => {
      if (chosen !== null) setWanted({ source: { from: 'file' }, ...chosen });
    },
  });
  const backups = found.data?.backups;
  const some = (backups?.length ?? 0) > 0;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {(some || !quietWhenEmpty) && (
        <Typography color="secondInk">
          {backups === undefined ? t('found.reading') : t(some ? 'found.intro' : 'found.none')}
        </Typography>
      )}
      {backups !== undefined && some && <FoundList backups={backups} onRestore={setWanted} />}
      <RefusalAlert error={choose.error ?? found.error} />
      <div>
        <Button
          variant={quietWhenEmpty && !some ? 'contained' : 'outlined'}
          disabled={choose.isPending}
          onClick={() => choose.mutate({})}
        >
          {t('choose')}
        </Button>
      </div>
      {wanted !== null && (
        <RestoreDialog wanted={wanted} where="rescue" damaged={damaged} onClose={() => setWanted(null)} />
      )}
    </Box>
  );
}
