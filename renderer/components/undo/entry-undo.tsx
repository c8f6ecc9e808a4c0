import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../ipc/app-state';
import { RequestError } from '../../ipc/client';
import { RefusalAlert } from '../refusal-alert';
import { type UndoTarget, useUndo } from './use-undo';

interface EntryUndoProps {
  target: UndoTarget;
  /** The entry's own. */
  action: string;
  /** What would be undone, in words. */
  what: string;
}

/** **Undo** beside an entry of a history; why it can't be, where it was pressed. */
export function EntryUndo({ target, action, what }: EntryUndoProps) {
  const { t } = useTranslation('common');
  const can = useCan();
  const { undo } = useUndo();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<RequestError | null>(null);
  const deactivated = action === 'user.deactivate';
  if (!can(deactivated ? 'user.deactivate' : 'user.update')) return null;

  const press = async () => {
    setPending(true);
    setRefusal(null);
    try {
      await undo(target, deactivated ? 'deactivated' : 'updated');
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setRefusal(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 2, mt: 1.5, mb: 1 }}>
      <Button
        size="small"
        disabled={pending}
        aria-label={t('undo.entry', { what })}
        onClick={() => void press()}
        sx={{ height: 28 }}
      >
        {t('undo.act')}
      </Button>
      <RefusalAlert error={refusal} />
    </Box>
  );
}
