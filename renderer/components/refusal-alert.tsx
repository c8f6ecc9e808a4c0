import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useErrorText } from '../i18n/error-text';
import type { RequestError } from '../ipc/client';
import { AlertIcon } from './icons';

interface RefusalAlertProps {
  /** `null` or `undefined`: nothing was refused. */
  error: RequestError | null | undefined;
  /** What can be done about it, such as resending instead. */
  action?: ReactNode;
}

/** Why main refused: the only thing in the app with role `alert`. */
export function RefusalAlert({ error, action }: RefusalAlertProps) {
  const text = useErrorText();
  if (error == null) return null;
  return (
    <Box role="alert" sx={box}>
      <AlertIcon sx={{ color: 'expired', mt: '1px', flexShrink: 0 }} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {text(error.error)}
        {action != null && <Box sx={{ mt: 2 }}>{action}</Box>}
      </Box>
    </Box>
  );
}

const box = {
  display: 'flex',
  gap: 2.5,
  px: 3,
  py: 2.5,
  borderRadius: 1,
  border: 1,
  borderColor: 'expired',
  bgcolor: 'expiredTint',
  color: 'ink',
} as const;
