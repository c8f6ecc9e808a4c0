import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** What this place is for, and where its one action is. */
  text: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1, px: 6, py: 14, textAlign: 'center' }}>
      <Typography variant="section" component="p">
        {title}
      </Typography>
      <Typography color="secondInk" sx={{ maxWidth: 420 }}>
        {text}
      </Typography>
      {action != null && <Box sx={{ mt: 3 }}>{action}</Box>}
    </Box>
  );
}
