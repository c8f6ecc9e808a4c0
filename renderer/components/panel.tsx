import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A sheet on the page: surface and hairline, no shadow. */
export function Panel({ labelledBy, children }: { labelledBy?: string; children: ReactNode }) {
  return (
    <Box component="section" aria-labelledby={labelledBy} sx={sheet}>
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
