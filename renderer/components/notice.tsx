import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { InfoIcon } from './icons';

interface NoticeProps {
  children: ReactNode;
  tone?: 'quiet' | 'pending';
  action?: ReactNode;
}

/** Something worth knowing that refuses nothing: role `status`, never `alert`. */
export function Notice({ children, tone = 'quiet', action }: NoticeProps) {
  const quiet = tone === 'quiet';
  return (
    <Box
      role="status"
      sx={[box, action != null && beside, { bgcolor: quiet ? 'accentTint' : 'pendingTint' }]}
    >
      <InfoIcon sx={{ color: quiet ? 'accent' : 'pending', mt: '1px', flexShrink: 0 }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {action}
    </Box>
  );
}

/** One line and a button stand on one axis. */
const beside = { alignItems: 'center' } as const;
const box = { display: 'flex', gap: 2.5, px: 3, py: 2.5, borderRadius: 1, color: 'ink' } as const;
