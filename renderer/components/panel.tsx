import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface PanelProps {
  labelledBy?: string;
  /** As wide as its place; else no wider than lines are easy to read. */
  fill?: boolean;
  children: ReactNode;
}

/** A sheet on the page: surface and hairline, no shadow. */
export function Panel({ labelledBy, fill = false, children }: PanelProps) {
  return (
    <Box component="section" aria-labelledby={labelledBy} sx={[sheet, fill && { maxWidth: 'none' }]}>
      {children}
    </Box>
  );
}

const sheet = {
  maxWidth: 720,
  p: 6,
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
} as const;
